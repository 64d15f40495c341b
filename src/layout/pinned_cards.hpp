// Cards that somebody has dragged: they stand where they were put, and the others make room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "layout/layered_layout.hpp"

namespace waymark {

struct PinnedCard {
  std::uint32_t node = 0;
  WorldPoint top_left;
};

// What it took, for tests.
struct PinSteps {
  std::size_t pushing = 0;  // see PushApart
  std::size_t routing = 0;  // rectangles looked at
};

// Puts the pinned nodes of a drawing in place and pushes others apart sideways (PushApart). Edges of nodes that moved
// go with them; those of pinned ones are drawn anew, from the borders that face each other. What then runs through a
// node is led round it (Detours), all other edges stay as they were. Bounds grow to hold everything. O(nodes × log
// nodes + edges × log nodes), and what Detours says for each edge that is in a node's way; after kMostRoutingSteps no
// more edges are led round.
PinSteps PinCards(LayeredDrawing& drawing, std::span<const LayeredEdge> edges, std::span<const PinnedCard> pinned,
                  float gap);

inline constexpr std::size_t kMostRoutingSteps = 40'000'000;  // about a tenth of a second

}  // namespace waymark
