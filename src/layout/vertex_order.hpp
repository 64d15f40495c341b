// The vertices of a layered part as crossing reduction sees them: neighbours above and below, and where each stands in
// its layer. Ordering is all that changes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/adjacency.hpp"
#include "layout/layered_layout.hpp"

namespace waymark {

// What stays the same while vertices change places.
struct VertexGraph {
  std::uint32_t node_count = 0;  // vertices from here on are bends
  std::vector<std::uint32_t> layer;
  std::vector<std::uint32_t> layer_begin;  // one past the last at the end
  Adjacency up;
  Adjacency down;

  // Needs the ranks and bends of `part`.
  explicit VertexGraph(const LayeredPart& part);
  std::uint32_t VertexCount() const { return static_cast<std::uint32_t>(layer.size()); }
  std::uint32_t LayerCount() const { return static_cast<std::uint32_t>(layer_begin.size()) - 1; }
};

struct VertexOrder {
  std::vector<std::uint32_t> order;  // by VertexGraph::layer_begin
  std::vector<std::uint32_t> pos;    // of each vertex in its layer

  std::span<std::uint32_t> Layer(const VertexGraph& graph, std::uint32_t l) {
    return {order.data() + graph.layer_begin[l], order.data() + graph.layer_begin[l + 1]};
  }
  std::span<const std::uint32_t> Layer(const VertexGraph& graph, std::uint32_t l) const {
    return {order.data() + graph.layer_begin[l], order.data() + graph.layer_begin[l + 1]};
  }
};

// Crossings between the layers `upper` and `upper` + 1, by an accumulator tree. O(edges × log vertices) of the two
// layers. Source: Barth, Mutzel and Jünger, "Simple and Efficient Bilayer Cross Counting", JGAA 8(2), 2004.
class CrossingCounter {
 public:
  std::int64_t Count(const VertexGraph& graph, const VertexOrder& order, std::uint32_t upper);
  std::int64_t CountAll(const VertexGraph& graph, const VertexOrder& order);

 private:
  std::vector<std::uint32_t> tree_;
};

}  // namespace waymark
