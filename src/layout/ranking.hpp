// Which layer each node of a connected acyclic graph stands in.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/layered_layout.hpp"

namespace waymark {

// Ranks from 0 with every edge pointing to a greater one and the weighted sum of spans as small as `budget` (elementary
// steps, counted down) allows: longest path, then network simplex (see network_simplex.hpp). The graph must be acyclic
// and connected.
std::vector<std::uint32_t> RankNodes(std::uint32_t node_count, std::span<const FlowEdge> edges, std::int64_t& budget);
// The same from ranks that every edge agrees with already; where nothing is gained they stay as they are.
void ImproveRanks(std::span<const FlowEdge> edges, std::vector<std::int32_t>& rank, std::int64_t& budget);

}  // namespace waymark
