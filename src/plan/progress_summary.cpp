#include "plan/progress_summary.hpp"

#include <algorithm>
#include <ranges>
#include <set>

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

namespace {

bool IsOptional(const Graph& graph, const Roadmap& roadmap, NodeIndex node) {
  for (; node != kNoNode; node = graph.Parent(node)) {
    if (roadmap.skills[node].optional) return true;
  }
  return false;
}

// Deeper groups first, so that each is counted from children that are up to date.
struct DeeperFirst {
  const Graph* graph;
  bool operator()(NodeIndex a, NodeIndex b) const {
    return std::pair(-graph->Depth(a), a) < std::pair(-graph->Depth(b), b);
  }
};

}  // namespace

void ProgressSummary::Update(const Graph& graph, const Roadmap& roadmap, const Progress& progress,
                             std::span<const NodeIndex> skills) {
  std::set<NodeIndex, DeeperFirst> groups({&graph});
  const auto touch = [&](NodeIndex node) {
    if (const NodeIndex parent = graph.Parent(node); parent != kNoNode) groups.insert(parent);
  };
  for (const NodeIndex v : skills) {
    state[v] = progress.State(roadmap.skills[v].key);
    tally[v] = TallyOfSkill(state[v], IsOptional(graph, roadmap, v), roadmap.skills[v].hours.value_or(HourRange{}));
    touch(v);
  }
  for (const NodeIndex v : skills) {
    for (const NodeIndex next : graph.Unlocks(v)) {
      const Availability now = AvailabilityOf(graph, next, state);
      if (std::exchange(availability[next], now) != now) touch(next);
    }
  }
  // Sums in the order of Of, so that they are the same to the last bit.
  const auto sum = [&](std::span<const NodeIndex> children) {
    Tally all;
    for (const NodeIndex child : children | std::views::reverse) all += tally[child];
    return all;
  };
  while (!groups.empty()) {
    const NodeIndex group = *groups.begin();
    groups.erase(groups.begin());
    const auto children = graph.Children(group);
    tally[group] = sum(children);
    state[group] = StateOfGroup(tally[group]);
    const bool open =
        std::ranges::any_of(children, [&](NodeIndex v) { return availability[v] == Availability::kAvailable; });
    availability[group] = open ? Availability::kAvailable : Availability::kLocked;
    touch(group);
  }
  whole = sum(graph.Roots());
}

}  // namespace waymark
