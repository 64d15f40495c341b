#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "plan/state_messages.hpp"

namespace waymark {
namespace {

Message LabelOf(const AppState& state, const SetState& command, std::size_t changed) {
  const Message name = StateMessage(command.state);
  if (command.skills.size() > 1) return {"undo.mark-several", {{"count", changed}, {"state", name}}};
  const NodeIndex node = NodeOf(state, command.skills.front());
  const std::string& title = SkillAt(state, node).title;
  if (GraphOf(state).IsGroup(node)) return {"undo.mark-group", {{"title", title}, {"state", name}}};
  return {"undo.mark", {{"title", title}, {"state", name}}};
}

}  // namespace

void Apply(AppState& state, const SetState& command) {
  HistoryStep step;
  for (const NodeIndex node : SkillsOf(state, command.skills)) {
    const SkillKey key = SkillAt(state, node).key;
    const SkillState before = state.progress.State(key);
    if (before != command.state) step.states[key] = {before, command.state};
  }
  if (step.Empty()) return;
  step.label = LabelOf(state, command, step.states.size());
  Do(state, std::move(step));
}

}  // namespace waymark
