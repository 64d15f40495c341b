// Edges for which there is no room among the layers: the longest of a graph whose edges would take too many bends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "layout/layered_layout.hpp"
#include "layout/routing.hpp"

namespace waymark {

// How many bends the layers of a part may hold: far more than a drawing takes that anybody can read.
std::size_t MostBends(std::size_t nodes, std::size_t edges);

// Bends that the edges of a part need in these ranks.
std::size_t CountBends(std::span<const FlowEdge> flow, std::span<const std::uint32_t> rank);

// Moves the longest edges of a part whose ranks are known to its side edges until the others need no more than
// MostBends, but for the few that the part hangs together by: where network simplex has ranked it these link
// neighbouring layers and need none. O(edges × log).
void LeadLongEdgesAside(LayeredPart& part);

// Routes the side edges of a placed part: each leaves its card downward, runs between two layers to a lane right of all
// cards, down there, and back between two layers. It enters no card. Edges of one card share a lane. `x` are the
// middles of the nodes, `right` where cards end, `heights` those of the nodes; `out` gets one polyline a side edge.
// Returns how far right the lanes reach; `right` when there are none.
float RouteSideEdges(const LayeredPart& part, std::span<const float> x, std::span<const LayerBand> bands,
                     std::span<const float> heights, float right, const LayeredOptions& options,
                     std::vector<std::vector<WorldPoint>>& out);

}  // namespace waymark
