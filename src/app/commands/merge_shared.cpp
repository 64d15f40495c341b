#include <algorithm>
#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"

namespace waymark {

// Joins registers, so that the same merge on another device comes to the same; the step remembers what changed to be
// undone. Keys that this roadmap does not have are kept when everything is merged.
void Apply(AppState& state, const MergeShared& command) {
  if (!state.preview) return;
  const bool all = command.skills.empty();
  HistoryStep step{.label = "Merge shared progress"};
  bool changed = false;
  const Progress before = state.progress;
  for (const auto& [key, theirs] : state.preview->shared.progress.skills) {
    if (!all && std::ranges::find(command.skills, key) == command.skills.end()) continue;
    const auto found = state.progress.skills.find(key);
    const Register mine = found == state.progress.skills.end() ? Register{} : found->second;
    const Register joined = Join(mine, theirs);
    if (joined == mine) continue;
    state.progress.skills[key] = joined;
    changed = true;
    if (joined.state != mine.state) step.states[key] = {mine.state, joined.state};
  }
  if (changed) {
    NoteArrivals(state, before, ArrivalFrom::kLink);
    ++state.revision.progress;
    MarkUnsaved(state);
    state.history.Record(std::move(step));
  }
  if (all) {
    state.preview.reset();
    ++state.revision.shared;
  }
}

}  // namespace waymark
