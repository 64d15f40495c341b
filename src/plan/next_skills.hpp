// What to learn next: the skills that can be begun, the most useful first.
#pragma once

#include <vector>

#include "graph/graph.hpp"
#include "graph/roadmap.hpp"
#include "plan/progress_summary.hpp"

namespace waymark {

// The leaf skills one can go on with now: those being learned, then those that are available and not started; each part
// in topological order.
std::vector<NodeIndex> Frontier(const Graph& graph, const ProgressSummary& summary);

struct NextSkill {
  NodeIndex node = kNoNode;
  bool learning = false;  // begun already
  int unlocks = 0;        // skills not yet done that can't be reached without it
};

// Those being learned, in topological order, then those that are available: needed ones before optional ones, then by
// how much they unlock, then the shorter, then in topological order. O(frontier × (nodes + edges)), with the frontier
// that is searched bounded so that a map of any size answers in a blink; beyond the bound only direct successors are
// counted.
std::vector<NextSkill> NextSkills(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary);

}  // namespace waymark
