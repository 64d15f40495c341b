// A plain graph drawn at given positions, for measuring the renderer beside other engines.
#pragma once

#include <string_view>

#include "app/state.hpp"
#include "base/result.hpp"
#include "platform/canvas.hpp"
#include "view/scene/scene.hpp"

namespace waymark {

class Bench {
 public:
  Bench();

  const Canvas& canvas() const { return canvas_; }
  void Resize(const Viewport& viewport);
  // A plain graph (io/plain_graph_json.hpp). Draws it once.
  Result<void> Load(std::string_view json, const Camera& camera);
  // Draws at once, with `camera`. True when it should be shown again a moment later, to be refined.
  bool Show(const Camera& camera);
  // Held by the module: its memory, and its buffers on the GPU.
  double Bytes() const;

 private:
  Canvas canvas_;
  AppState state_;
  Scene scene_;
};

}  // namespace waymark
