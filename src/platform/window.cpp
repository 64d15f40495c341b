#include "platform/window.hpp"

#include <SDL.h>
#include <emscripten/html5.h>

#include <cmath>
#include <utility>

namespace waymark {
namespace {

constexpr const char* kCanvas = "#canvas";

// SDL listens to everything. The page hands pointers, wheel and keys on itself (with what SDL drops: the wheel's unit,
// coalesced moves, modifier keys), decides itself which of them the browser keeps, and a beforeunload listener would
// keep it out of the browser's back and forward cache.
void RemoveSdlListeners() {
  emscripten_set_mousemove_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_mousedown_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_mouseup_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, false, nullptr);
  emscripten_set_mouseenter_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_mouseleave_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_wheel_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_focus_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, false, nullptr);
  emscripten_set_blur_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, false, nullptr);
  emscripten_set_touchstart_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_touchend_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_touchmove_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_touchcancel_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_pointerlockchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, false, nullptr);
  emscripten_set_keydown_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_keyup_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_keypress_callback(kCanvas, nullptr, false, nullptr);
  emscripten_set_fullscreenchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, false, nullptr);
  emscripten_set_resize_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, false, nullptr);
  emscripten_set_visibilitychange_callback(nullptr, false, nullptr);
  emscripten_set_beforeunload_callback(nullptr, nullptr);
}

}  // namespace

bool Window::Open(Events events) {
  events_ = std::move(events);
  SDL_SetMainReady();
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);  // never focused
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
  RemoveSdlListeners();
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
