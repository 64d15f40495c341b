#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"

namespace waymark {
namespace {

std::string LabelOf(const AppState& state, const SetState& command, std::size_t changed) {
  const std::string end = " " + std::string(StateName(command.state));
  if (command.skills.size() > 1) return "Mark " + SkillCount(changed) + end;
  const NodeIndex node = NodeOf(state, command.skills.front());
  const std::string title = Quoted(SkillAt(state, node).title);
  return GraphOf(state).IsGroup(node) ? "Mark all of " + title + end : "Mark " + title + end;
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
