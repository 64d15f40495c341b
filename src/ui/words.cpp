#include "ui/words.hpp"

#include "view/cards/card_text.hpp"

namespace waymark {
namespace {

bool Met(SkillState state) { return state == SkillState::kDone || state == SkillState::kSkipped; }

}  // namespace

std::string_view StateWord(const AppState& state, NodeIndex node) {
  switch (MarkOf(state.summary.state[node], state.summary.availability[node])) {
    case StateMark::kAvailable:
      return "Available";
    case StateMark::kLearning:
      return "Learning";
    case StateMark::kDone:
      return "Done";
    case StateMark::kSkipped:
      return "Skipped";
    case StateMark::kLocked:
      return "Locked";
  }
  return {};
}

std::string MetaText(const AppState& state, NodeIndex node) {
  if (!GraphOf(state).IsGroup(node)) return SkillMeta(SkillAt(state, node));
  const Tally& tally = state.summary.tally[node];
  std::string text =
      std::to_string(tally.done) + " of " + std::to_string(tally.skills) + (tally.skills == 1 ? " skill" : " skills");
  if (const std::string hours = HoursText(tally.hours_left); !hours.empty() && tally.done < tally.skills) {
    text += " · " + hours + " left";
  }
  return text;
}

std::vector<std::string> MissingFirst(const AppState& state, NodeIndex node) {
  std::vector<std::string> missing;
  const std::span<const PrerequisiteEdge> edges = GraphOf(state).EdgesInto(node);
  for (std::size_t i = 0; i < edges.size();) {
    const std::uint32_t clause = edges[i].clause;
    bool met = false;
    std::string titles;
    for (; i < edges.size() && edges[i].clause == clause; ++i) {
      met = met || Met(state.summary.state[edges[i].from]);
      if (!titles.empty()) titles += " or ";
      titles += SkillAt(state, edges[i].from).title;
    }
    if (!met) missing.push_back(std::move(titles));
  }
  return missing;
}

}  // namespace waymark
