// The left-to-right order of the vertices of every layer, for few crossings.
#pragma once

#include <cstdint>

#include "layout/layered_layout.hpp"

namespace waymark {

// Fills `layer_begin` and `order` of a part whose ranks and bends are known. Several seeded starts, each smoothed
// over the whole part and improved by barycentre sweeps with exchanges of neighbours (order_sweeps.hpp); the best few
// are improved further by taking nodes out and putting them back (reinsertion.hpp), and the best of all is kept. How
// much is done depends on `quality` and is counted in steps, of which there is a most whatever the part. Returns the
// steps taken.
std::int64_t OrderVertices(LayeredPart& part, LayoutQuality quality);

}  // namespace waymark
