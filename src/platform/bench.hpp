// A plain graph drawn at given positions, for measuring: what `?bench` offers as `window.__bench`.
#pragma once

#include <string_view>

#include "app/state.hpp"
#include "base/result.hpp"
#include "platform/page.hpp"
#include "view/scene/scene.hpp"

namespace waymark {

class Bench {
 public:
  explicit Bench(Page& page) : page_(page) {}

  // {"nodes":[{id,label,x,y,w,h,…}],"edges":[{from,to}]}; x, y the top left corner. Draws it once.
  Result<void> Load(std::string_view json, const Camera& camera);
  // Draws at once, with `camera`. True when it should be shown again a moment later, to be refined.
  bool Show(const Camera& camera);
  // Held by the module: its memory, and its buffers on the GPU.
  double Bytes() const;

 private:
  Page& page_;
  AppState state_;
  Scene scene_;
};

}  // namespace waymark
