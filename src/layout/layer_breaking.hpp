// Layers too wide for the screen, broken into several.
#pragma once

#include <span>

#include "layout/layered_layout.hpp"

namespace waymark {

// Changes the ranks of a part whose drawing would be much wider than `options.aspect` asks for: the nodes of a layer
// that is wider than the width found right are dealt to several layers, one below the other. Edges go on pointing down.
// A part that is not too wide is left alone. Returns whether it was too wide. O(nodes × log).
bool BreakWideLayers(LayeredPart& part, std::span<const Size> sizes, const LayeredOptions& options);

}  // namespace waymark
