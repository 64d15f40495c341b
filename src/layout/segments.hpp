// The segments of a layered part: the pieces of its edges between one layer and the next.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/adjacency.hpp"
#include "layout/layered_layout.hpp"

namespace waymark {

// Segments are numbered edge by edge, downward. `up[v]` are the segments that enter vertex v from above, `down[v]` those
// that leave it; a bend has one of each.
struct Segments {
  std::vector<std::uint32_t> upper;  // vertex
  std::vector<std::uint32_t> lower;  // vertex
  std::vector<std::uint32_t> first;  // of each edge, one past the last at the end
  Adjacency up;
  Adjacency down;

  explicit Segments(const LayeredPart& part);
};

}  // namespace waymark
