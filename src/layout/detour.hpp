// Leading a line round cards that stand in its way.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.hpp"

namespace waymark {

// Whether the segment from a to b enters the inside of `rect`. Source: Liang and Barsky, "A New Concept and Method for Line
// Clipping", ACM TOG 3(1), 1984.
bool Enters(WorldPoint a, WorldPoint b, const WorldRect& rect);

// Bends `points` round every one of the `obstacles` (positions in `rects`) but its own ends, past the nearer side and
// `margin` clear of it where there is room. What cannot be cleared in a fixed number of bends stays. O(bends × obstacles).
void LeadRound(std::vector<WorldPoint>& points, std::span<const WorldRect> rects, std::span<const std::uint32_t> obstacles,
               std::uint32_t from, std::uint32_t to, float margin);

}  // namespace waymark
