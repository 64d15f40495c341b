// The children of one group, or of none at the top, as a graph of their own.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.hpp"
#include "layout/layered_layout.hpp"

namespace waymark {

struct SiblingLevel {
  NodeIndex parent = kNoNode;
  std::vector<NodeIndex> nodes;    // in file order
  std::vector<LayeredEdge> edges;  // by position in `nodes`; one for each pair that has any, sorted; weight: how many
  std::vector<std::vector<PrerequisiteEdge>> stands_for;  // of each edge
  LayerOrder order;                                       // anchored where the collapsed cards stand
};

// The top first, then one for each group in preorder. Every prerequisite is lifted to the two siblings that hold its
// ends. Orders are left empty. O(edges × depth + nodes).
std::vector<SiblingLevel> LiftEdges(const Graph& graph);

}  // namespace waymark
