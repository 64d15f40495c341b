// Trunks: what edges with a common end share of their ways.
#pragma once

#include "layout/layered_layout.hpp"

namespace waymark {

// Makes one vertex of bends that stand side by side from the source that their edges have in common down to where they
// part, and then, of those still by themselves, of bends that do so up to a common target; both where that is two
// layers or more, since shorter forks would only make lines bend more sharply. Needs the order of all bends, fills
// `bend_vertex` and leaves in `order` the nodes and the bends that are left, which are numbered as they stand; without
// `share` that is all. O(vertices + edges). No crossing comes or goes, since nothing stood between. And who follows
// lines down from a card still comes to its own targets only: what forks has one source, and what is joined has one
// target. Source of the idea: Pupyrev, Nachmanson and Kaufmann, "Improving Layered Graph Layouts with Edge Bundling",
// GD 2010.
void ShareTrunks(LayeredPart& part, bool share = true);

}  // namespace waymark
