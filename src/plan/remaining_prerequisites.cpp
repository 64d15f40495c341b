#include "plan/remaining_prerequisites.hpp"

#include "plan/closure.hpp"

namespace waymark {

RemainingPrerequisites RemainingPrerequisitesOf(const Graph& graph, const Roadmap& roadmap,
                                                const ProgressSummary& summary, std::span<const NodeIndex> targets) {
  RemainingPrerequisites remaining;
  for (const NodeIndex node : Closure(graph, roadmap, targets, summary.state)) {
    remaining.skills.push_back(node);
    const HourRange hours = roadmap.skills[node].hours.value_or(HourRange{});
    const float share = summary.state[node] == SkillState::kLearning ? 0.5f : 1.0f;
    remaining.hours = remaining.hours + HourRange{hours.low * share, hours.high * share};
  }
  return remaining;
}

std::vector<WaypointProgress> WaypointsOf(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary) {
  std::vector<WaypointProgress> out;
  for (const Waypoint& waypoint : roadmap.waypoints) {
    std::vector<NodeIndex> targets;
    for (const std::string& id : waypoint.skills) {
      if (const NodeIndex node = graph.Find(id); node != kNoNode) targets.push_back(node);
    }
    const RemainingPrerequisites remaining = RemainingPrerequisitesOf(graph, roadmap, summary, targets);
    WaypointProgress progress;
    progress.hours_left = remaining.hours;
    for (const NodeIndex node : Closure(graph, roadmap, targets)) {
      if (summary.state[node] == SkillState::kDone) ++progress.done;
    }
    progress.skills = progress.done + static_cast<int>(remaining.skills.size());
    out.push_back(progress);
  }
  return out;
}

}  // namespace waymark
