// The interactive part of the picture: what changes with every move of the pointer.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include "base/compact_sort.hpp"
#include "base/key_sort.hpp"
#include "layout/edge_curve.hpp"
#include "view/cards/card_geometry.hpp"
#include "view/cards/card_painter.hpp"
#include "view/scene/scene_parts.hpp"
#include "view/scene/shapes.hpp"

namespace waymark {
namespace {

// More curves than this show no way any more.
constexpr std::size_t kMaxWayCurves = 2000;

float RadiusOf(const SceneInput& input, NodeIndex node) {
  if (input.layout.expanded[node]) return kRadiusArea;
  return input.graph.IsGroup(node) ? kRadiusGroup : kRadiusCard;
}

void DrawSelection(Scene& scene, const SceneInput& input, NodeIndex node) {
  const float width = 2.5f * LineScale(input.detail), offset = 2 * width;
  scene.shapes.push_back(
      Box(input.layout.rect[node].Inflated(offset), RadiusOf(input, node) + offset, {}, input.theme.accent, width));
}

// A card in full above its faded self; an area has nothing that a look would need.
void DrawPeek(Scene& scene, const SceneInput& input, NodeIndex node) {
  if (input.layout.expanded[node]) return;
  if (input.detail.detail == Detail::kFar)
    DrawBlock(scene, input, node);
  else
    DrawCard(scene, input, node, input.layout.rect[node]);
}

// Two rings that leave the card and fade.
void DrawFlash(Scene& scene, const SceneInput& input, NodeIndex node, float phase) {
  constexpr int kRings = 2;
  constexpr float kReach = 22, kStrength = 0.8f;
  const float pixel = LineScale(input.detail);
  for (int i = 0; i < kRings; ++i) {
    const float t = phase * (1 + 0.5f * (kRings - 1)) - 0.5f * static_cast<float>(i);
    if (t <= 0 || t >= 1) continue;
    const float out = (4 + kReach * t) * pixel;
    scene.shapes.push_back(Box(input.layout.rect[node].Inflated(out), RadiusOf(input, node) + out, {},
                               input.theme.accent.Faded(kStrength * (1 - t)), 3 * pixel));
  }
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
  scene.shapes.push_back(
      Box(to, radius, fill, input.theme.accent, std::max(2.0f, whole ? 0.0f : WorldPixel(input.detail))));
}

using Ends = std::pair<NodeIndex, NodeIndex>;

// The ancestors of `a` and `b` (or themselves) that are siblings. Their parents are the same node, or none.
Ends Siblings(const Graph& graph, NodeIndex a, NodeIndex b) {
  while (graph.Depth(a) > graph.Depth(b)) a = graph.Parent(a);
  while (graph.Depth(b) > graph.Depth(a)) b = graph.Parent(b);
  while (a != b && graph.Parent(a) != graph.Parent(b)) {
    a = graph.Parent(a);
    b = graph.Parent(b);
  }
  return {a, b};
}

// What comes before the selected skill and is not yet met.
struct Way {
  std::vector<char> on_it;  // by node; a group is on the way when something in it is
  struct Step {
    NodeIndex from, to;  // cards
    bool last;           // into the selected skill itself
    friend auto operator<=>(const Step&, const Step&) = default;
  };
  std::vector<Step> steps;  // none twice
};

Way WayOnMap(const SceneInput& input, NodeIndex selected, std::span<const NodeIndex> nodes) {
  const Graph& graph = input.graph;

  Way way;
  way.on_it.resize(graph.size(), 0);
  for (NodeIndex node : nodes)
    for (; node != kNoNode && !way.on_it[node]; node = graph.Parent(node)) way.on_it[node] = 1;
  for (const NodeIndex node : nodes)
    for (const PrerequisiteEdge& edge : graph.EdgesInto(node)) {
      if (!way.on_it[edge.from]) continue;
      const NodeIndex a = VisibleFor(graph, input.layout, edge.from), b = VisibleFor(graph, input.layout, node);
      const auto [sibling_a, sibling_b] = Siblings(graph, a, b);
      if (sibling_a != sibling_b) way.steps.push_back({a, b, node == selected});  // else one holds the other
    }
  CompactSort(way.steps);
  way.steps.erase(std::ranges::unique(way.steps).begin(), way.steps.end());
  return way;
}

// The map's edges by their ends.
class Routes {
 public:
  explicit Routes(const MapLayout& layout) : layout_(layout) {
    std::vector<std::uint32_t> edges(layout.edges.size());
    std::iota(edges.begin(), edges.end(), 0u);
    KeySorter sorter;
    sorter.Sort(edges, [&](std::uint32_t e) { return layout.edges[e].to; });
    sorter.Sort(edges, [&](std::uint32_t e) { return layout.edges[e].from; });
    by_ends_.reserve(edges.size());
    for (const std::uint32_t e : edges) by_ends_.push_back({{layout.edges[e].from, layout.edges[e].to}, e});
  }
  // The edges from one sibling to another, as few as there can be: one, or several where the map leaves out an edge
  // because others imply it. None when there is no way. O(edges of their level), but O(log edges) for one.
  std::vector<const MapEdge*> Between(Ends ends) const {
    std::map<NodeIndex, const MapEdge*> reached;  // by the edge that leads there
    std::vector<NodeIndex> queue = {ends.first};
    if (const MapEdge* direct = Find(ends)) return {direct};
    for (std::size_t i = 0; i < queue.size() && !reached.contains(ends.second); ++i) {
      const auto from = std::pair{Ends{queue[i], 0}, std::uint32_t{0}};
      for (auto it = std::ranges::lower_bound(by_ends_, from); it != by_ends_.end() && it->first.first == queue[i];
           ++it)
        if (reached.emplace(it->first.second, &layout_.edges[it->second]).second) queue.push_back(it->first.second);
    }
    std::vector<const MapEdge*> way;
    for (NodeIndex at = ends.second; reached.contains(ends.second) && at != ends.first; at = way.back()->from)
      way.push_back(reached[at]);
    return way;
  }

 private:
  const MapEdge* Find(Ends ends) const {
    const auto found = std::ranges::lower_bound(by_ends_, ends, {}, &std::pair<Ends, std::uint32_t>::first);
    return found != by_ends_.end() && found->first == ends ? &layout_.edges[found->second] : nullptr;
  }

  const MapLayout& layout_;
  std::vector<std::pair<Ends, std::uint32_t>> by_ends_;
};

// Whether a smooth curve runs over a card that is neither of its ends. O(nodes + cards in its bounds × pieces).
bool RunsOverCard(const SceneInput& input, std::span<const WorldPoint> curve, NodeIndex from, NodeIndex to) {
  std::vector<WorldPoint> line;
  AppendFlattened(curve, line);
  std::vector<WorldRect> pieces;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const WorldPoint a = line[i - 1], b = line[i];
    pieces.push_back({std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)});
  }
  WorldRect bounds = pieces.front();
  for (const WorldRect& piece : pieces) bounds = bounds.United(piece);
  const auto touches = [&](const WorldRect& card) {
    return card.Intersects(bounds) &&
           std::ranges::any_of(pieces, [&](const WorldRect& piece) { return card.Intersects(piece); });
  };
  for (NodeIndex node = 0; node < input.graph.size(); ++node)
    if (node != from && node != to && input.layout.visible[node] && !input.layout.expanded[node] &&
        touches(input.layout.rect[node]))
      return true;
  return false;
}

// Along the map's edges, so that the way crosses no card. Where it enters or leaves an area it ends at the area's
// border, and only the last step goes on to the cards themselves where nothing is in between; the rest is told by the
// cards' outlines.
void DrawWay(Scene& scene, const SceneInput& input, NodeIndex selected, std::span<const NodeIndex> remaining) {
  const Way way = WayOnMap(input, selected, remaining);
  const MapLayout& layout = input.layout;
  const Routes routes(layout);
  const float scale = LineScale(input.detail);
  const auto add = [&](std::vector<WorldPoint> points) {
    Curve curve;
    curve.points = std::move(points);
    curve.color = input.theme.accent;
    curve.width = 2.6f * scale;
    curve.arrow = input.detail.detail != Detail::kFar;
    scene.curves.push_back(std::move(curve));
  };
  std::set<const MapEdge*> drawn;
  std::set<Ends> found;
  for (const Way::Step& step : way.steps) {
    if (scene.curves.size() >= kMaxWayCurves) break;
    const Ends siblings = Siblings(input.graph, step.from, step.to);
    const bool goes_on = step.last && siblings != Ends{step.from, step.to};
    if (!goes_on && !found.insert(siblings).second) continue;
    const std::vector<const MapEdge*> edges = routes.Between(siblings);
    const WorldPoint start{layout.rect[step.from].Center().x, layout.rect[step.from].Bottom()};
    const WorldPoint end{layout.rect[step.to].Center().x, layout.rect[step.to].y};
    if (edges.empty()) add(SmoothCurve(std::array{start, end}));
    if (edges.size() == 1 && goes_on) {
      std::vector<WorldPoint> points = edges.front()->points;
      if (siblings.first != step.from) points.insert(points.begin(), start);
      if (siblings.second != step.to) points.push_back(end);
      std::vector<WorldPoint> curve = SmoothCurve(points);
      if (!RunsOverCard(input, curve, step.from, step.to)) {
        add(std::move(curve));
        continue;
      }
    }
    for (const MapEdge* edge : edges)
      if (drawn.insert(edge).second) add(SmoothCurve(edge->points));
  }
  for (NodeIndex node = 0; node < way.on_it.size(); ++node) {
    if (!way.on_it[node] || !layout.visible[node] || layout.expanded[node] || node == selected) continue;
    const float width = 1.4f * scale, offset = 1.5f * width;
    scene.shapes.push_back(Box(layout.rect[node].Inflated(offset), RadiusOf(input, node) + offset, {},
                               input.theme.accent.WithAlpha(0.85f), width));
  }
}

}  // namespace

Scene BuildWay(const SceneInput& input, NodeIndex selected, std::span<const NodeIndex> remaining) {
  Scene scene;
  DrawWay(scene, input, selected, remaining);
  return scene;
}

Scene BuildOverlay(const SceneInput& input, const OverlayInput& overlay) {
  Scene scene;
  if (overlay.way) scene = *overlay.way;
  scene.revision = input.revision;
  const NodeIndex selected = VisibleFor(input.graph, input.layout, overlay.selected);
  const NodeIndex hovered = VisibleFor(input.graph, input.layout, overlay.hovered);
  if (overlay.show_selected && selected != kNoNode) DrawPeek(scene, input, selected);
  if (overlay.show_hovered && hovered != kNoNode && !overlay.drag) DrawPeek(scene, input, hovered);
  if (hovered != kNoNode && !overlay.drag) DrawHover(scene, input, hovered);
  if (selected != kNoNode) DrawSelection(scene, input, selected);
  if (overlay.flash) {
    const NodeIndex flashed = VisibleFor(input.graph, input.layout, overlay.flash->node);
    if (flashed != kNoNode) DrawFlash(scene, input, flashed, overlay.flash->phase);
  }
  if (overlay.drag) DrawDrag(scene, input, *overlay.drag);
  return scene;
}

}  // namespace waymark
