// Where on the borders of its two vertices each segment ends.
#pragma once

#include <span>
#include <vector>

#include "layout/segments.hpp"

namespace waymark {

// Offsets from the vertices' middles.
struct Ports {
  std::vector<float> upper;  // of each segment at its upper vertex
  std::vector<float> lower;  // and at its lower one
  Adjacency up;              // segments that enter each vertex from above, left to right
  Adjacency down;            // and those that leave it below
};

// Sorted by where they lead, evenly spaced about the middle, in whole units, so that a straight segment is exactly
// straight. `width` and `pos` (place in its layer) are those of vertices. O(segments × log degree).
Ports DistributePorts(const Segments& segments, std::span<const float> width, std::span<const std::uint32_t> pos);

// Moves the ports of vertices that stand at `x` along their borders towards the other ends, so that edges lean as
// little as they can: order and gaps are kept, and the round corners clear. O(segments).
void SlidePorts(const Segments& segments, std::span<const float> width, std::span<const float> x, Ports& ports);

// Where the lines that leave vertex `v` run down side by side before they part, they leave from one port: each group of
// neighbours no further apart than ports are spread takes the place of the one that leans least. O(segments that leave
// it).
void JoinPorts(const Segments& segments, std::uint32_t v, std::span<const float> x, Ports& ports);

}  // namespace waymark
