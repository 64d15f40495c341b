// Which edges to turn round so that what remains has no cycle. Prerequisites of a valid roadmap have none; groups may
// need each other, and so may plain graphs from elsewhere.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/layered_layout.hpp"

namespace waymark {

// Edge numbers, ascending; loops are not among them. Only edges inside a strongly connected component are turned: of
// least weight in all where it has at most 12 nodes (dynamic program over subsets; the first few hundred such
// components), else by the greedy of Eades, Lin and Smyth, "A fast and effective heuristic for the feedback arc set
// problem", IPL 47(6), 1993. O(nodes + edges) without cycles.
std::vector<std::uint32_t> EdgesToTurn(std::uint32_t node_count, std::span<const LayeredEdge> edges);

}  // namespace waymark
