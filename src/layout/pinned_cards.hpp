// Cards that somebody has dragged: they stand where they were put, and the others make room.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/layered_layout.hpp"

namespace waymark {

struct PinnedCard {
  std::uint32_t node = 0;
  WorldPoint top_left;
};

// Puts the pinned nodes of a drawing in place. Others that would come nearer to one than `gap` move away sideways, from
// the middle of the pinned ones outward, and push their neighbours on; each moves once, so it ends. Edges of nodes that
// moved are drawn anew, and edges that a node has got in the way of are led round it. Bounds grow to hold everything.
// O(nodes² + moved × edges); only used on the siblings of a dragged card.
void PinCards(LayeredDrawing& drawing, std::span<const LayeredEdge> edges, std::span<const PinnedCard> pinned, float gap);

}  // namespace waymark
