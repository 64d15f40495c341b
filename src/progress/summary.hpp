// What progress means on a roadmap: what can be learned now, how far each group is, how many hours are left.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.hpp"
#include "progress/progress.hpp"

namespace waymark {

enum class Availability : std::uint8_t {
  kLocked,     // something must come first
  kAvailable,  // every clause of its requirements is met (a done or skipped skill meets one)
};

// Counts over the leaf skills under a node (itself, for a leaf). Skipped skills leave both counts of the whole.
struct Tally {
  int skills = 0;      // counted: neither skipped nor (optional and not started)
  int done = 0;
  int learning = 0;
  int skipped = 0;
  HourRange hours;       // of the counted skills
  HourRange hours_left;  // learning counts as half

  // 0 to 1 by mid hours; 1 when nothing is counted but something was skipped, 0 when there is nothing at all.
  float Fraction() const;
};

// Derived from graph and progress alone, in node order. O(nodes + edges).
struct ProgressSummary {
  std::vector<SkillState> state;           // of a group: done when all counted are done, learning when any has begun
  std::vector<Availability> availability;  // of a group: available when any skill in it is
  std::vector<Tally> tally;
  Tally whole;

  static ProgressSummary Of(const Graph& graph, const Roadmap& roadmap, const Progress& progress);
};

// The skills one can begin now (available and not started), in topological order, learning ones first.
std::vector<NodeIndex> Frontier(const Graph& graph, const ProgressSummary& summary);

}  // namespace waymark
