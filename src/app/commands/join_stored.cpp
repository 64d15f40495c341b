#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "app/motion.hpp"

namespace waymark {

void Apply(AppState& state, const JoinStored& command) {
  if (!state.open) return;
  const bool settled = state.save.unsaved == state.save.acknowledged;
  Progress joined = Join(state.progress, command.stored.progress);
  if (joined != state.progress) {
    const Progress before = std::exchange(state.progress, joined);
    SetAsideTakenBack(state);
    NoteArrivals(state, before, ArrivalFrom::kTab);
    ++state.revision.progress;
  }
  // Positions are last writer wins: another tab's are taken over unless this one is about to write its own. Which
  // groups are open stays each tab's own affair.
  if (settled && state.pins != command.stored.pins) {
    MapLayout shown = ShownLayout(state);
    state.pins = command.stored.pins;
    ++state.revision.pins;
    MoveCards(state, std::move(shown), kNoNode);
  }
  // Two tabs without a lock can overwrite each other; whoever finds something missing writes again.
  if (settled && joined != command.stored.progress) MarkUnsaved(state);
}

void Apply(AppState& state, const SaveFinished& command) {
  if (command.failure.empty()) {
    state.save.acknowledged = command.saved;
    if (state.save.unsaved == command.saved) state.save.replaces = false;
    state.save.state = state.save.unsaved == command.saved ? SaveState::kSaved : SaveState::kSaving;
    state.save.message = {};
    state.save.sizes.clear();
    return;
  }
  state.save.state = SaveState::kFailed;
  state.save.message = command.failure;
  state.save.sizes = command.sizes;
}

}  // namespace waymark
