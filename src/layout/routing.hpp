// Edges as polylines through their bends.
#pragma once

#include <span>
#include <vector>

#include "layout/layered_layout.hpp"
#include "layout/ports.hpp"
#include "layout/segments.hpp"

namespace waymark {

// The strip of a layer: its nodes hang from `top` and end at or above `bottom`.
struct LayerBand {
  float top = 0;
  float bottom = 0;
};

// The polyline of edge `e`, from its upper node to its lower one. It leans only between bands and is upright inside
// them, where bends keep clear of nodes, so it enters no foreign node. Points on a straight line with their neighbours
// are left out.
std::vector<WorldPoint> RouteEdge(const LayeredPart& part, const Segments& segments, const Ports& ports,
                                  std::uint32_t e, std::span<const float> x, std::span<const LayerBand> bands,
                                  float upper_height);

// A loop beside the right border of `node`, inside the gap to its neighbour.
std::vector<WorldPoint> RouteLoop(const WorldRect& node, float node_gap);

}  // namespace waymark
