// What is still to learn on the way to somewhere, and the figures of the way to each waypoint.
#pragma once

#include <span>
#include <vector>

#include "graph/graph.hpp"
#include "graph/roadmap.hpp"
#include "progress/summary.hpp"

namespace waymark {

struct WayLeft {
  std::vector<NodeIndex> skills;  // no groups; prerequisites first
  HourRange hours;                // as written on the skills, optional ones too; what is being learned counts as half
};

// Closure of `targets` with what is done or skipped left out. Cost as Closure's.
WayLeft WayTo(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary,
              std::span<const NodeIndex> targets);

struct WaypointProgress {
  int skills = 0;  // on the way: done or left. Skipped ones leave it
  int done = 0;
  HourRange hours_left;
};

// In the order of the roadmap's waypoints.
std::vector<WaypointProgress> WaypointsOf(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary);

}  // namespace waymark
