// The segments of a layered part: the pieces of its edges between one layer and the next.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/adjacency.hpp"
#include "layout/layered_layout.hpp"

namespace waymark {

// Segments are numbered edge by edge, downward, those of a trunk by the first edge that runs through it. `up[v]` are
// the segments that enter vertex v from above, `down[v]` those that leave it; a bend has one of each unless edges share
// it.
struct Segments {
  std::vector<std::uint32_t> upper;   // vertex
  std::vector<std::uint32_t> lower;   // vertex
  std::vector<std::uint32_t> shared;  // how many edges run through it
  std::vector<std::uint32_t> way;     // the segments of every edge, downward
  std::vector<std::uint32_t> first;   // of each edge in `way`, one past the last at the end
  Adjacency up;
  Adjacency down;

  // Needs the trunks of `part`.
  explicit Segments(const LayeredPart& part);
};

}  // namespace waymark
