// What progress means on a roadmap: what can be learned now, how far each group is, how many hours are left.
#pragma once

#include <span>
#include <vector>

#include "graph/graph.hpp"
#include "graph/roadmap.hpp"
#include "plan/satisfaction.hpp"
#include "progress/progress.hpp"

namespace waymark {

// Counts over the leaf skills under a node (itself, for a leaf). Skipped skills leave both counts of the whole. What
// lies in an optional group is optional. Hours written on a group are not counted: its skills have their own.
struct Tally {
  int skills = 0;  // counted: neither skipped nor (optional and not started)
  int done = 0;
  int learning = 0;
  int skipped = 0;
  HourRange hours;       // of the counted skills
  HourRange hours_left;  // learning counts as half

  // 0 to 1 by mid hours, by number of skills where no hours are known; 1 when nothing is counted but something was
  // skipped, 0 when there is nothing at all.
  float Fraction() const;
  friend bool operator==(const Tally&, const Tally&) = default;
};

// Derived from graph and progress alone, in node order. O(nodes + edges).
struct ProgressSummary {
  // Of a group: done when all counted are done, learning when any is learning or done, skipped when nothing is left but
  // skipped ones.
  std::vector<SkillState> state;
  std::vector<Availability> availability;  // of a group: available when any skill in it is
  std::vector<Tally> tally;
  Tally whole;

  static ProgressSummary Of(const Graph& graph, const Roadmap& roadmap, const Progress& progress);

  // Brings a summary of the same graph up to date after the states of `skills` (no groups) changed, to what Of gives.
  // O(siblings of them and of their ancestors, and what they unlock).
  void Update(const Graph& graph, const Roadmap& roadmap, const Progress& progress, std::span<const NodeIndex> skills);

  friend bool operator==(const ProgressSummary&, const ProgressSummary&) = default;
};

}  // namespace waymark
