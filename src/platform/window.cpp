#include "platform/window.hpp"

#include <SDL.h>
#include <emscripten/html5.h>

#include <cmath>
#include <utility>

namespace waymark {
namespace {

constexpr const char* kCanvas = "#canvas";

}  // namespace

bool Window::Open(Events events) {
  events_ = std::move(events);
  SDL_SetMainReady();
  // Video alone: SDL_Init would link audio, joysticks and sensors too.
  if (SDL_VideoInit(nullptr) != 0) return false;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_MULTISAMPLEBUFFERS, 0);
  window_ = SDL_CreateWindow(nullptr, 0, 0, 1, 1, SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI);
  if (window_ == nullptr) return false;
  // The page listens itself, with what SDL drops (the wheel's unit, coalesced moves, modifier keys), and decides which
  // events the browser keeps; a queue that nobody empties would only fill.
  emscripten_html5_remove_all_event_listeners();
  SDL_SetEventFilter([](void*, SDL_Event*) { return 0; }, nullptr);
  context_ = SDL_GL_CreateContext(window_);
  if (context_ == nullptr) return false;
  // Answering true promises the browser to take the context back.
  emscripten_set_webglcontextlost_callback(kCanvas, this, false, [](int, const void*, void* self) -> bool {
    static_cast<Window*>(self)->events_.lost();
    return true;
  });
  emscripten_set_webglcontextrestored_callback(kCanvas, this, false, [](int, const void*, void* self) -> bool {
    static_cast<Window*>(self)->events_.restored();
    return true;
  });
  return true;
}

Window::~Window() {
  if (context_ != nullptr) SDL_GL_DeleteContext(context_);
  if (window_ != nullptr) SDL_DestroyWindow(window_);
}

void Window::Resize(const Viewport& viewport) {
  const auto pixels = [&](float css) { return static_cast<int>(std::round(css * viewport.dpr)); };
  emscripten_set_canvas_element_size(kCanvas, pixels(viewport.width), pixels(viewport.height));
}

}  // namespace waymark
