#include "view/transition.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/key_sort.hpp"

namespace waymark {
namespace {

float EaseOut(float t) {
  const float left = 1 - t;
  return 1 - left * left * left;
}

float Mixed(float a, float b, float t) { return a + (b - a) * t; }

WorldRect Mixed(const WorldRect& a, const WorldRect& b, float t) {
  return {Mixed(a.x, b.x, t), Mixed(a.y, b.y, t), Mixed(a.w, b.w, t), Mixed(a.h, b.h, t)};
}

// `rect`, which lies in `whole`, at the corresponding place in `part` and small enough to lie in it, its shape kept.
WorldRect Shrunk(const WorldRect& rect, const WorldRect& whole, const WorldRect& part) {
  if (whole.Empty()) return {part.x, part.y, 0, 0};
  const float kx = part.w / whole.w, ky = part.h / whole.h, k = std::min({kx, ky, 1.0f});
  const WorldPoint c = rect.Center();
  const WorldPoint to{part.x + (c.x - whole.x) * kx, part.y + (c.y - whole.y) * ky};
  return {to.x - rect.w * k / 2, to.y - rect.h * k / 2, rect.w * k, rect.h * k};
}

// The point a share `t` of the way along a polyline, by points rather than by length: enough for a moment of motion.
WorldPoint Along(std::span<const WorldPoint> points, float t) {
  if (points.empty()) return {};
  const float at = t * static_cast<float>(points.size() - 1);
  const auto i = std::min(static_cast<std::size_t>(at), points.size() - 1);
  const auto next = std::min(i + 1, points.size() - 1);
  const float k = at - static_cast<float>(i);
  return {Mixed(points[i].x, points[next].x, k), Mixed(points[i].y, points[next].y, k)};
}

}  // namespace

LayoutTransition::LayoutTransition(const Graph& graph, MapLayout from, MapLayout to)
    : from_(std::move(from)), to_(std::move(to)), start_(graph.size()), end_(graph.size()) {
  // Parents first, so a child of something that itself appears finds where that comes from.
  for (const NodeIndex node : graph.Preorder()) {
    start_[node] = from_.rect[node];
    end_[node] = to_.rect[node];
    const NodeIndex parent = graph.Parent(node);
    if (parent == kNoNode) {
      // New on the road: out of nothing, where it stands.
      if (to_.visible[node] && !from_.visible[node])
        start_[node] = {end_[node].Center().x, end_[node].Center().y, 0, 0};
      continue;
    }
    if (to_.visible[node] && !from_.visible[node]) start_[node] = Shrunk(end_[node], end_[parent], start_[parent]);
    if (from_.visible[node] && !to_.visible[node]) end_[node] = Shrunk(start_[node], start_[parent], end_[parent]);
  }

  const auto sorted = [](const MapLayout& layout) {
    std::vector<std::uint32_t> edges(layout.edges.size());
    std::iota(edges.begin(), edges.end(), 0u);
    KeySorter sorter;
    sorter.Sort(edges, [&](std::uint32_t e) { return layout.edges[e].to; });
    sorter.Sort(edges, [&](std::uint32_t e) { return layout.edges[e].from; });
    return edges;
  };
  const auto before = sorted(from_), after = sorted(to_);
  auto a = before.begin(), b = after.begin();
  while (a != before.end() || b != after.end()) {
    const auto ends = [](const MapLayout& layout, std::uint32_t e) {
      return std::pair(layout.edges[e].from, layout.edges[e].to);
    };
    const bool has_a = a != before.end() && (b == after.end() || ends(from_, *a) <= ends(to_, *b));
    const bool has_b = b != after.end() && (a == before.end() || ends(to_, *b) <= ends(from_, *a));
    edges_.push_back({has_a ? *a : kNone, has_b ? *b : kNone});
    if (has_a) ++a;
    if (has_b) ++b;
  }
}

const TransitionFrame& LayoutTransition::At(float t) {
  if (t >= 1) {
    frame_.layout = to_;
    frame_.node_opacity.assign(to_.rect.size(), 1.0f);
    frame_.edge_opacity.assign(to_.edges.size(), 1.0f);
    return frame_;
  }
  const float k = EaseOut(std::max(t, 0.0f));
  const std::size_t count = start_.size();
  MapLayout& layout = frame_.layout;
  layout.rect.resize(count);
  layout.visible.resize(count);
  layout.expanded.resize(count);
  frame_.node_opacity.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    layout.rect[i] = Mixed(start_[i], end_[i], k);
    layout.visible[i] = from_.visible[i] || to_.visible[i];
    layout.expanded[i] = from_.expanded[i] || to_.expanded[i];
    frame_.node_opacity[i] = Mixed(from_.visible[i] ? 1.0f : 0.0f, to_.visible[i] ? 1.0f : 0.0f, k);
  }
  layout.bounds = Mixed(from_.bounds, to_.bounds, k);

  layout.edges.resize(edges_.size());
  frame_.edge_opacity.resize(edges_.size());
  for (std::size_t i = 0; i < edges_.size(); ++i) {
    const auto [before, after] = edges_[i];
    const MapEdge& model = after != kNone ? to_.edges[after] : from_.edges[before];
    MapEdge& edge = layout.edges[i];
    edge.from = model.from;
    edge.to = model.to;
    edge.stands_for = model.stands_for;
    edge.against_flow = model.against_flow;
    edge.points = model.points;
    if (before != kNone && after != kNone) {
      const auto& start = from_.edges[before].points;
      const auto last = static_cast<float>(std::max<std::size_t>(edge.points.size(), 2) - 1);
      for (std::size_t p = 0; p < edge.points.size(); ++p) {
        const WorldPoint s = Along(start, static_cast<float>(p) / last);
        edge.points[p] = {Mixed(s.x, edge.points[p].x, k), Mixed(s.y, edge.points[p].y, k)};
      }
      frame_.edge_opacity[i] = 1;
    } else {
      // Its cards fly along with their group: only when they are nearly in place does the edge belong to the picture.
      frame_.edge_opacity[i] = after != kNone ? std::max(0.0f, 2 * k - 1) : std::max(0.0f, 1 - 2 * k);
      const auto& solid = after != kNone ? to_.rect : from_.rect;
      for (std::size_t p = 0; p < edge.points.size(); ++p) {
        // The near half goes with the source, the far half with the target.
        const NodeIndex with = 2 * p < edge.points.size() ? edge.from : edge.to;
        const WorldVector moved = layout.rect[with].Center() - solid[with].Center();
        edge.points[p] = edge.points[p] + moved;
      }
    }
  }
  return frame_;
}

}  // namespace waymark
