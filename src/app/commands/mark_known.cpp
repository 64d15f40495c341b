#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"

namespace waymark {

// What was skipped on the way counts as met and stays skipped.
void Apply(AppState& state, const MarkKnown& command) {
  const NodeIndex node = NodeOf(state, command.skill);
  if (node == kNoNode) return;
  HistoryStep step;
  const auto mark = [&](NodeIndex skill) {
    const SkillKey key = SkillAt(state, skill).key;
    const SkillState before = state.progress.State(key);
    if (before != SkillState::kDone) step.states[key] = {before, SkillState::kDone};
  };
  for (const NodeIndex skill :
       RemainingPrerequisitesOf(GraphOf(state), RoadmapOf(state), state.summary, {&node, 1}).skills)
    mark(skill);
  if (!GraphOf(state).IsGroup(node)) mark(node);
  if (step.Empty()) return;
  const std::string& title = SkillAt(state, node).title;
  const std::size_t below = step.states.size() - (step.states.contains(command.skill) ? 1 : 0);
  if (GraphOf(state).IsGroup(node))
    step.label = {"undo.known-group", {{"title", title}, {"count", below}}};
  else
    step.label = {"undo.known", {{"title", title}, {"count", below}}};
  Do(state, std::move(step));
}

}  // namespace waymark
