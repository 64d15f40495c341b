#include "ui/ui.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/context_menu.hpp"

namespace waymark {
namespace {

// ImGui takes a press and its release in two frames, and shows the outcome in a third.
constexpr int kSettlingFrames = 3;
// Text is rasterised anew for the size it has come to, once the zoom has rested for so long.
constexpr double kZoomRestMs = 90;
constexpr float kNowhere = -std::numeric_limits<float>::max();

void SetUpStyle(ImGuiStyle& style) {
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
  style.ItemSpacing = {0, 0};
}

}  // namespace

Ui::Ui() : context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange | ImGuiConfigFlags_NoKeyboard;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  SetUpStyle(ImGui::GetStyle());
}

Ui::~Ui() { ImGui::DestroyContext(context_); }

void Ui::SetRasterizer(FallbackRasterizer& rasterizer) {
  rasterizer_ = &rasterizer;
  map_texts_.SetRasterizer(&rasterizer);
  overlay_texts_.SetRasterizer(&rasterizer);
}

bool Ui::Covers(ScreenPoint at) const {
  return std::any_of(panels_.begin(), panels_.end(), [&](const ScreenRect& r) { return r.Contains(at); });
}

bool Ui::PointerDown(ScreenPoint at, bool coarse) {
  coarse_ = coarse;
  taken_ = Covers(at);
  settling_ = kSettlingFrames;
  if (!taken_) return false;
  ImGuiIO& io = ImGui::GetIO();
  PointerMove(at);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  return true;
}

bool Ui::PointerMove(ScreenPoint at) {
  const bool over = taken_ || Covers(at);
  if (over || pointing_) settling_ = std::max(settling_, 2);
  ImGui::GetIO().AddMousePosEvent(at.x * dpr_, at.y * dpr_);
  return over;
}

bool Ui::PointerUp(ScreenPoint at) {
  settling_ = kSettlingFrames;
  if (!taken_) return false;
  PointerMove(at);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  if (coarse_) ImGui::GetIO().AddMousePosEvent(kNowhere, kNowhere);
  taken_ = false;
  return true;
}

void Ui::PointerGone() {
  if (taken_) ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  taken_ = false;
  settling_ = std::max(settling_, 2);
  ImGui::GetIO().AddMousePosEvent(kNowhere, kNowhere);
}

std::span<Command> Ui::Panels(const UiInput& in) {
  const Viewport& viewport = in.state.viewport;
  ImGuiIO& io = ImGui::GetIO();
  dpr_ = viewport.dpr;
  io.DisplaySize = {std::round(viewport.width * dpr_), std::round(viewport.height * dpr_)};
  io.DeltaTime = static_cast<float>(std::clamp((in.now_ms - last_ms_) / 1000, 0.001, 0.1));
  last_ms_ = in.now_ms;
  ImGui::NewFrame();
  still_.Refresh(in);
  panels_.clear();
  scratch_.commands.clear();
  scratch_.targets.clear();
  scratch_.bitmaps.Begin(rasterizer_);
  UiFrame frame(in, fonts_, panels_, scratch_);
  if (in.panels && in.state.open) {
    if (still_.minimap()) DrawMinimap(frame, *still_.minimap());
    if (still_.legend()) panels_.push_back(*still_.legend());
    quick_card_.Draw(frame);
    DrawContextMenu(frame);
    tooltip_.Draw(frame);
  }
  scratch_.bitmaps.End();
  pointing_ = frame.pointing;
  if (settling_ > 0) --settling_;
  return scratch_.commands;
}

void Ui::Finish(const UiInput& in) {
  const float zoom = in.camera.zoom;
  // Where nothing is animated a zoom is one jump, drawn as it will stay.
  const bool jump = in.state.settings.reduced_motion && in.now_ms >= rested_ms_;
  if (last_zoom_ != 0 && zoom != last_zoom_) rested_ms_ = in.now_ms + kZoomRestMs;
  last_zoom_ = zoom;
  rough_ = (in.now_ms < rested_ms_ && !jump) || in.state.transition.has_value();
  const Viewport& viewport = in.state.viewport;
  // Twice, since the glyphs of one may move those of the other in the atlas.
  for (int i = 0; i < 2; ++i) {
    map_texts_.Refresh(fonts_, in.map, in.camera, viewport, rough_);
    overlay_texts_.Refresh(fonts_, in.overlay, in.camera, viewport, rough_);
    still_.RefreshTexts(fonts_, in);
  }
  ImGui::Render();
}

bool Ui::WantsFrame() const { return settling_ > 0 || rough_ || tooltip_.Waiting(); }

double Ui::DueMs() const {
  if (settling_ > 0) return 0;
  double due = std::numeric_limits<double>::max();
  if (rough_) due = std::min(due, rested_ms_);
  if (tooltip_.Waiting()) due = std::min(due, tooltip_.DueMs());
  return due;
}

}  // namespace waymark
