// The calm of the map: a curve between groups that others already imply is not drawn.
#pragma once

#include <vector>

#include "graph/graph.hpp"
#include "layout/sibling_level.hpp"

namespace waymark {

// Takes from each level the lifted edges that touch a group and that a longer way implies (the transitive reduction of
// Aho, Garey and Ullman, "The Transitive Reduction of a Directed Graph", SIAM J. Comput. 1(2), 1972); an edge between
// two skills always stays. What a dropped edge stood for is added to every edge of such a way, so each prerequisite can
// still be followed from end to end. A level whose groups need each other in a ring, with more than kMostSiblings, or
// with more to add up than kMostSteps is left as it is. O(nodes × edges / 64) a level.
void DropImpliedEdges(std::vector<SiblingLevel>& levels, const Graph& graph);

}  // namespace waymark
