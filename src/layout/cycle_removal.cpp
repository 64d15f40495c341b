#include "layout/cycle_removal.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <utility>

#include "base/key_sort.hpp"
#include "layout/adjacency.hpp"

namespace waymark {
namespace {

constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kExactNodes = 12;               // 4,096 subsets
constexpr std::uint64_t kMostExactSteps = 100'000'000;  // of all knots together; those after are ordered greedily

// Number of each node's strongly connected component. Source: Tarjan, "Depth-first search and linear graph algorithms",
// SIAM J. Comput. 1(2), 1972; with its own stack.
std::vector<std::uint32_t> StrongComponents(std::uint32_t count, std::span<const LayeredEdge> edges,
                                            const Adjacency& out) {
  std::vector<std::uint32_t> component(count, kUnseen), index(count, kUnseen), low(count, 0), next(count, 0);
  std::vector<std::uint32_t> path, held;
  std::uint32_t counter = 0, components = 0;
  for (std::uint32_t root = 0; root < count; ++root) {
    if (index[root] != kUnseen) continue;
    path.push_back(root);
    while (!path.empty()) {
      const std::uint32_t v = path.back();
      if (index[v] == kUnseen) {
        index[v] = low[v] = counter++;
        held.push_back(v);
      }
      if (next[v] < out.Count(v)) {
        const std::uint32_t w = edges[out[v][next[v]++]].to;
        if (index[w] == kUnseen) {
          path.push_back(w);
        } else if (component[w] == kUnseen) {
          low[v] = std::min(low[v], index[w]);
        }
        continue;
      }
      path.pop_back();
      if (!path.empty()) low[path.back()] = std::min(low[path.back()], low[v]);
      if (low[v] != index[v]) continue;
      for (std::uint32_t w = kUnseen; w != v;) {
        w = held.back();
        held.pop_back();
        component[w] = components;
      }
      ++components;
    }
  }
  return component;
}

// One strongly connected component with its own numbering.
struct Knot {
  std::vector<std::uint32_t> nodes;
  std::vector<std::uint32_t> edges;      // of the whole
  std::vector<LayeredEdge> local_edges;  // the same, by position in `nodes`
};

// place[v]: where v stands in an order with the least weight of edges that run backward. Prefixes of the order are
// subsets; appending v to a prefix costs the edges from v into it.
std::vector<std::uint32_t> ExactOrder(const Knot& knot) {
  const auto count = static_cast<std::uint32_t>(knot.nodes.size());
  const std::uint32_t subsets = 1u << count;
  std::vector<float> cost(subsets, std::numeric_limits<float>::infinity());
  std::vector<std::uint32_t> last(subsets, 0);
  std::vector<std::vector<float>> weight(count, std::vector<float>(count, 0));
  for (const LayeredEdge& e : knot.local_edges) weight[e.from][e.to] += e.weight;
  cost[0] = 0;
  for (std::uint32_t subset = 0; subset + 1 < subsets; ++subset)
    for (std::uint32_t v = 0; v < count; ++v) {
      if (subset >> v & 1u) continue;
      float sum = cost[subset];
      for (std::uint32_t u = 0; u < count; ++u)
        if (subset >> u & 1u) sum += weight[v][u];
      const std::uint32_t with = subset | 1u << v;
      if (sum < cost[with]) cost[with] = sum, last[with] = v;
    }
  std::vector<std::uint32_t> place(count, 0);
  for (std::uint32_t subset = subsets - 1, i = count; i-- > 0; subset &= ~(1u << last[subset])) place[last[subset]] = i;
  return place;
}

std::vector<std::uint32_t> GreedyOrder(const Knot& knot) {
  const auto count = static_cast<std::uint32_t>(knot.nodes.size());
  const auto edge_count = static_cast<std::uint32_t>(knot.local_edges.size());
  const auto& edges = knot.local_edges;
  const auto self = [](std::uint32_t e) { return e; };
  const Adjacency out = GroupByRow(count, edge_count, [&](std::uint32_t e) { return edges[e].from; }, self);
  const Adjacency in = GroupByRow(count, edge_count, [&](std::uint32_t e) { return edges[e].to; }, self);
  std::vector<double> out_weight(count, 0), in_weight(count, 0);
  std::vector<std::uint32_t> out_left(count, 0), in_left(count, 0);
  for (const LayeredEdge& e : edges) {
    out_weight[e.from] += e.weight, in_weight[e.to] += e.weight;
    ++out_left[e.from], ++in_left[e.to];
  }
  using Entry = std::pair<double, std::uint32_t>;
  const auto worse = [](const Entry& a, const Entry& b) {
    return a.first != b.first ? a.first < b.first : a.second > b.second;
  };
  std::priority_queue<Entry, std::vector<Entry>, decltype(worse)> surplus(worse);
  std::vector<std::uint32_t> sinks, sources;
  std::vector<char> taken(count, 0);
  const auto file = [&](std::uint32_t v) {
    if (out_left[v] == 0) {
      sinks.push_back(v);
    } else if (in_left[v] == 0) {
      sources.push_back(v);
    } else {
      surplus.emplace(out_weight[v] - in_weight[v], v);
    }
  };
  for (std::uint32_t v = 0; v < count; ++v) file(v);

  std::vector<std::uint32_t> place(count, 0);
  std::uint32_t front = 0, back = count;
  const auto take = [&](std::uint32_t v, std::uint32_t at) {
    taken[v] = 1;
    place[v] = at;
    for (const std::uint32_t e : out[v]) {
      const std::uint32_t w = edges[e].to;
      if (taken[w]) continue;
      --in_left[w], in_weight[w] -= edges[e].weight;
      file(w);
    }
    for (const std::uint32_t e : in[v]) {
      const std::uint32_t w = edges[e].from;
      if (taken[w]) continue;
      --out_left[w], out_weight[w] -= edges[e].weight;
      file(w);
    }
  };
  while (front < back) {
    if (!sinks.empty()) {
      const std::uint32_t v = sinks.back();
      sinks.pop_back();
      if (!taken[v]) take(v, --back);
    } else if (!sources.empty()) {
      const std::uint32_t v = sources.back();
      sources.pop_back();
      if (!taken[v]) take(v, front++);
    } else {
      const auto [key, v] = surplus.top();
      surplus.pop();
      // An entry is stale when the node is gone or has been filed again since.
      if (!taken[v] && key == out_weight[v] - in_weight[v]) take(v, front++);
    }
  }
  return place;
}

}  // namespace

std::vector<std::uint32_t> EdgesToTurn(std::uint32_t node_count, std::span<const LayeredEdge> edges) {
  const auto edge_count = static_cast<std::uint32_t>(edges.size());
  const Adjacency out = GroupByRow(
      node_count, edge_count, [&](std::uint32_t e) { return edges[e].from; }, [](std::uint32_t e) { return e; });
  const std::vector<std::uint32_t> component = StrongComponents(node_count, edges, out);
  const auto knotted = [&](const LayeredEdge& e) { return e.from != e.to && component[e.from] == component[e.to]; };
  if (std::ranges::none_of(edges, knotted)) return {};

  std::vector<Knot> knots(node_count);
  std::vector<std::uint32_t> local(node_count, 0);
  for (std::uint32_t v = 0; v < node_count; ++v) {
    Knot& knot = knots[component[v]];
    local[v] = static_cast<std::uint32_t>(knot.nodes.size());
    knot.nodes.push_back(v);
  }
  for (std::uint32_t e = 0; e < edge_count; ++e) {
    if (!knotted(edges[e])) continue;
    Knot& knot = knots[component[edges[e].from]];
    knot.edges.push_back(e);
    knot.local_edges.push_back({local[edges[e].from], local[edges[e].to], edges[e].weight});
  }
  std::vector<std::uint32_t> turned;
  std::uint64_t exact_steps = 0;
  for (const Knot& knot : knots) {
    if (knot.edges.empty()) continue;
    const std::size_t size = knot.nodes.size();
    const bool exact = size <= kExactNodes && exact_steps < kMostExactSteps;
    if (exact) exact_steps += (std::uint64_t{1} << size) * size * size;
    const auto place = exact ? ExactOrder(knot) : GreedyOrder(knot);
    for (std::size_t i = 0; i < knot.edges.size(); ++i)
      if (place[knot.local_edges[i].from] > place[knot.local_edges[i].to]) turned.push_back(knot.edges[i]);
  }
  KeySorter().Sort(turned, [](std::uint32_t e) { return e; });
  return turned;
}

}  // namespace waymark
