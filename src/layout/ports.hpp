// Where on the borders of its two vertices each segment ends: sorted by where it leads, evenly spaced about the middle.
#pragma once

#include <span>
#include <vector>

#include "layout/segments.hpp"

namespace waymark {

// Offsets from the vertices' middles, in whole units, so that a straight segment is exactly straight.
struct Ports {
  std::vector<float> upper;  // of each segment at its upper vertex
  std::vector<float> lower;  // and at its lower one
};

// `width` and `pos` (place in its layer) are those of vertices. O(segments × log degree).
Ports DistributePorts(const Segments& segments, std::span<const float> width, std::span<const std::uint32_t> pos);

}  // namespace waymark
