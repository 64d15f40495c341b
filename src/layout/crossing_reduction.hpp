// The left-to-right order of the vertices of every layer, for few crossings.
#pragma once

#include "layout/layered_layout.hpp"

namespace waymark {

// Fills `layer_begin` and `order` of a part whose ranks and bends are known. Several seeded starts, each improved by
// barycentre and median sweeps (Sugiyama et al. 1981; Gansner et al. 1993) with exchanges of neighbours; the best is kept.
void OrderVertices(LayeredPart& part, LayoutQuality quality);

}  // namespace waymark
