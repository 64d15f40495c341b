#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"

namespace waymark {

void Apply(AppState& state, const Undo&) {
  if (!state.history.CanUndo()) return;
  HistoryStep step = std::move(state.history.done.back());
  state.history.done.pop_back();
  ++state.history.revision;
  Carry(state, step, Direction::kUndo);
  step.merge_key = 0;
  state.history.Seal();
  state.history.undone.push_back(std::move(step));
}

void Apply(AppState& state, const Redo&) {
  if (!state.history.CanRedo()) return;
  HistoryStep step = std::move(state.history.undone.back());
  state.history.undone.pop_back();
  ++state.history.revision;
  Carry(state, step, Direction::kRedo);
  state.history.done.push_back(std::move(step));
}

}  // namespace waymark
