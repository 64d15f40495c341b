#include "ui/words.hpp"

#include "plan/satisfaction.hpp"
#include "view/cards/card_text.hpp"

namespace waymark {

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
  ForEachClause(GraphOf(state), node, [&](Clause clause) {
    if (IsSatisfied(clause, state.summary.state)) return;
    std::string titles;
    for (const PrerequisiteEdge& edge : clause) {
      if (!titles.empty()) titles += " or ";
      titles += SkillAt(state, edge.from).title;
    }
    missing.push_back(std::move(titles));
  });
  return missing;
}

}  // namespace waymark
