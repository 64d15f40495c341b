#include "progress/summary.hpp"

#include <algorithm>
#include <ranges>

namespace waymark {
namespace {

Tally& operator+=(Tally& sum, const Tally& part) {
  sum.skills += part.skills;
  sum.done += part.done;
  sum.learning += part.learning;
  sum.skipped += part.skipped;
  sum.hours = sum.hours + part.hours;
  sum.hours_left = sum.hours_left + part.hours_left;
  return sum;
}

Tally TallyOfSkill(SkillState state, bool optional, HourRange hours) {
  Tally tally;
  if (state == SkillState::kSkipped) {
    tally.skipped = 1;
    return tally;
  }
  if (optional && state == SkillState::kNotStarted) return tally;
  tally.skills = 1;
  tally.hours = hours;
  switch (state) {
    case SkillState::kDone:
      tally.done = 1;
      break;
    case SkillState::kLearning:
      tally.learning = 1;
      tally.hours_left = {hours.low * 0.5f, hours.high * 0.5f};
      break;
    case SkillState::kNotStarted:
    case SkillState::kSkipped:
      tally.hours_left = hours;
      break;
  }
  return tally;
}

SkillState StateOfGroup(const Tally& tally) {
  if (tally.skills > 0 && tally.done == tally.skills) return SkillState::kDone;
  if (tally.done + tally.learning > 0) return SkillState::kLearning;
  return tally.skills == 0 && tally.skipped > 0 ? SkillState::kSkipped : SkillState::kNotStarted;
}

bool Meets(SkillState state) { return state == SkillState::kDone || state == SkillState::kSkipped; }

// Whether every clause has an alternative that is met. Edges of a clause stand together.
bool AllClausesMet(std::span<const PrerequisiteEdge> into, const std::vector<SkillState>& state) {
  bool met = true;
  for (std::size_t i = 0; i < into.size(); ++i) {
    const bool first = i == 0 || into[i].clause != into[i - 1].clause;
    if (first && !met) return false;
    met = Meets(state[into[i].from]) || (!first && met);
  }
  return met;
}

}  // namespace

float Tally::Fraction() const {
  if (skills == 0) return skipped > 0 ? 1.0f : 0.0f;
  if (done == skills) return 1.0f;
  if (hours.Mid() > 0) return std::clamp(1.0f - hours_left.Mid() / hours.Mid(), 0.0f, 1.0f);
  return (static_cast<float>(done) + 0.5f * static_cast<float>(learning)) / static_cast<float>(skills);
}

ProgressSummary ProgressSummary::Of(const Graph& graph, const Roadmap& roadmap, const Progress& progress) {
  ProgressSummary summary;
  summary.state.assign(graph.size(), SkillState::kNotStarted);
  summary.availability.assign(graph.size(), Availability::kLocked);
  summary.tally.resize(graph.size());

  std::vector<bool> optional(graph.size(), false);
  for (const NodeIndex v : graph.Preorder()) {
    const NodeIndex parent = graph.Parent(v);
    optional[v] = roadmap.skills[v].optional || (parent != kNoNode && optional[parent]);
    if (graph.IsGroup(v)) continue;
    summary.state[v] = progress.State(roadmap.skills[v].key);
    summary.tally[v] = TallyOfSkill(summary.state[v], optional[v], roadmap.skills[v].hours.value_or(HourRange{}));
  }
  for (const NodeIndex v : graph.Preorder() | std::views::reverse) {
    if (graph.IsGroup(v)) {
      summary.state[v] = StateOfGroup(summary.tally[v]);
    } else if (AllClausesMet(graph.EdgesInto(v), summary.state)) {
      summary.availability[v] = Availability::kAvailable;
    }
    const NodeIndex parent = graph.Parent(v);
    (parent == kNoNode ? summary.whole : summary.tally[parent]) += summary.tally[v];
    if (parent != kNoNode && summary.availability[v] == Availability::kAvailable) {
      summary.availability[parent] = Availability::kAvailable;
    }
  }
  return summary;
}

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

}  // namespace waymark
