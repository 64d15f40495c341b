// What an earlier drawing says to the drawing of a changed graph: cards that nothing happened to stay in order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/layered_layout.hpp"

namespace waymark {

// By the numbers of the changed graph.
struct LayerMemory {
  static constexpr std::int32_t kUnranked = -1;

  std::vector<std::int32_t> rank;         // of each node in its part then; kUnranked when it was in none
  std::vector<std::uint32_t> part;        // which part that was
  std::vector<float> x;                   // where the middle of each ranked node stood
  std::vector<char> held;                 // of each node: ranked, and its edges are the same
  std::vector<std::vector<float>> bends;  // of each edge, downward: where its bends stood; empty when it is new
};

// `order` is anchored and of a graph with `before_edges`; `now_of` names each of its nodes in the changed graph, or
// kNowhere. O(nodes + edges log edges).
inline constexpr std::uint32_t kNowhere = 0xffffffffu;
LayerMemory Remember(const LayerOrder& order, std::span<const LayeredEdge> before_edges,
                     std::span<const std::uint32_t> now_of, std::uint32_t node_count,
                     std::span<const LayeredEdge> edges);

// Ranks for a part that differ from what they were by little: those before, pushed down as far as edges ask for it, and
// the best ones (RankNodes) where these are no farther away than one rank.
std::vector<std::uint32_t> RankAsBefore(const LayeredPart& part, const LayerMemory& memory, std::int64_t& budget);

// Fills `layer_begin` and `order` of a part whose ranks and bends are known. Held nodes of a layer stand in the order
// in which they stood, whatever layers those were; every other one, with the bends of its edges, is put where it
// crosses least, and there nearest to its neighbours (sifting: Matuszewski, Schönfeld and Molitor, "Using Sifting for
// k-Layer Straightline Crossing Minimization", GD 1999).
void OrderAsBefore(LayeredPart& part, const LayerMemory& memory);

}  // namespace waymark
