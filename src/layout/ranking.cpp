#include "layout/ranking.hpp"

#include <algorithm>
#include <cmath>

#include "layout/adjacency.hpp"
#include "layout/network_simplex.hpp"

namespace waymark {
namespace {

// Beyond this an edge is no more important; keeps sums far from overflow.
constexpr float kMaxWeight = 1000;

std::vector<std::int32_t> LongestPathRanks(std::uint32_t count, std::span<const FlowEdge> edges) {
  const Adjacency out = GroupByRow(
      count, static_cast<std::uint32_t>(edges.size()), [&](std::uint32_t e) { return edges[e].upper; },
      [&](std::uint32_t e) { return edges[e].lower; });
  std::vector<std::uint32_t> missing(count, 0), ready;
  for (const FlowEdge& e : edges) ++missing[e.lower];
  for (std::uint32_t v = 0; v < count; ++v)
    if (missing[v] == 0) ready.push_back(v);
  std::vector<std::int32_t> rank(count, 0);
  for (std::size_t i = 0; i < ready.size(); ++i)
    for (const std::uint32_t w : out[ready[i]]) {
      rank[w] = std::max(rank[w], rank[ready[i]] + 1);
      if (--missing[w] == 0) ready.push_back(w);
    }
  return rank;
}

}  // namespace

void ImproveRanks(std::span<const FlowEdge> edges, std::vector<std::int32_t>& rank, std::int64_t& budget) {
  std::vector<SimplexEdge> lines;
  lines.reserve(edges.size());
  for (const FlowEdge& e : edges)
    lines.push_back(
        {e.upper, e.lower, 1, static_cast<std::int32_t>(std::lround(std::clamp(e.weight, 1.0f, kMaxWeight)))});
  SolveNetworkSimplex(lines, rank, budget);
}

std::vector<std::uint32_t> RankNodes(std::uint32_t node_count, std::span<const FlowEdge> edges, std::int64_t& budget) {
  std::vector<std::int32_t> rank = LongestPathRanks(node_count, edges);
  ImproveRanks(edges, rank, budget);
  const std::int32_t top = *std::ranges::min_element(rank);
  std::vector<std::uint32_t> result(node_count);
  std::ranges::transform(rank, result.begin(), [top](std::int32_t r) { return static_cast<std::uint32_t>(r - top); });
  return result;
}

}  // namespace waymark
