// Where along its layer each vertex stands, given the order in it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/layered_layout.hpp"
#include "layout/ports.hpp"
#include "layout/segments.hpp"

namespace waymark {

// Middles of all vertices, in whole units, the leftmost border not necessarily at 0. In each layer neighbours keep
// `node_gap` between nodes and less beside bends; the weighted sum of how far segments lean is made small, those
// between bends counting most, so that long edges run straight:
//  - least squares, layer by layer, each layer solved exactly by pooling adjacent violators (Barlow et al.,
//  "Statistical
//    Inference under Order Restrictions", 1972);
//  - from there to the true optimum by network simplex (Gansner et al. 1993, section 4.2), which is left out when
//  `budget`
//    (elementary steps, counted down) is less than the square of the vertices (or of a quarter of the segments), about
//    what it takes; when `narrow`, the width of a large drawing counts too;
//  - then whatever may move without a loss moves to the middle of where it may be.
std::vector<float> PlaceVertices(const LayeredPart& part, const Segments& segments, const Ports& ports,
                                 std::span<const float> width, float node_gap, bool narrow, std::int64_t& budget);

// The same gaps, but every vertex as near to its anchor as the others of its layer let it, the heavier the nearer: what
// has grown pushes its neighbours aside and nothing else moves. O(vertices).
std::vector<float> PlaceVerticesNear(const LayeredPart& part, const Segments& segments, const Ports& ports,
                                     std::span<const float> width, float node_gap, std::span<const float> anchor,
                                     std::span<const float> weight);

}  // namespace waymark
