#include "app/way.hpp"

#include <memory>

namespace waymark {

WayLeft WayTo(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary,
              std::span<const NodeIndex> targets) {
  // Not vector<bool>: Closure takes a span.
  const auto met = std::make_unique<bool[]>(graph.size());
  for (NodeIndex node = 0; node < graph.size(); ++node) {
    met[node] = summary.state[node] == SkillState::kDone || summary.state[node] == SkillState::kSkipped;
  }
  WayLeft left;
  for (const NodeIndex node : Closure(graph, roadmap, targets, {met.get(), graph.size()})) {
    if (graph.IsGroup(node)) continue;
    left.skills.push_back(node);
    const HourRange hours = roadmap.skills[node].hours.value_or(HourRange{});
    const float share = summary.state[node] == SkillState::kLearning ? 0.5f : 1.0f;
    left.hours = left.hours + HourRange{hours.low * share, hours.high * share};
  }
  return left;
}

std::vector<WaypointProgress> WaypointsOf(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary) {
  std::vector<WaypointProgress> out;
  for (const Waypoint& waypoint : roadmap.waypoints) {
    std::vector<NodeIndex> targets;
    for (const std::string& id : waypoint.skills) {
      if (const NodeIndex node = graph.Find(id); node != kNoNode) targets.push_back(node);
    }
    const WayLeft left = WayTo(graph, roadmap, summary, targets);
    WaypointProgress progress;
    progress.hours_left = left.hours;
    for (const NodeIndex node : Closure(graph, roadmap, targets)) {
      if (!graph.IsGroup(node) && summary.state[node] == SkillState::kDone) ++progress.done;
    }
    progress.skills = progress.done + static_cast<int>(left.skills.size());
    out.push_back(progress);
  }
  return out;
}

}  // namespace waymark
