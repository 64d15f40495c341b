// Improving an order layer by layer.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/random.hpp"
#include "layout/vertex_order.hpp"

namespace waymark {

// Works on one order at a time and keeps its buffers between calls.
class OrderSweeper {
 public:
  explicit OrderSweeper(const VertexGraph& graph) : graph_(graph), key_(graph.VertexCount()) {}

  // Depth first from the sources, children in an order drawn from `random` (in their own order when null): vertices that
  // hang together come to stand together.
  VertexOrder Start(Random* random);

  // Sorts every layer, downward or upward, by the mean position of its neighbours in the layer before; equal means keep
  // their order, or turn round when `flip_ties`. Vertices without such neighbours keep their place. Counts `work` down.
  void Sweep(VertexOrder& order, bool downward, bool flip_ties, std::int64_t& work);

  // Neighbours in a layer change places while that takes crossings away. Returns how many crossings went.
  std::int64_t Exchange(VertexOrder& order, std::int64_t& work);

 private:
  // Crossings of the edges of u and v when u stands left of v, less those when v stands left of u.
  std::int64_t Gain(const Adjacency& side, const VertexOrder& order, std::uint32_t u, std::uint32_t v) const;

  const VertexGraph& graph_;
  std::vector<float> key_;
  std::vector<std::uint32_t> movable_;
};

}  // namespace waymark
