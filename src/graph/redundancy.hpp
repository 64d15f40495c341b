// Requirements that say nothing new.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/ids.hpp"
#include "graph/graph.hpp"

namespace waymark {

struct RedundantClause {
  NodeIndex to = kNoNode;
  std::uint32_t clause = 0;
  NodeIndex prerequisite = kNoNode;     // the alternative that comes first in any case …
  std::uint32_t implied_by_clause = 0;  // … because this other clause of `to` needs it
};

// A clause is redundant when, by the skill's other clauses, one of its alternatives always comes first. Where clauses
// imply each other the later one is named, and what stays still says the same. Sorted by (to, clause).
//
// What must come before v is the union over its clauses of what all alternatives of the clause share; that is computed
// for 256 prerequisites at a time, so memory is O(nodes). `edges` are sorted by (to, clause, from), `order` is
// topological.
std::vector<RedundantClause> FindRedundantClauses(std::span<const PrerequisiteEdge> edges,
                                                  std::span<const std::uint32_t> edge_offsets,
                                                  std::span<const NodeIndex> order);
// Of a whole graph. At worst O(nodes × edges / 256), which only skills with two or more clauses pay.
std::vector<RedundantClause> FindRedundantClauses(const Graph& graph);

}  // namespace waymark
