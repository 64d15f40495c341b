// Graphs for the layout's tests, and what has to be true of every drawing.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "layout/detour.hpp"
#include "layout/edge_curve.hpp"
#include "layout/layered_layout.hpp"
#include "layout/random.hpp"

namespace waymark {

struct SampleGraph {
  std::vector<Size> sizes;
  std::vector<LayeredEdge> edges;

  std::uint32_t NodeCount() const { return static_cast<std::uint32_t>(sizes.size()); }
};

// `edge_count` edges from a lower to a higher place in a shuffled order, so that numbers carry no hint; some of them
// twice. With `cyclic` one in eight runs the other way.
inline SampleGraph MakeSampleGraph(std::uint32_t node_count, std::uint32_t edge_count, std::uint32_t seed,
                                   bool cyclic = false) {
  Random random(seed);
  SampleGraph graph;
  std::vector<std::uint32_t> place(node_count);
  for (std::uint32_t v = 0; v < node_count; ++v) {
    graph.sizes.push_back({static_cast<float>(40 + random.Below(200)), static_cast<float>(30 + random.Below(60))});
    place[v] = v;
  }
  for (std::uint32_t v = node_count; v > 1; --v) std::swap(place[v - 1], place[random.Below(v)]);
  while (node_count > 1 && graph.edges.size() < edge_count) {
    const std::uint32_t reach = 1 + random.Below(random.Below(4) == 0 ? node_count - 1 : std::min(node_count - 1, 12u));
    const std::uint32_t a = random.Below(node_count), b = a + reach;
    if (b >= node_count) continue;
    const bool turned = cyclic && random.Below(8) == 0;
    graph.edges.push_back({place[turned ? b : a], place[turned ? a : b], static_cast<float>(1 + random.Below(3))});
  }
  return graph;
}

inline int CountOverlaps(std::span<const WorldRect> nodes) {
  int overlaps = 0;
  for (std::size_t a = 0; a < nodes.size(); ++a)
    for (std::size_t b = a + 1; b < nodes.size(); ++b) overlaps += nodes[a].Inflated(-0.01f).Intersects(nodes[b]);
  return overlaps;
}

// Edges, loops apart, that pass through the inside of a node other than their ends.
inline int CountEdgesThroughNodes(const LayeredDrawing& drawing, std::span<const LayeredEdge> edges) {
  int through = 0;
  for (std::size_t e = 0; e < edges.size(); ++e)
    for (std::uint32_t v = 0; v < drawing.nodes.size(); ++v) {
      if (v == edges[e].from || v == edges[e].to) continue;
      const auto& points = drawing.edges[e];
      for (std::size_t i = 0; i + 1 < points.size(); ++i)
        if (Enters(points[i], points[i + 1], drawing.nodes[v].Inflated(-0.5f))) {
          ++through;
          break;
        }
    }
  return through;
}

// Whether the curve that an edge is drawn as enters the inside of `card`.
inline bool CurveEnters(std::span<const WorldPoint> points, const WorldRect& card) {
  constexpr int kSteps = 64;
  std::vector<WorldPoint> curve;
  AppendFlattened(SmoothCurve(points), curve, kSteps);
  for (std::size_t i = 0; i + 1 < curve.size(); ++i)
    if (Enters(curve[i], curve[i + 1], card.Inflated(-0.5f))) return true;
  return false;
}

inline bool OnBorder(const WorldRect& rect, WorldPoint p) {
  constexpr float kNear = 0.01f;
  const bool inside = rect.Inflated(kNear).Contains(p);
  return inside && !rect.Inflated(-kNear).Contains(p);
}

// Edges whose ends are not on the borders of their nodes.
inline int CountLooseEnds(const LayeredDrawing& drawing, std::span<const LayeredEdge> edges) {
  int loose = 0;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto& points = drawing.edges[e];
    loose += points.size() < 2 || !OnBorder(drawing.nodes[edges[e].from], points.front()) ||
             !OnBorder(drawing.nodes[edges[e].to], points.back());
  }
  return loose;
}

// Edges that do not run down all the way.
inline int CountRising(const LayeredDrawing& drawing, std::span<const LayeredEdge> edges) {
  int rising = 0;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto& points = drawing.edges[e];
    bool falls = drawing.nodes[edges[e].to].y >= drawing.nodes[edges[e].from].Bottom();
    for (std::size_t i = 0; i + 1 < points.size(); ++i) falls = falls && points[i + 1].y >= points[i].y;
    rising += !falls;
  }
  return rising;
}

inline bool SameDrawing(const LayeredDrawing& a, const LayeredDrawing& b) {
  return a.nodes == b.nodes && a.edges == b.edges && a.bounds == b.bounds;
}

// Whether what `order` leaves after turning some edges has no cycle.
inline bool AcyclicWithout(std::uint32_t node_count, std::span<const LayeredEdge> edges,
                           std::span<const std::uint32_t> turned) {
  std::vector<std::vector<std::uint32_t>> out(node_count);
  std::vector<int> missing(node_count, 0);
  for (std::uint32_t e = 0; e < edges.size(); ++e) {
    if (edges[e].from == edges[e].to) continue;
    const bool back = std::ranges::find(turned, e) != turned.end();
    const std::uint32_t from = back ? edges[e].to : edges[e].from, to = back ? edges[e].from : edges[e].to;
    out[from].push_back(to);
    ++missing[to];
  }
  std::vector<std::uint32_t> ready;
  for (std::uint32_t v = 0; v < node_count; ++v)
    if (missing[v] == 0) ready.push_back(v);
  for (std::size_t i = 0; i < ready.size(); ++i)
    for (const std::uint32_t w : out[ready[i]])
      if (--missing[w] == 0) ready.push_back(w);
  return ready.size() == node_count;
}

}  // namespace waymark
