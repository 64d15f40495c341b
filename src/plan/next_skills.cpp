#include "plan/next_skills.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include "base/compact_sort.hpp"
#include "plan/closure.hpp"

namespace waymark {
namespace {

// Nodes looked at in all searches together: some milliseconds.
constexpr std::size_t kMaxVisits = 1'000'000;

bool IsOptional(const Graph& graph, const Roadmap& roadmap, NodeIndex node) {
  for (; node != kNoNode; node = graph.Parent(node)) {
    if (roadmap.skills[node].optional) return true;
  }
  return false;
}

}  // namespace

std::vector<NodeIndex> Frontier(const Graph& graph, const ProgressSummary& summary) {
  std::vector<NodeIndex> learning;
  std::vector<NodeIndex> next;
  for (const NodeIndex v : graph.TopologicalOrder()) {
    if (graph.IsGroup(v)) continue;
    if (summary.state[v] == SkillState::kLearning) {
      learning.push_back(v);
    } else if (summary.state[v] == SkillState::kNotStarted && summary.availability[v] == Availability::kAvailable) {
      next.push_back(v);
    }
  }
  learning.insert(learning.end(), next.begin(), next.end());
  return learning;
}

std::vector<NextSkill> NextSkills(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary) {
  const auto counted = [&](std::span<const NodeIndex> nodes) {
    return static_cast<int>(
        std::ranges::count_if(nodes, [&](NodeIndex v) { return !graph.IsGroup(v) && !IsSatisfied(summary.state[v]); }));
  };
  struct Ranked {
    NextSkill skill;
    std::tuple<bool, bool, int, float, std::size_t> rank;  // the least first
  };
  std::vector<Ranked> ranked;
  std::size_t searches = graph.size() > 0 ? std::max<std::size_t>(1, kMaxVisits / graph.size()) : 0;
  for (const NodeIndex node : Frontier(graph, summary)) {
    NextSkill skill{node, summary.state[node] == SkillState::kLearning, 0};
    skill.unlocks = searches > 0 ? counted(Dependents(graph, node)) : counted(graph.Unlocks(node));
    searches -= searches > 0 ? 1 : 0;
    const float hours = roadmap.skills[node].hours.value_or(HourRange{}).Mid();
    if (skill.learning)
      ranked.push_back({skill, {false, false, 0, 0.0f, ranked.size()}});
    else
      ranked.push_back({skill, {true, IsOptional(graph, roadmap, node), -skill.unlocks, hours, ranked.size()}});
  }
  CompactSort(ranked, &Ranked::rank);
  std::vector<NextSkill> next;
  for (const Ranked& r : ranked) next.push_back(r.skill);
  return next;
}

}  // namespace waymark
