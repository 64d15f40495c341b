// The canvas as an SDL window with a WebGL2 context.
#pragma once

#include <functional>

#include "view/camera.hpp"

struct SDL_Window;

namespace waymark {

// One at a time: the page has one canvas, `#canvas`.
class Window {
 public:
  // `lost` and `restored` are called when the browser takes the context away and gives it back. Whatever was made in
  // the context is gone by then.
  struct Events {
    std::function<void()> lost;
    std::function<void()> restored;
  };

  Window() = default;
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // False where there is no WebGL2; the rest of the page works without it.
  bool Open(Events events);
  // Sets the canvas' pixels to the viewport's CSS pixels times its pixel ratio.
  void Resize(const Viewport& viewport);
  bool open() const { return context_ != nullptr; }

 private:
  SDL_Window* window_ = nullptr;
  void* context_ = nullptr;  // SDL_GLContext
  Events events_;
};

}  // namespace waymark
