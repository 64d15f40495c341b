// Layered drawing of one flat directed graph, top to bottom: the phases of Sugiyama, Tagawa and Toda, "Methods for
// Visual Understanding of Hierarchical System Structures", IEEE SMC 11(2), 1981. Each phase is a module of its own in
// this folder.
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

// How much work goes into few crossings and short edges. Counted in steps, never in time, so that a drawing is the same
// on every machine.
enum class LayoutQuality : std::uint8_t { kFast, kBalanced, kBest };

struct LayeredOptions {
  LayoutQuality quality = LayoutQuality::kBest;
  float node_gap = 20;   // between nodes of one layer
  float layer_gap = 40;  // between layers
  // Width over height to aim for: parts that do not hang together are packed, and with a value above 0 layers much
  // wider than it allows are broken into several. 0 keeps every layer whole and packs towards 1.6.
  float aspect = 0;
};

// An edge inside a part, turned so that it flows down. Ends are positions in LayeredPart::nodes.
struct FlowEdge {
  std::uint32_t upper = 0;
  std::uint32_t lower = 0;
  float weight = 1;
};

// One connected part of the graph with its vertices in layers. A vertex is a node (0 … nodes.size() − 1) or, above
// those, a bend: the place where an edge that spans several layers passes through one of them.
struct LayeredPart {
  std::vector<std::uint32_t> nodes;         // of the whole graph, ascending
  std::vector<std::uint32_t> edges;         // of the whole graph, ascending, without loops
  std::vector<FlowEdge> flow;               // the same edges
  std::vector<std::uint32_t> rank;          // of each node, from 0 at the top
  std::vector<std::uint32_t> natural_rank;  // the same before wide layers were broken
  std::vector<std::uint32_t> first_bend;    // of each edge, one past the last at the end; bends are numbered downward
  std::vector<std::uint32_t>
      bend_vertex;  // of each bend once trunks are shared (see ShareTrunks); until then it is one itself
  std::vector<std::uint32_t> layer_begin;  // into `order`, one past the last at the end
  std::vector<std::uint32_t> order;        // vertices of each layer, left to right
  std::vector<float> anchor;               // where the middle of each vertex wants to be; see AnchorLayers
  // Edges that are led beside the part, as `edges` and `flow`, since bends in every layer would be too many.
  std::vector<std::uint32_t> side_edges;
  std::vector<FlowEdge> side_flow;

  std::uint32_t LayerCount() const { return static_cast<std::uint32_t>(layer_begin.size()) - 1; }
};

// What does not depend on the sizes of nodes, so that expanding a group keeps every order as it is.
struct LayerOrder {
  std::vector<LayeredPart> parts;           // those with an edge, by their first node
  std::vector<std::uint32_t> loose;         // nodes without an edge to another, ascending
  std::vector<std::uint32_t> against_flow;  // edges that had to be turned round, ascending; empty for a DAG
  // Of each part, then of each loose node, when anchored: its row in the packing and where its middle wants to be.
  std::vector<std::uint32_t> row;
  std::vector<float> middle;
  float width = 0;  // of the whole when anchored
  // Elementary steps that ranks and orders took: about a nanosecond or two each. A few hundred million at most for a
  // part, beside what is O(n log n) in its nodes, edges and bends.
  std::int64_t steps = 0;
};

// How a node is held to its anchor when an anchored order is placed.
struct Hold {
  float offset = 0;  // of the held point from the node's middle
  float weight = 1;  // the heavier, the less it gives way to its neighbours
};

struct LayerMemory;

struct LayeredDrawing {
  std::vector<WorldRect> nodes;
  std::vector<std::vector<WorldPoint>> edges;  // one polyline an edge, from its source's border to its target's
  WorldRect bounds;                            // of nodes and edges; from (0, 0) unless anchored
};

// Deterministic. `sizes` is only looked at when `options.aspect` asks for layers to be broken, and may be empty
// otherwise. With a `memory` of how the graph was drawn before it changed (layout/layer_memory.hpp) what did not change
// keeps its order, and no time goes into finding a better one.
LayerOrder OrderLayers(std::uint32_t node_count, std::span<const Size> sizes, std::span<const LayeredEdge> edges,
                       const LayeredOptions& options, const LayerMemory* memory = nullptr);
// Never overlaps two nodes, draws every edge of a DAG downward and none through a foreign node. `holds` may be
// empty: the middles, all alike.
LayeredDrawing PlaceLayers(const LayerOrder& order, std::span<const Size> sizes, std::span<const LayeredEdge> edges,
                           const LayeredOptions& options, std::span<const Hold> holds = {});
// Remembers where everything stands when drawn in these sizes. From then on PlaceLayers keeps each vertex as near to
// that as it can when sizes change, in O(vertices), and with the same sizes draws the same again.
void AnchorLayers(LayerOrder& order, std::span<const Size> sizes, std::span<const LayeredEdge> edges,
                  const LayeredOptions& options);
// Orders and places in one.
LayeredDrawing LayOut(std::span<const Size> sizes, std::span<const LayeredEdge> edges, const LayeredOptions& options);

}  // namespace waymark
