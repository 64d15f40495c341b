#include "app/next.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include "base/compact_sort.hpp"

namespace waymark {
namespace {

// Nodes looked at in all searches together: some milliseconds.
constexpr std::size_t kMaxVisits = 1'000'000;

bool IsMet(SkillState state) { return state == SkillState::kDone || state == SkillState::kSkipped; }

bool IsOptional(const Graph& graph, const Roadmap& roadmap, NodeIndex node) {
  for (; node != kNoNode; node = graph.Parent(node)) {
    if (roadmap.skills[node].optional) return true;
  }
  return false;
}

}  // namespace

std::vector<NextSkill> NextSkills(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary) {
  const auto counted = [&](std::span<const NodeIndex> nodes) {
    return static_cast<int>(
        std::ranges::count_if(nodes, [&](NodeIndex v) { return !graph.IsGroup(v) && !IsMet(summary.state[v]); }));
  };
  struct Ranked {
    NextSkill skill;
    std::tuple<bool, bool, int, float, std::size_t> rank;  // the least first
  };
  std::vector<Ranked> ranked;
  std::size_t searches = graph.size() > 0 ? std::max<std::size_t>(1, kMaxVisits / graph.size()) : 0;
  for (const NodeIndex node : Frontier(graph, summary)) {
    NextSkill skill{node, summary.state[node] == SkillState::kLearning, 0};
    skill.opens = searches > 0 ? counted(Dependents(graph, node)) : counted(graph.Unlocks(node));
    searches -= searches > 0 ? 1 : 0;
    const float hours = roadmap.skills[node].hours.value_or(HourRange{}).Mid();
    if (skill.learning)
      ranked.push_back({skill, {false, false, 0, 0.0f, ranked.size()}});
    else
      ranked.push_back({skill, {true, IsOptional(graph, roadmap, node), -skill.opens, hours, ranked.size()}});
  }
  CompactSort(ranked, &Ranked::rank);
  std::vector<NextSkill> next;
  for (const Ranked& r : ranked) next.push_back(r.skill);
  return next;
}

}  // namespace waymark
