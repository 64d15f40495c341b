#include <algorithm>

#include "view/cards/card_geometry.hpp"
#include "view/cards/card_text.hpp"
#include "view/scene/scene_parts.hpp"
#include "view/scene/shapes.hpp"

namespace waymark {
namespace {

constexpr float kTitleLeft = 22;

void DrawAreaTitle(Scene& scene, const SceneInput& input, NodeIndex node, Color hue, float opacity) {
  const WorldRect& area = input.layout.rect[node];
  const Theme& theme = input.theme;
  const bool compact = input.detail.detail == Detail::kCompact;
  const float middle = area.y + kAreaCaret.y;
  const Color ink = hue.Faded(opacity);

  const float caret_x = area.Right() - kAreaCaret.x, half = compact ? 8.0f : 6.0f;
  const WorldPoint tip{caret_x, middle - half / 2};
  const float stroke = compact ? 3.0f : 2.2f;
  scene.under.push_back(Line({caret_x - half, middle + half / 2}, tip, stroke, ink));
  scene.under.push_back(Line(tip, {caret_x + half, middle + half / 2}, stroke, ink));

  const float ring_radius = compact ? 13.0f : 8.5f;
  const WorldPoint ring{caret_x - kAreaCaret.radius - 12 - ring_radius, middle};
  float right = ring.x - ring_radius - 10;  // of what is left for the title
  const float size = compact ? 27.0f : kTypeLg;
  if (right - area.x - kTitleLeft < 3 * size) {
    right = caret_x - half - 10;  // too narrow for a ring
  } else {
    const Tally& tally = input.summary.tally[node];
    const float thickness = compact ? 5.0f : 3.2f;
    scene.under.push_back(Ring(ring, ring_radius, thickness, theme.line.Faded(opacity)));
    if (const float fraction = tally.Fraction(); fraction > 0)
      scene.under.push_back(Ring(ring, ring_radius, thickness, ink, 0, std::min(fraction, 1.0f)));
    const std::string percent = PercentText(input.messages, tally);
    const float wide = TextWidth(percent, FontWeight::kSemibold, kTypeXs);
    if (!compact && right - wide - 12 - area.x - kTitleLeft > 8 * size) {
      scene.labels.push_back({{right + 2, middle},
                              kTypeXs,
                              wide + 1,
                              FontWeight::kSemibold,
                              TextAlign::kRight,
                              theme.muted.Faded(opacity),
                              percent,
                              false});
      right -= wide + 12;
    }
  }
  const float room = right - area.x - kTitleLeft;
  if (room < 2 * size) return;
  scene.labels.push_back({{area.x + kTitleLeft, middle},
                          size,
                          room,
                          FontWeight::kSemibold,
                          TextAlign::kLeft,
                          ink,
                          Ellipsized(input.roadmap.skills[node].title, FontWeight::kSemibold, size, room),
                          false});
}

}  // namespace

Color AreaFill(const SceneInput& input, NodeIndex node) {
  const Shades& shades = input.theme.shades[input.hues[node]];
  return input.graph.Depth(node) % 2 == 0 ? shades.area : shades.inner_area;
}

void DrawArea(Scene& scene, const SceneInput& input, NodeIndex node) {
  const WorldRect& area = input.layout.rect[node];
  const Shades& shades = input.theme.shades[input.hues[node]];
  const float opacity = NodeOpacity(input, node);
  const bool far = input.detail.detail == Detail::kFar;
  const float border = 1.4f * LineScale(input.detail);
  scene.under.push_back(
      Box(area, AreaRadius(area), AreaFill(input, node).Faded(opacity), shades.area_border.Faded(opacity), border));
  if (!far) DrawAreaTitle(scene, input, node, shades.hue, opacity);
}

}  // namespace waymark
