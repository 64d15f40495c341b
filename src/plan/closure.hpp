// What must come before skills, and what waits for one.
#pragma once

#include <span>
#include <vector>

#include "graph/graph.hpp"
#include "graph/roadmap.hpp"
#include "progress/progress.hpp"

namespace waymark {

// Everything that must come before `targets`, themselves included, prerequisites first. Where one of several will do
// (anyOf) the alternative that is satisfied already is taken, else the one with the fewest hours in all not yet
// counted, else the first in file order. A group as target stands for all its skills that are not optional (nor in an
// optional group inside it). The choice is greedy (the least set is NP-hard), yet no skill of the result could be left
// out alone. `state` may be empty (nothing satisfied) or one state a node; satisfied skills are left out of the result.
// O(nodes + edges), and as much again for each anyOf clause that is open, of the part not counted before it.
std::vector<NodeIndex> Closure(const Graph& graph, const Roadmap& roadmap, std::span<const NodeIndex> targets,
                               std::span<const SkillState> state = {});

// Everything that cannot be reached without `node` being learned first, directly or through others, in topological
// order, `node` left out. A group stands for all its skills. O(nodes + edges).
std::vector<NodeIndex> Dependents(const Graph& graph, NodeIndex node);

}  // namespace waymark
