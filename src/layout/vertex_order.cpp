#include "layout/vertex_order.hpp"

#include <bit>

namespace waymark {

VertexGraph::VertexGraph(const LayeredPart& part) : node_count(static_cast<std::uint32_t>(part.nodes.size())) {
  layer.resize(part.first_bend.back());
  for (std::uint32_t v = 0; v < node_count; ++v) layer[v] = part.rank[v];
  for (std::uint32_t e = 0; e < part.flow.size(); ++e)
    for (std::uint32_t b = part.first_bend[e]; b < part.first_bend[e + 1]; ++b)
      layer[b] = part.rank[part.flow[e].upper] + 1 + (b - part.first_bend[e]);
  for (const std::uint32_t l : layer) {
    if (layer_begin.size() < l + 2u) layer_begin.resize(l + 2u, 0);
    ++layer_begin[l + 1];
  }
  for (std::size_t l = 1; l < layer_begin.size(); ++l) layer_begin[l] += layer_begin[l - 1];
  std::vector<std::uint32_t> upper, lower;
  upper.reserve(VertexCount() - node_count + part.flow.size());
  lower.reserve(upper.capacity());
  for (std::uint32_t e = 0; e < part.flow.size(); ++e) {
    upper.push_back(part.flow[e].upper);
    for (std::uint32_t b = part.first_bend[e]; b < part.first_bend[e + 1]; ++b) {
      lower.push_back(b);
      upper.push_back(b);
    }
    lower.push_back(part.flow[e].lower);
  }
  const auto count = static_cast<std::uint32_t>(upper.size());
  const auto upper_of = [&upper](std::uint32_t s) { return upper[s]; };
  const auto lower_of = [&lower](std::uint32_t s) { return lower[s]; };
  up = GroupByRow(VertexCount(), count, lower_of, upper_of);
  down = GroupByRow(VertexCount(), count, upper_of, lower_of);
}

std::int64_t CrossingCounter::Count(const VertexGraph& graph, const VertexOrder& order, std::uint32_t upper) {
  const auto below = static_cast<std::uint32_t>(order.Layer(graph, upper + 1).size());
  const std::uint32_t leaves = std::bit_ceil(below);
  tree_.assign(2 * leaves, 0);
  std::int64_t crossings = 0;
  std::int64_t added = 0;
  for (const std::uint32_t v : order.Layer(graph, upper)) {
    const auto neighbours = graph.down[v];
    // Edges of one vertex do not cross each other, so all are counted before any is added.
    for (const std::uint32_t w : neighbours) {
      std::uint32_t i = leaves + order.pos[w];
      std::int64_t not_right = tree_[i];
      for (; i > 1; i >>= 1)
        if (i & 1u) not_right += tree_[i - 1];
      crossings += added - not_right;
    }
    for (const std::uint32_t w : neighbours) {
      for (std::uint32_t i = leaves + order.pos[w]; i > 0; i >>= 1) ++tree_[i];
      ++added;
    }
  }
  return crossings;
}

std::int64_t CrossingCounter::CountAll(const VertexGraph& graph, const VertexOrder& order) {
  std::int64_t sum = 0;
  for (std::uint32_t l = 0; l + 1 < graph.LayerCount(); ++l) sum += Count(graph, order, l);
  return sum;
}

}  // namespace waymark
