// Layers too wide for the screen, broken into several.
#pragma once

#include <span>

#include "layout/layered_layout.hpp"

namespace waymark {

// Changes the ranks of a part whose drawing would be much wider than `options.aspect` asks for: the nodes of a layer
// that is wider than the width found right are dealt to several layers, one below the other. Edges go on pointing down,
// and need no more bends than MostBends allows. A part that is not too wide is left alone, or that can't be made
// narrower with so many bends. Returns whether ranks changed. O((nodes + edges) × log).
bool BreakWideLayers(LayeredPart& part, std::span<const Size> sizes, const LayeredOptions& options);

}  // namespace waymark
