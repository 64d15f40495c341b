// Layered drawing of one flat directed graph, top to bottom: the phases of Sugiyama, Tagawa and Toda, "Methods for Visual
// Understanding of Hierarchical System Structures", IEEE SMC 11(2), 1981. Each phase is a module of its own in this folder.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.hpp"

namespace waymark {

struct LayeredEdge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  float weight = 1;  // how much shortness matters: the number of plain edges it stands for
};

enum class LayoutQuality : std::uint8_t { kFast, kBalanced, kBest };

struct LayeredOptions {
  LayoutQuality quality = LayoutQuality::kBest;
  float node_gap = 20;   // between nodes of one layer
  float layer_gap = 40;  // between layers
  // Width over height to aim for by wrapping what would be too wide or too tall; 0 leaves the natural shape.
  float aspect = 0;
};

// What does not depend on the sizes of nodes, so that expanding a group keeps every order as it is.
struct LayerOrder {
  std::vector<std::uint32_t> rank;                   // of each node, from 0 at the top
  std::vector<std::vector<std::uint32_t>> layers;    // left to right; indices past the nodes are bends of long edges
  std::vector<std::uint32_t> against_flow;           // edges that had to be turned round; empty for a DAG
};

struct LayeredDrawing {
  std::vector<WorldRect> nodes;                       // top left at (0,0) of the whole
  std::vector<std::vector<WorldPoint>> edges;         // one polyline an edge, from its source's border to its target's
  Size size;
};

// Deterministic; never overlaps two nodes; every edge of a DAG goes down.
LayerOrder OrderLayers(std::uint32_t node_count, std::span<const LayeredEdge> edges, LayoutQuality quality);
LayeredDrawing PlaceLayers(const LayerOrder& order, std::span<const Size> sizes, std::span<const LayeredEdge> edges,
                           const LayeredOptions& options);
// The two in one.
LayeredDrawing LayOut(std::span<const Size> sizes, std::span<const LayeredEdge> edges, const LayeredOptions& options);

}  // namespace waymark
