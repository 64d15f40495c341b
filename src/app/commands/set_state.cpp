#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "app/derived.hpp"

namespace waymark {
namespace {

std::string Label(const AppState& state, const SetState& command, std::size_t changed) {
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
  step.label = Label(state, command, step.states.size());
  const std::string said = step.states.size() == 1 ? SkillAt(state, NodeOf(state, step.states.begin()->first)).title
                                                   : SkillCount(step.states.size());
  Do(state, std::move(step));
  RefreshDerived(state);
  Announce(state, said + ": " + std::string(StateName(command.state)) + ". " + std::to_string(state.summary.whole.done) +
                      " of " + SkillCount(static_cast<std::size_t>(state.summary.whole.skills)) + " done.");
}

}  // namespace waymark
