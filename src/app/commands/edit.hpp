// Steps that commands share.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/history.hpp"
#include "app/state.hpp"

namespace waymark {

void Notify(AppState& state, Message text, bool error);

// There is something new to store.
void MarkUnsaved(AppState& state);

// The skills that `keys` stand for: a group stands for every skill under it. Unknown keys are left out; each once, in
// file order.
std::vector<NodeIndex> SkillsOf(const AppState& state, const std::vector<SkillKey>& keys);

// Carries a step out in the given direction on progress and positions. What no longer is as the step left it was
// changed by somebody else and stays. Lays out anew when cards moved. The road's own edit (CarryEdit) turns round in
// the step.
void Carry(AppState& state, HistoryStep& step, Direction direction);

// Remembers which states came from elsewhere: `before` is what the progress was until then.
void NoteArrivals(AppState& state, const Progress& before, ArrivalFrom from);

// Carries a step about what came from outside out: exactly, as far as it is as the step left it; where the same state
// or text was written since, by a higher epoch; what says something else by now stays.
void CarryIntake(AppState& state, const HistoryStep& step, Direction direction);

// Sets aside again what was taken back exactly and came up in `state.progress` by a join.
void SetAsideTakenBack(AppState& state);

// All that is kept of the open road, as it is now.
StoredRoadmap KeptOf(const AppState& state);

// What progress is kept of the open road that it does not know, and ForgetUnknown would throw away.
UnknownPart UnknownHere(const AppState& state);

// Takes `joined` over as one undoable step; `step` has its label. Remembers what came `from` there.
void TakeOver(AppState& state, StoredRoadmap joined, HistoryStep step, ArrivalFrom from);

// What the open road has; with the skills that have left it for a copy of one's own.
KnownKeys KnownOf(const AppState& state, bool with_retired);

// Carries out a new step and records it.
void Do(AppState& state, HistoryStep step);

// Lays out anew with `expanded` and animates; `anchor` keeps its place on the screen.
void ChangeExpansion(AppState& state, std::set<SkillKey> expanded, NodeIndex anchor);

// Moves a card to where it is dropped, as one step. `shown` is where it was seen before.
void Drop(AppState& state, NodeIndex node, WorldPoint top_left, MapLayout shown, std::uint64_t merge_key);

}  // namespace waymark
