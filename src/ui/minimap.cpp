#include "ui/minimap.hpp"

#include <algorithm>

namespace waymark {
namespace {

constexpr float kPadding = 10;
constexpr float kLeastSide = 2;  // of a box, CSS pixels

}  // namespace

void DrawMinimap(UiFrame& frame) {
  const UiInput& in = frame.in;
  const Viewport& viewport = in.state.viewport;
  if (!frame.Wide() || in.minimap.empty()) return;
  const ScreenRect panel = {viewport.width - kPanelMargin - kMinimapWidth, viewport.height - kPanelMargin - kMinimapHeight,
                            kMinimapWidth, kMinimapHeight};
  WorldRect world;
  for (const MinimapItem& item : in.minimap) world = world.United(item.rect);
  if (world.Empty()) return;
  const ScreenRect inner = panel.Inflated(-kPadding);
  const float scale = std::min(inner.w / world.w, inner.h / world.h);
  const ScreenPoint middle = inner.Center();
  const WorldPoint center = world.Center();
  const auto placed = [&](const WorldRect& r) {
    return ScreenRect{middle.x + (r.x - center.x) * scale, middle.y + (r.y - center.y) * scale,
                      std::max(kLeastSide, r.w * scale), std::max(kLeastSide, r.h * scale)};
  };

  ImDrawList& list = frame.BeginPanel("minimap", panel);
  for (const MinimapItem& item : in.minimap) {
    const ScreenRect box = placed(item.rect);
    const float radius = std::min({3.0f, box.w * 0.3f, box.h * 0.3f});
    frame.Fill(list, box, item.color.Faded(item.area ? 0.28f : 0.75f), radius);
  }
  const ScreenRect all = panel.Inflated(-5);
  const ScreenRect seen = placed(VisibleWorld(in.camera, viewport));
  const float left = std::clamp(seen.x, all.x, all.Right()), right = std::clamp(seen.Right(), all.x, all.Right());
  const float top = std::clamp(seen.y, all.y, all.Bottom()), bottom = std::clamp(seen.Bottom(), all.y, all.Bottom());
  frame.Stroke(list, {left, top, std::max(6.0f, right - left), std::max(6.0f, bottom - top)}, frame.theme().accent, 5, 2);

  if (frame.Pressable("go", panel).held) {
    const ScreenPoint at = frame.Css(ImGui::GetIO().MousePos);
    const WorldPoint target = {std::clamp(center.x + (at.x - middle.x) / scale, world.x, world.Right()),
                               std::clamp(center.y + (at.y - middle.y) / scale, world.y, world.Bottom())};
    if (!(target == in.state.camera.center)) frame.commands.push_back(LookAt{{target, in.state.camera.zoom}});
  }
  frame.EndPanel();
}

}  // namespace waymark
