// Circles of prerequisites, found for the person who has to break them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/ids.hpp"

namespace waymark {

// A directed graph as compressed rows: the successors of `v` are targets[offsets[v]] up to targets[offsets[v + 1]].
struct Rows {
  std::span<const std::uint32_t> offsets;
  std::span<const NodeIndex> targets;

  std::size_t size() const { return offsets.size() - 1; }
  std::span<const NodeIndex> Of(NodeIndex v) const { return targets.subspan(offsets[v], offsets[v + 1] - offsets[v]); }
};

// One shortest cycle through the first node of every strongly connected component that has a cycle, in the order of
// those first nodes. A cycle lists its nodes along the edges, without repeating the first. O(nodes + edges), no
// recursion. Source: Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972.
std::vector<std::vector<NodeIndex>> FindCycles(const Rows& rows);

}  // namespace waymark
