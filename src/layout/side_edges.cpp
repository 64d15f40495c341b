#include "layout/side_edges.hpp"

#include <algorithm>
#include <numeric>

#include "base/key_sort.hpp"

namespace waymark {
namespace {

// A roadmap-like graph of 5,000 cards, broken to the width of a screen, needs four a card.
constexpr std::size_t kBendsPerNode = 16, kLeastBends = 50'000;
constexpr std::uint32_t kMostLanes = 24;
constexpr float kLaneGap = 8;
constexpr float kLevelShare = 0.3f;  // of the gap between layers, that level pieces keep from cards

}  // namespace

std::size_t MostBends(std::size_t nodes, std::size_t edges) {
  // Of many edges to a card most are as good as alike, and get no more room than few.
  return kLeastBends + kBendsPerNode * std::min(nodes, edges);
}

std::size_t CountBends(std::span<const FlowEdge> flow, std::span<const std::uint32_t> rank) {
  std::size_t bends = 0;
  for (const FlowEdge& e : flow) bends += rank[e.lower] - rank[e.upper] - 1;
  return bends;
}

void LeadLongEdgesAside(LayeredPart& part) {
  const std::size_t most = MostBends(part.nodes.size(), part.flow.size());
  if (CountBends(part.flow, part.rank) <= most) return;
  const auto span_of = [&](std::uint32_t e) { return part.rank[part.flow[e].lower] - part.rank[part.flow[e].upper]; };
  std::vector<std::uint32_t> shortest_first(part.flow.size());
  std::iota(shortest_first.begin(), shortest_first.end(), 0u);
  KeySorter().Sort(shortest_first, span_of);
  // An edge that alone links what shorter ones do not stays in any case (Kruskal's spanning tree).
  std::vector<std::uint32_t> root(part.nodes.size());
  std::iota(root.begin(), root.end(), 0u);
  const auto find = [&root](std::uint32_t v) {
    while (root[v] != v) v = root[v] = root[root[v]];
    return v;
  };
  std::vector<char> aside(part.flow.size(), 0);
  std::size_t bends = 0;
  for (const std::uint32_t e : shortest_first) {
    const std::uint32_t a = find(part.flow[e].upper), b = find(part.flow[e].lower);
    bends += span_of(e) - 1;
    aside[e] = a == b && bends > most;
    root[std::max(a, b)] = std::min(a, b);
  }
  std::size_t kept = 0;
  for (std::size_t e = 0; e < part.flow.size(); ++e) {
    if (aside[e]) {
      part.side_edges.push_back(part.edges[e]);
      part.side_flow.push_back(part.flow[e]);
    } else {
      part.edges[kept] = part.edges[e];
      part.flow[kept++] = part.flow[e];
    }
  }
  part.edges.resize(kept);
  part.flow.resize(kept);
}

float RouteSideEdges(const LayeredPart& part, std::span<const float> x, std::span<const LayerBand> bands,
                     std::span<const float> heights, float right, const LayeredOptions& options,
                     std::vector<std::vector<WorldPoint>>& out) {
  out.clear();
  float reach = right;
  const float level = kLevelShare * options.layer_gap;
  for (const FlowEdge& e : part.side_flow) {
    const LayerBand &from = bands[part.rank[e.upper]], &to = bands[part.rank[e.lower]];
    const float lane = right + options.node_gap + kLaneGap * static_cast<float>(e.upper % kMostLanes);
    const float leave = from.bottom + level, arrive = to.top - level;
    out.push_back({{x[e.upper], from.top + heights[e.upper]},
                   {x[e.upper], leave},
                   {lane, leave},
                   {lane, arrive},
                   {x[e.lower], arrive},
                   {x[e.lower], to.top}});
    reach = std::max(reach, lane);
  }
  return reach;
}

}  // namespace waymark
