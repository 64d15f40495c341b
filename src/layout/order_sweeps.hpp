// Improving an order layer by layer.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/key_sort.hpp"
#include "layout/random.hpp"
#include "layout/vertex_order.hpp"

namespace waymark {

// Works on one order at a time and keeps its buffers between calls.
class OrderSweeper {
 public:
  explicit OrderSweeper(const VertexGraph& graph) : graph_(graph), key_(graph.VertexCount()) {}

  // Depth first from the sources, children in an order drawn from `random` (in their own order when null): vertices
  // that hang together come to stand together.
  VertexOrder Start(Random* random);

  // Orders every layer by a smooth function on the whole part: from the places in `order`, every vertex takes the mean
  // of itself and its neighbours, again and again, less what is common to all, which tends to the eigenvector of the
  // second least eigenvalue of the graph's Laplacian. Vertices that hang together by many short ways come to stand
  // together, which no sweep from layer to layer sees. Source: Koren, "Drawing graphs by eigenvectors", Computers &
  // Mathematics with Applications 49(11–12), 2005.
  void Smooth(VertexOrder& order, int rounds, std::int64_t& work);

  // Sorts every layer, downward or upward, by the mean position of its neighbours in the layer before; equal means keep
  // their order, or turn round when `flip_ties`. Vertices without such neighbours keep their place. Counts `work` down.
  void Sweep(VertexOrder& order, bool downward, bool flip_ties, std::int64_t& work);

  // Neighbours in a layer change places while that takes crossings away. Returns how many crossings went.
  std::int64_t Exchange(VertexOrder& order, std::int64_t& work);

 private:
  // Takes from `smooth_` what is common to all, each place weighted by its neighbours, and scales the rest up again.
  // False when nothing is left: the graph is symmetric, and vertices can't be told apart. `begin`: of each place's
  // neighbours.
  bool TakeCommonAway(std::span<const std::uint32_t> begin);
  // Crossings of the edges of u and v when u stands left of v, less those when v stands left of u.
  std::int64_t Gain(const Adjacency& side, const VertexOrder& order, std::uint32_t u, std::uint32_t v,
                    std::int64_t& work);
  // The same for many edges, in O(n log n) of them.
  std::int64_t SortedGain(std::span<const std::uint32_t> row_u, std::span<const std::uint32_t> row_v,
                          const VertexOrder& order, std::int64_t& work);

  const VertexGraph& graph_;
  std::vector<float> key_;
  std::vector<float> smooth_, next_;
  std::vector<std::uint32_t> movable_;
  std::vector<std::uint32_t> places_u_, places_v_;
  KeySorter sorter_;
};

}  // namespace waymark
