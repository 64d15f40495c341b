#include <algorithm>
#include <cmath>

#include "layout/edge_curve.hpp"
#include "view/cards/state_mark.hpp"
#include "view/scene/scene_parts.hpp"

namespace waymark {
namespace {

// A curve that stands for many edges is a little stronger.
float WeightWidth(std::size_t edges) {
  constexpr float kEachDoubling = 0.25f, kMost = 0.8f;
  return std::min(kMost, kEachDoubling * std::log2(static_cast<float>(std::max<std::size_t>(edges, 1))));
}

}  // namespace

void DrawEdges(Scene& scene, const SceneInput& input) {
  const Theme& theme = input.theme;
  const Detail detail = input.detail.detail;
  const float wider = LineScale(input.detail);
  // From afar a shorter one (CSS pixels) would be a speck between two cards.
  constexpr float kLeastReach = 3;
  // The tip of the arrow stops short of the card's border.
  constexpr float kTipGap = 1.5f;
  scene.curves.reserve(input.layout.edges.size());
  for (std::size_t e = 0; e < input.layout.edges.size(); ++e) {
    const MapEdge& edge = input.layout.edges[e];
    if (edge.points.size() < 2) continue;
    const WorldVector reach = edge.points.back() - edge.points.front();
    if (detail == Detail::kFar && std::abs(reach.x) + std::abs(reach.y) < kLeastReach * WorldPixel(input.detail))
      continue;
    Curve curve;
    curve.points = SmoothCurve(edge.points);
    WorldPoint& tip = curve.points.back();
    const float down = tip.y >= curve.points[curve.points.size() - 2].y ? 1.0f : -1.0f;
    tip.y -= down * kTipGap;

    const Shades& shades = theme.shades[input.hues[edge.from]];
    switch (MarkOf(input.summary.state[edge.from], input.summary.availability[edge.from])) {
      case StateMark::kDone:
        curve.color = shades.hue;
        curve.width = 2.4f;
        break;
      case StateMark::kSkipped:
        curve.color = theme.outline;
        curve.width = 1.8f;
        break;
      case StateMark::kLearning:
      case StateMark::kAvailable:
        curve.color = shades.edge;
        curve.width = 1.8f;
        break;
      case StateMark::kLocked:
        curve.color = theme.outline;
        curve.width = 1.8f;
        curve.style = EdgeStyle::kDotted;
        break;
    }
    curve.width = (curve.width + WeightWidth(edge.stands_for.size())) * wider;
    curve.arrow = detail != Detail::kFar;
    // From afar they lie so close that together they would outshine the cards.
    constexpr float kFarOpacity = 0.5f;
    if (detail == Detail::kFar) curve.color = curve.color.Faded(kFarOpacity);
    if (!input.edge_opacity.empty()) curve.color = curve.color.Faded(input.edge_opacity[e]);
    scene.curves.push_back(std::move(curve));
  }
}

}  // namespace waymark
