#include <algorithm>
#include <ostream>
#include <string>

#include "cli/commands.hpp"
#include "cli/run.hpp"
#include "cli/support.hpp"
#include "io/json_text.hpp"
#include "plan/closure.hpp"
#include "plan/progress_summary.hpp"

namespace waymark {
namespace {

std::string Hours(HourRange hours) {
  std::string text;
  AppendJsonNumber(text, hours.low);
  text += " to ";
  AppendJsonNumber(text, hours.high);
  return text + " hours";
}

HourRange HoursOf(const Roadmap& roadmap, std::span<const NodeIndex> skills) {
  HourRange hours;
  for (const NodeIndex v : skills) hours = hours + roadmap.skills[v].hours.value_or(HourRange{});
  return hours;
}

// Skills on the longest chain of prerequisites.
int LongestChain(const Graph& graph) {
  std::vector<int> length(graph.size(), 1);
  int longest = 0;
  for (const NodeIndex v : graph.TopologicalOrder()) {
    for (const PrerequisiteEdge& edge : graph.EdgesInto(v)) length[v] = std::max(length[v], length[edge.from] + 1);
    longest = std::max(longest, length[v]);
  }
  return longest;
}

}  // namespace

int RunStats(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
  constexpr std::string_view kUsage =
      "usage: waymark stats FILE\n\n"
      "Counts a roadmap's skills, groups, prerequisites and hours, and the way to each waypoint from\n"
      "nothing, and from what is carried over. Hours are of the skills that are not optional.\n";
  if (args.size() != 1 || AsksForHelp(args)) return PrintUsage(args, kUsage, "stats needs one file.", out, err);
  const auto loaded = LoadRoadmap(args.front(), err);
  if (!loaded) return kExitProblem;
  const auto& [roadmap, graph] = *loaded;

  std::size_t groups = 0;
  int depth = 0;
  for (NodeIndex v = 0; v < graph.size(); ++v) {
    if (graph.IsGroup(v)) ++groups;
    depth = std::max(depth, graph.Depth(v) + 1);
  }
  const std::size_t skills = graph.size() - groups;
  const Tally whole = ProgressSummary::Of(graph, roadmap, {}).whole;
  std::size_t clauses = 0;
  for (const Skill& skill : roadmap.skills) clauses += skill.requirements.size();

  out << roadmap.title << " (" << roadmap.id << ", revision " << roadmap.revision << ")\n"
      << "skills         " << skills << ", " << skills - static_cast<std::size_t>(whole.skills) << " of them optional\n"
      << "groups         " << groups << ", levels " << depth << "\n"
      << "prerequisites  " << clauses << ", longest chain " << LongestChain(graph) << " skills\n"
      << "hours          " << Hours(whole.hours) << "\n"
      << "facts          " << roadmap.facts.size() << "\n";
  std::vector<SkillState> carried(graph.size(), SkillState::kNotStarted);
  for (NodeIndex v = 0; v < graph.size(); ++v) {
    if (!roadmap.skills[v].carried_over.empty()) carried[v] = SkillState::kDone;
  }
  for (const Waypoint& waypoint : roadmap.waypoints) {
    std::vector<NodeIndex> targets;
    for (const std::string& id : waypoint.skills) targets.push_back(graph.Find(id));
    const auto way = Closure(graph, roadmap, targets);
    const auto fresh = Closure(graph, roadmap, targets, carried);
    out << "to " << waypoint.title << ": " << way.size() << " skills, " << Hours(HoursOf(roadmap, way)) << "\n";
    if (fresh.size() < way.size())
      out << "  without what is carried over: " << fresh.size() << " skills, " << Hours(HoursOf(roadmap, fresh))
          << "\n";
  }
  return kExitFine;
}

}  // namespace waymark
