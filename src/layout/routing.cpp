#include "layout/routing.hpp"

#include <cmath>

namespace waymark {
namespace {

constexpr float kStraight = 0.01f;  // units off the line

void Append(std::vector<WorldPoint>& points, WorldPoint p) {
  if (!points.empty() && points.back() == p) return;
  if (points.size() > 1) {
    const WorldVector a = points.back() - points[points.size() - 2], b = p - points.back();
    const float length = std::hypot(a.x, a.y) + std::hypot(b.x, b.y);
    if (std::abs(a.x * b.y - a.y * b.x) <= kStraight * length) points.pop_back();
  }
  points.push_back(p);
}

}  // namespace

std::vector<WorldPoint> RouteEdge(const LayeredPart& part, const Segments& segments, const Ports& ports,
                                  std::uint32_t e, std::span<const float> x, std::span<const LayerBand> bands,
                                  float upper_height) {
  std::vector<WorldPoint> points;
  const FlowEdge& flow = part.flow[e];
  std::uint32_t layer = part.rank[flow.upper];
  const std::uint32_t first = segments.first[e], last = segments.first[e + 1] - 1;
  const float from = x[flow.upper] + ports.upper[segments.way[first]];
  Append(points, {from, bands[layer].top + upper_height});
  Append(points, {from, bands[layer].bottom});
  for (std::uint32_t s = first; s < last; ++s) {
    ++layer;
    const float at = x[segments.lower[segments.way[s]]];
    Append(points, {at, bands[layer].top});
    Append(points, {at, bands[layer].bottom});
  }
  Append(points, {x[flow.lower] + ports.lower[segments.way[last]], bands[layer + 1].top});
  return points;
}

std::vector<WorldPoint> RouteLoop(const WorldRect& node, float node_gap) {
  const float out = node.Right() + node_gap * 0.4f;
  const float upper = node.y + node.h / 3, lower = node.y + node.h * 2 / 3;
  return {{node.Right(), upper}, {out, upper}, {out, lower}, {node.Right(), lower}};
}

}  // namespace waymark
