#include "ui/words.hpp"

#include "plan/satisfaction.hpp"
#include "plan/state_messages.hpp"
#include "view/cards/card_text.hpp"

namespace waymark {

std::string_view StateWord(const AppState& state, NodeIndex node) {
  return state.messages->Find(LabelOf(MarkOf(state.summary.state[node], state.summary.availability[node])));
}

std::string MetaText(const AppState& state, NodeIndex node) {
  const MessageCatalogue& messages = *state.messages;
  if (!GraphOf(state).IsGroup(node)) return SkillMeta(messages, SkillAt(state, node));
  const Tally& tally = state.summary.tally[node];
  const std::string hours = HoursText(messages, tally.hours_left);
  if (hours.empty() || tally.done >= tally.skills)
    return messages.Format({"map.done-of", {{"done", tally.done}, {"count", tally.skills}}});
  return messages.Format({"map.done-of-left", {{"done", tally.done}, {"count", tally.skills}, {"hours", hours}}});
}

std::vector<std::string> MissingFirst(const AppState& state, NodeIndex node) {
  std::vector<std::string> missing;
  ForEachClause(GraphOf(state), node, [&](Clause clause) {
    if (IsSatisfied(clause, state.summary.state)) return;
    std::string titles;
    for (const PrerequisiteEdge& edge : clause) {
      const std::string& title = SkillAt(state, edge.from).title;
      titles = titles.empty() ? title : state.messages->Format({"list.or", {{"first", titles}, {"second", title}}});
    }
    missing.push_back(std::move(titles));
  });
  return missing;
}

}  // namespace waymark
