// The map on the screen: window, renderer and panels, and when a frame is worth drawing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "app/state.hpp"
#include "io/json.hpp"
#include "platform/page_texts.hpp"
#include "platform/window.hpp"
#include "render/renderer.hpp"
#include "ui/scene_cache.hpp"
#include "ui/ui.hpp"

namespace waymark {

class Canvas {
 public:
  // `send` carries out a command; `redraw` asks for a frame.
  Canvas(std::function<void(Command)> send, std::function<void()> redraw);
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Lets the graphics driver prepare for the first frame. Waits for nothing.
  void Prepare();
  // Whether the browser can draw the map. Waits for the graphics driver, so ask late.
  bool HasPicture();
  Ui& ui() { return ui_; }
  void Resize(const Viewport& viewport);

  struct Pointer {
    std::optional<ScreenPoint> at;  // of a mouse or pen over the map
    bool coarse = false;
  };
  // Draws if anything differs from what was drawn last. What the panels were asked to do is sent meanwhile.
  void Frame(const AppState& state, const Pointer& pointer, double now_ms);
  // Whether another frame will be needed though nothing has changed.
  bool WantsFrame() const { return started_ && !lost_ && (refine_ || ui_.WantsFrame()); }

  // Draws what the caller made (a benchmark's graph) with no panels. True when another frame will be needed.
  bool DrawScene(const Scene& scene, const AppState& state, const BackgroundColors& colors, double now_ms);

  std::uint64_t frames() const { return frames_; }
  std::size_t gpu_bytes() const { return renderer_.gpu_bytes(); }
  UploadedBytes uploaded() const { return renderer_.uploaded(); }
  const Scene& map() const { return scenes_.map(); }

 private:
  void Lost();
  void Restored();
  void Draw(const AppState& state, const Pointer& pointer, double now_ms);
  void Paint(const UiInput& in, const BackgroundColors& colors, bool moving);
  // Notes the camera of this frame; whether the view has changed a moment ago.
  bool Moving(const Camera& camera, double now_ms);
  // When a map that was shown by its cached frame is to be drawn itself.
  double DueMs() const;

  std::function<void(Command)> send_;
  std::function<void()> redraw_;
  PageTexts page_texts_;
  Window window_;
  Renderer renderer_;
  Ui ui_;
  SceneCache scenes_;
  Revisions drawn_;
  bool started_ = false;
  bool lost_ = false;
  bool dirty_ = true;
  std::optional<Camera> drawn_camera_;
  double moved_ms_ = -1e9;  // when the camera was last seen to change
  bool refine_ = false;
  Scene nothing_;
  std::uint64_t frames_ = 0;
};

// {"scenes", "texts", "panels", "view"}, for benchmarks.
Json UploadedJson(const UploadedBytes& bytes);

}  // namespace waymark
