#include "platform/canvas.hpp"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <utility>

#include "platform/page_fonts.hpp"

namespace waymark {

Canvas::Canvas(std::function<void(Command)> send, std::function<void()> redraw)
    : send_(std::move(send)), redraw_(std::move(redraw)) {
  const bool fonts = ui_.fonts().Add(FontWeight::kRegular, PageFont(FontWeight::kRegular)) &&
                     ui_.fonts().Add(FontWeight::kSemibold, PageFont(FontWeight::kSemibold));
  started_ = fonts && window_.Open({.lost = [this] { Lost(); }, .restored = [this] { Restored(); }}) && Start();
}

Canvas::~Canvas() {
  if (started_ && !lost_) ImGui_ImplOpenGL3_Shutdown();
}

bool Canvas::Start() { return renderer_.Start().has_value() && ImGui_ImplOpenGL3_Init("#version 300 es"); }

void Canvas::Lost() {
  lost_ = true;
  renderer_.Forget();
  ImGui_ImplOpenGL3_Shutdown();
}

void Canvas::Restored() {
  lost_ = false;
  dirty_ = true;
  started_ = Start();
  redraw_();
}

void Canvas::Resize(const Viewport& viewport) {
  if (!started_) return;
  window_.Resize(viewport);
  dirty_ = true;
  redraw_();
}

void Canvas::Frame(const AppState& state, const Pointer& pointer, double now_ms) {
  if (!started_ || lost_ || state.viewport.width < 1 || state.viewport.height < 1) return;
  if (dirty_ || drawn_ != state.revision || ui_.DueMs() <= now_ms) Draw(state, pointer, now_ms);
}

void Canvas::Draw(const AppState& state, const Pointer& pointer, double now_ms) {
  dirty_ = false;
  picture_.Refresh(state);
  ImGui_ImplOpenGL3_NewFrame();
  const auto input = [&] {
    return UiInput{.state = state,
                   .theme = ThemeFor(state.settings.dark, state.settings.high_contrast),
                   .map = picture_.map(),
                   .overlay = picture_.overlay(),
                   .minimap = picture_.minimap(),
                   .hues = picture_.hues(),
                   .camera = PixelSnapped(state.camera, state.viewport),
                   .pointer = pointer.at,
                   .coarse = pointer.coarse,
                   .now_ms = now_ms};
  };
  for (Command& command : ui_.Panels(input())) send_(std::move(command));
  picture_.Refresh(state);
  const UiInput in = input();
  ui_.Finish(in, [this] { renderer_.Draw(Layer::kOverlay); });

  renderer_.BeginFrame(in.camera, state.viewport, {in.theme.ground, in.theme.dot});
  renderer_.Upload(Layer::kMap, picture_.map());
  renderer_.Upload(Layer::kOverlay, picture_.overlay());
  renderer_.Draw(Layer::kMap);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  drawn_ = state.revision;
  ++frames_;
}

void Canvas::DrawScene(const Scene& scene, const AppState& state, const GroundColors& colors, double now_ms) {
  if (!started_ || lost_) return;
  ImGui_ImplOpenGL3_NewFrame();
  const Scene nothing;
  const UiInput in = {.state = state,
                      .theme = ThemeFor(state.settings.dark, false),
                      .map = scene,
                      .overlay = nothing,
                      .minimap = {},
                      .hues = {},
                      .camera = PixelSnapped(state.camera, state.viewport),
                      .pointer = {},
                      .panels = false,
                      .now_ms = now_ms};
  ui_.Panels(in);
  ui_.Finish(in, [] {});
  renderer_.BeginFrame(in.camera, state.viewport, colors);
  renderer_.Upload(Layer::kMap, scene);
  renderer_.Draw(Layer::kMap);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  ++frames_;
}

}  // namespace waymark
