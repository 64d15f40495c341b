#include "platform/canvas.hpp"

#include <imgui.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "platform/page_fonts.hpp"

namespace waymark {
namespace {

// A large map is drawn itself, in place of its cached frames, once the camera has been idle for so long.
constexpr double kRestMs = 120;

}  // namespace

Canvas::Canvas(std::function<void(Command)> send, std::function<void()> redraw)
    : send_(std::move(send)), redraw_(std::move(redraw)) {
  const bool fonts = ui_.fonts().Add(FontWeight::kRegular, PageFont(FontWeight::kRegular)) &&
                     ui_.fonts().Add(FontWeight::kSemibold, PageFont(FontWeight::kSemibold));
  ui_.SetRasterizer(page_texts_);
  started_ = fonts && window_.Open({.lost = [this] { Lost(); }, .restored = [this] { Restored(); }});
  if (started_) renderer_.Start();
}

void Canvas::Prepare() {
  if (started_) renderer_.LinkPrograms();
}

bool Canvas::HasPicture() { return started_ && renderer_.Works(); }

void Canvas::Lost() {
  lost_ = true;
  renderer_.OnContextLost();
}

void Canvas::Restored() {
  lost_ = false;
  dirty_ = true;
  renderer_.Start();
  redraw_();
}

void Canvas::Resize(const Viewport& viewport) {
  if (!started_) return;
  window_.Resize(viewport);
  dirty_ = true;
  redraw_();
}

double Canvas::DueMs() const { return refine_ ? moved_ms_ + kRestMs : std::numeric_limits<double>::max(); }

void Canvas::Frame(const AppState& state, const Pointer& pointer, double now_ms) {
  if (!started_ || lost_ || state.viewport.width < 1 || state.viewport.height < 1) return;
  if (dirty_ || drawn_ != state.revision || std::min(ui_.DueMs(), DueMs()) <= now_ms) Draw(state, pointer, now_ms);
}

bool Canvas::Moving(const Camera& camera, double now_ms) {
  if (drawn_camera_ && *drawn_camera_ != camera) moved_ms_ = now_ms;
  drawn_camera_ = camera;
  return now_ms < moved_ms_ + kRestMs;
}

void Canvas::Paint(const UiInput& in, const BackgroundColors& colors, bool moving) {
  ui_.Finish(in);
  const ImDrawData& panels = *ImGui::GetDrawData();
  renderer_.BeginFrame(in.camera, in.state.viewport, colors, panels);
  renderer_.Upload(Layer::kMap, in.map, ui_.map_texts());
  renderer_.Upload(Layer::kOverlay, in.overlay, ui_.overlay_texts());
  renderer_.Upload(Layer::kPanels, ui_.still().scene(), ui_.still().texts());
  refine_ = !renderer_.DrawMap(moving);
  renderer_.DrawOverlay();
  renderer_.DrawPanels(in.canvas, panels);
  ++frames_;
}

void Canvas::Draw(const AppState& state, const Pointer& pointer, double now_ms) {
  dirty_ = false;
  const bool moving = Moving(state.camera, now_ms);
  scenes_.Refresh(state, moving);
  const auto input = [&] {
    return UiInput{.state = state,
                   .theme = ThemeFor(state.settings.dark, state.settings.high_contrast),
                   .map = scenes_.map(),
                   .overlay = scenes_.overlay(),
                   .minimap = scenes_.minimap(),
                   .minimap_revision = scenes_.map().revision,
                   .hues = scenes_.hues(),
                   .camera = PixelSnapped(state.camera, state.viewport),
                   .canvas = PixelSnapped(CanvasCamera(state.viewport), state.viewport),
                   .pointer = pointer.at,
                   .coarse = pointer.coarse,
                   .now_ms = now_ms};
  };
  for (Command& command : ui_.Panels(input())) send_(std::move(command));
  const bool whole = scenes_.Refresh(state, moving);
  const UiInput in = input();
  Paint(in, {in.theme.ground, in.theme.dot}, moving);
  refine_ = refine_ || !whole;
  drawn_ = state.revision;
}

bool Canvas::DrawScene(const Scene& scene, const AppState& state, const BackgroundColors& colors, double now_ms) {
  if (!started_ || lost_) return false;
  const UiInput in = {.state = state,
                      .theme = ThemeFor(state.settings.dark, false),
                      .map = scene,
                      .overlay = nothing_,
                      .minimap = {},
                      .hues = {},
                      .camera = PixelSnapped(state.camera, state.viewport),
                      .canvas = PixelSnapped(CanvasCamera(state.viewport), state.viewport),
                      .pointer = {},
                      .panels = false,
                      .now_ms = now_ms};
  ui_.Panels(in);
  Paint(in, colors, Moving(state.camera, now_ms));
  return WantsFrame();
}

Json UploadedJson(const UploadedBytes& bytes) {
  return Json::Object{{"scenes", bytes.scenes}, {"texts", bytes.texts}, {"panels", bytes.panels}, {"view", bytes.view}};
}

}  // namespace waymark
