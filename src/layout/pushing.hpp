// Pushing cards apart that somebody has dropped others among.
//
// Method: a sweep from the middle outward that keeps, for every height, how far cards reach already, in a segment tree
// over the heights at which cards begin and end (Bentley, "Solutions to Klee's Rectangle Problems", Carnegie Mellon,
// 1977).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/geometry.hpp"

namespace waymark {

// Moves `rects` sideways until each has `gap` to the fixed ones (positions in `rects`, none twice), and to each other
// where they had it before: those whose middle is left of that of the fixed ones to the left, the others to the right.
// Fixed ones stay and may overlap each other. Who need not move does not, and neighbours keep their order. Returns the
// steps it took (nodes of the tree looked at): O(n log n).
std::size_t PushApart(std::span<WorldRect> rects, std::span<const std::uint32_t> fixed, float gap);

}  // namespace waymark
