#include "ui/minimap.hpp"

#include <algorithm>

#include "view/scene/shapes.hpp"

namespace waymark {
namespace {

constexpr float kPadding = 10;
constexpr float kLeastSide = 2;  // of a box, CSS pixels

}  // namespace

ScreenRect MinimapPlace::Placed(const WorldRect& r) const {
  const ScreenPoint middle = panel.Center();
  const WorldPoint center = world.Center();
  return {middle.x + (r.x - center.x) * scale, middle.y + (r.y - center.y) * scale, std::max(kLeastSide, r.w * scale),
          std::max(kLeastSide, r.h * scale)};
}

WorldPoint MinimapPlace::At(ScreenPoint p) const {
  const ScreenPoint middle = panel.Center();
  const WorldPoint center = world.Center();
  return {std::clamp(center.x + (p.x - middle.x) / scale, world.x, world.Right()),
          std::clamp(center.y + (p.y - middle.y) / scale, world.y, world.Bottom())};
}

std::optional<MinimapPlace> PlaceMinimap(const UiInput& in) {
  const Viewport& viewport = in.state.viewport;
  MinimapPlace place = {.panel = {viewport.width - kPanelMargin - kMinimapWidth,
                                  viewport.height - kPanelMargin - kMinimapHeight, kMinimapWidth, kMinimapHeight},
                        .world = {},
                        .scale = 1};
  for (const MinimapItem& item : in.minimap) place.world = place.world.United(item.rect);
  if (place.world.Empty()) return std::nullopt;
  const ScreenRect inner = place.panel.Inflated(-kPadding);
  place.scale = std::min(inner.w / place.world.w, inner.h / place.world.h);
  return place;
}

void AppendMinimap(Scene& scene, const UiInput& in, const MinimapPlace& place) {
  AppendPanel(scene, in.theme, place.panel);
  for (const MinimapItem& item : in.minimap) {
    const ScreenRect box = place.Placed(item.rect);
    const float radius = std::min({3.0f, box.w * 0.3f, box.h * 0.3f});
    scene.shapes.push_back(Box({box.x, box.y, box.w, box.h}, radius, item.color.Faded(item.area ? 0.28f : 0.75f)));
  }
}

void DrawMinimap(UiFrame& frame, const MinimapPlace& place) {
  ImDrawList& list = frame.BeginPlace("minimap", place.panel);
  const ScreenRect all = place.panel.Inflated(-5);
  const ScreenRect seen = place.Placed(VisibleWorld(frame.in.camera, frame.in.state.viewport));
  const float left = std::clamp(seen.x, all.x, all.Right()), right = std::clamp(seen.Right(), all.x, all.Right());
  const float top = std::clamp(seen.y, all.y, all.Bottom()), bottom = std::clamp(seen.Bottom(), all.y, all.Bottom());
  frame.Stroke(list, {left, top, std::max(6.0f, right - left), std::max(6.0f, bottom - top)}, frame.theme().accent, 5,
               2);

  if (frame.Pressable("go", place.panel).held) {
    const Camera& camera = frame.in.state.camera;
    const WorldPoint target = place.At(frame.Css(ImGui::GetIO().MousePos));
    if (!(target == camera.center)) frame.commands.push_back(LookAt{{target, camera.zoom}});
  }
  frame.EndPanel();
}

}  // namespace waymark
