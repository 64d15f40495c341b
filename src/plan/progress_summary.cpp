#include "plan/progress_summary.hpp"

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
    } else {
      summary.availability[v] = AvailabilityOf(graph, v, summary.state);
    }
    const NodeIndex parent = graph.Parent(v);
    (parent == kNoNode ? summary.whole : summary.tally[parent]) += summary.tally[v];
    if (parent != kNoNode && summary.availability[v] == Availability::kAvailable) {
      summary.availability[parent] = Availability::kAvailable;
    }
  }
  return summary;
}

}  // namespace waymark
