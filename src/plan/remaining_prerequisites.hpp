// What is still to learn before targets are reached, and how far each waypoint is.
#pragma once

#include <span>
#include <vector>

#include "graph/graph.hpp"
#include "graph/roadmap.hpp"
#include "plan/progress_summary.hpp"

namespace waymark {

struct RemainingPrerequisites {
  std::vector<NodeIndex> skills;  // no groups; prerequisites first
  HourRange hours;                // as written on the skills, optional ones too; what is being learned counts as half
};

// Closure of `targets` with what is satisfied left out. Cost as Closure's.
RemainingPrerequisites RemainingPrerequisitesOf(const Graph& graph, const Roadmap& roadmap,
                                                const ProgressSummary& summary, std::span<const NodeIndex> targets);

struct WaypointProgress {
  int skills = 0;  // done or remaining; skipped ones leave the count
  int done = 0;
  HourRange hours_left;
};

// In the order of the roadmap's waypoints.
std::vector<WaypointProgress> WaypointsOf(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary);

}  // namespace waymark
