#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "app/motion.hpp"

namespace waymark {
namespace {

std::set<std::string> TextsOf(const Progress& progress, SkillKey key) {
  const auto note = progress.notes.find(key);
  return note == progress.notes.end() ? std::set<std::string>{} : note->second.texts;
}

// What has to be undone to get from `joined` to what is there.
HistoryStep StepTo(const AppState& state, const StoredRoadmap& joined) {
  HistoryStep step{.label = "Join a backup"};
  for (const auto& [key, reg] : joined.progress.skills) {
    const SkillState before = state.progress.State(key);
    if (before != reg.state) step.states[key] = {before, reg.state};
  }
  for (const auto& [key, note] : joined.progress.notes) {
    std::set<std::string> before = TextsOf(state.progress, key);
    if (before != note.texts) step.notes[key] = {std::move(before), note.texts};
  }
  for (const auto& [key, pin] : joined.pins) {
    if (!state.pins.contains(key)) step.pins[key] = {std::nullopt, pin};
  }
  return step;
}

void JoinOpen(AppState& state, const StoredRoadmap& theirs) {
  StoredRoadmap joined = JoinKept(
      {state.progress, state.pins, {state.expanded.begin(), state.expanded.end()}, state.stored_extra}, theirs);
  HistoryStep step = StepTo(state, joined);
  if (joined.progress != state.progress) {
    const Progress before = std::exchange(state.progress, std::move(joined.progress));
    NoteArrivals(state, before, ArrivalFrom::kBackup);
    ++state.revision.progress;
  }
  if (joined.pins != state.pins) {
    MapLayout shown = ShownLayout(state);
    state.pins = std::move(joined.pins);
    ++state.revision.pins;
    MoveCards(state, std::move(shown), kNoNode);
  }
  state.stored_extra = std::move(joined.extra);
  ChangeExpansion(state, {joined.expanded.begin(), joined.expanded.end()}, kNoNode);
  MarkUnsaved(state);
  state.history.Record(std::move(step));
}

}  // namespace

void Apply(AppState& state, const PreviewBackup& command) {
  state.backup = command.preview;
  ++state.revision.backup;
}

// The open roadmap is joined here, as one undoable step; the others and the settings by the effect that Update adds.
void Apply(AppState& state, const ImportBackup&) {
  if (!state.backup || !state.open) return;
  const auto& roadmaps = state.backup->backup.roadmaps;
  if (const auto theirs = roadmaps.find(RoadmapOf(state).id); theirs != roadmaps.end()) JoinOpen(state, theirs->second);
  state.backup.reset();
  ++state.revision.backup;
  Notify(state, "The backup is joined with what you have here.", false);
}

void Apply(AppState& state, const DismissBackup&) {
  if (!state.backup) return;
  state.backup.reset();
  ++state.revision.backup;
}

}  // namespace waymark
