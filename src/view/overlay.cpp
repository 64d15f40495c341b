// The interactive part of the picture: what changes with every move of the pointer.
#include <algorithm>
#include <memory>
#include <utility>

#include "view/card_geometry.hpp"
#include "view/card_painter.hpp"
#include "view/edge_curve.hpp"
#include "view/scene_parts.hpp"
#include "view/shapes.hpp"

namespace waymark {
namespace {

// More curves than this show no way any more.
constexpr std::size_t kMaxWayCurves = 2000;

float RadiusOf(const SceneInput& input, NodeIndex node) {
  if (input.layout.expanded[node]) return kRadiusArea;
  return input.graph.IsGroup(node) ? kRadiusGroup : kRadiusCard;
}

void DrawSelection(Scene& scene, const SceneInput& input, NodeIndex node) {
  const float pixel = WorldPixel(input.detail);
  const float width = std::max(2.5f, 2 * pixel * (input.detail.detail == Detail::kFar ? 1.0f : 0.0f));
  const float offset = std::max(5.0f, 1.5f * width);
  scene.shapes.push_back(Box(input.layout.rect[node].Inflated(offset), RadiusOf(input, node) + offset, {}, input.theme.accent, width));
}

void DrawHover(Scene& scene, const SceneInput& input, NodeIndex node) {
  const WorldRect& r = input.layout.rect[node];
  if (input.layout.expanded[node]) {
    const Color hue = input.theme.hue[input.hues[node]];
    scene.shapes.push_back(Box(r, kRadiusArea, {}, hue.Faded(0.7f), 1.6f));
    return;
  }
  constexpr float kShade = 0.055f;
  scene.shapes.push_back(Box(r, RadiusOf(input, node), input.theme.text.WithAlpha(kShade)));
}

void DrawDrag(Scene& scene, const SceneInput& input, const DragGhost& drag) {
  const WorldRect& from = input.layout.rect[drag.node];
  const WorldRect to{drag.top_left.x, drag.top_left.y, from.w, from.h};
  const float radius = RadiusOf(input, drag.node);
  // Where it came from fades.
  scene.shapes.push_back(Box(from, radius, input.theme.ground.WithAlpha(0.6f)));
  const bool whole = !input.layout.expanded[drag.node] && input.detail.detail != Detail::kFar;
  if (whole) {
    scene.shapes.push_back(Shadow({to.x, to.y + 8, to.w, to.h}, radius, input.theme.shadow, 24));
    DrawCard(scene, input, drag.node, to);
  }
  const Color fill = whole ? Color{} : input.theme.accent.WithAlpha(0.12f);
  scene.shapes.push_back(Box(to, radius, fill, input.theme.accent, std::max(2.0f, whole ? 0.0f : WorldPixel(input.detail))));
}

// The ancestors of `a` and `b` (or themselves) that are siblings. Their parents are the same node, or none.
std::pair<NodeIndex, NodeIndex> Siblings(const Graph& graph, NodeIndex a, NodeIndex b) {
  while (graph.Depth(a) > graph.Depth(b)) a = graph.Parent(a);
  while (graph.Depth(b) > graph.Depth(a)) b = graph.Parent(b);
  while (a != b && graph.Parent(a) != graph.Parent(b)) {
    a = graph.Parent(a);
    b = graph.Parent(b);
  }
  return {a, b};
}

using CardPair = std::pair<NodeIndex, NodeIndex>;

// The cards that the way to `selected` leads over, from each to the next.
std::vector<CardPair> WaySteps(const SceneInput& input, NodeIndex selected) {
  const Graph& graph = input.graph;
  const std::size_t count = graph.size();
  const auto met = std::make_unique<bool[]>(count);
  for (std::size_t i = 0; i < count; ++i)
    met[i] = input.summary.state[i] == SkillState::kDone || input.summary.state[i] == SkillState::kSkipped;
  const NodeIndex targets[] = {selected};
  const std::vector<NodeIndex> way = Closure(graph, input.roadmap, targets, {met.get(), count});

  // A group is on the way when something in it is.
  std::vector<char> on_way(count, 0);
  for (NodeIndex node : way)
    for (; node != kNoNode && !on_way[node]; node = graph.Parent(node)) on_way[node] = 1;

  std::vector<CardPair> steps;
  const auto add = [&](NodeIndex from, NodeIndex to) {
    const NodeIndex a = VisibleFor(graph, input.layout, from), b = VisibleFor(graph, input.layout, to);
    const auto [sibling_a, sibling_b] = Siblings(graph, a, b);
    if (sibling_a != sibling_b) steps.emplace_back(a, b);  // else one holds the other
  };
  for (const NodeIndex node : way)
    for (const PrerequisiteEdge& edge : graph.EdgesInto(node))
      if (on_way[edge.from]) add(edge.from, node);
  std::ranges::sort(steps);
  steps.erase(std::ranges::unique(steps).begin(), steps.end());
  if (steps.size() > kMaxWayCurves) steps.resize(kMaxWayCurves);
  return steps;
}

void DrawWay(Scene& scene, const SceneInput& input, NodeIndex selected) {
  const std::vector<CardPair> steps = WaySteps(input, selected);
  if (steps.empty()) return;
  const MapLayout& layout = input.layout;
  std::vector<std::pair<CardPair, std::uint32_t>> routes;
  routes.reserve(layout.edges.size());
  for (std::uint32_t e = 0; e < layout.edges.size(); ++e)
    routes.push_back({{layout.edges[e].from, layout.edges[e].to}, e});
  std::ranges::sort(routes);

  const bool far = input.detail.detail == Detail::kFar;
  std::vector<WorldPoint> points;
  for (const auto& [from, to] : steps) {
    const CardPair siblings = Siblings(input.graph, from, to);
    const auto route = std::ranges::lower_bound(routes, siblings, {}, &std::pair<CardPair, std::uint32_t>::first);
    const bool routed = route != routes.end() && route->first == siblings;
    const WorldRect &a = layout.rect[from], &b = layout.rect[to];
    points.clear();
    if (!routed || siblings.first != from) points.push_back({a.Center().x, a.Bottom()});
    if (routed) points.insert(points.end(), layout.edges[route->second].points.begin(), layout.edges[route->second].points.end());
    if (!routed || siblings.second != to) points.push_back({b.Center().x, b.y});
    Curve curve;
    curve.points = SmoothCurve(points);
    curve.color = input.theme.accent;
    curve.width = far ? std::max(2.6f, 1.6f * WorldPixel(input.detail)) : 2.6f;
    curve.arrow = !far;
    scene.curves.push_back(std::move(curve));
  }
}

}  // namespace

Scene BuildOverlay(const SceneInput& input, const OverlayInput& overlay) {
  Scene scene;
  scene.revision = input.revision;
  const NodeIndex selected = VisibleFor(input.graph, input.layout, overlay.selected);
  const NodeIndex hovered = VisibleFor(input.graph, input.layout, overlay.hovered);
  if (overlay.selected != kNoNode) DrawWay(scene, input, overlay.selected);
  if (hovered != kNoNode && !overlay.drag) DrawHover(scene, input, hovered);
  if (selected != kNoNode) DrawSelection(scene, input, selected);
  if (overlay.drag) DrawDrag(scene, input, *overlay.drag);
  return scene;
}

}  // namespace waymark
