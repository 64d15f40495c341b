// Network simplex for one-dimensional placement, used for ranks (y) and for coordinates (x).
// Source: Gansner, Koutsofios, North and Vo, "A Technique for Drawing Directed Graphs", IEEE TSE 19(3), 1993,
// section 2. The spanning tree is kept as one preorder array, so that a subtree is a slice and a pivot moves slices.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace waymark {

struct SimplexEdge {
  std::uint32_t tail = 0;
  std::uint32_t head = 0;
  std::int32_t min_length = 0;
  std::int32_t weight = 0;  // at least 0
};

// Makes the sum of weight × (position[head] − position[tail]) as small as it can be while every edge keeps its least
// length. `position` must satisfy all of them on entry, and does so on return, even when `budget` (elementary steps;
// counted down) runs out first, which is what false means. The graph must be connected.
bool SolveNetworkSimplex(std::span<const SimplexEdge> edges, std::vector<std::int32_t>& position, std::int64_t& budget);

}  // namespace waymark
