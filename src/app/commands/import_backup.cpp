#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"

namespace waymark {
namespace {

// The open road and the others are one step.
HistoryStep ImportStep(const AppState& state) {
  constexpr std::uint64_t kImports = std::uint64_t{1} << 48;
  return {.label = {"undo.join-backup"}, .merge_key = kImports | state.revision.backup};
}

}  // namespace

void Apply(AppState& state, const PreviewBackup& command) {
  state.backup = command.preview;
  ++state.revision.backup;
}

// The open roadmap is joined here, as one undoable step; the others and the settings by the effect that Update adds.
void Apply(AppState& state, const ImportBackup& command) {
  if (!state.backup || !state.open) return;
  const auto& roadmaps = state.backup->backup.roadmaps;
  ++state.revision.backup;
  if (const auto theirs = roadmaps.find(RoadmapOf(state).id); theirs != roadmaps.end()) {
    const KnownKeys known = KnownOf(state, true);
    Intake intake = TakeIn(KeptOf(state), theirs->second, {.known = &known, .unknown = command.unknown});
    TakeOver(state, std::move(intake.joined), ImportStep(state), ArrivalFrom::kBackup);
  }
  state.backup.reset();
  Notify(state, {"backup.joined"}, false);
}

// Of registers and notes nothing stays, not even that they were there.
void Apply(AppState& state, const ForgetUnknown&) {
  if (!state.open) return;
  const std::set<SkillKey> known = KnownOf(state, true).skills;
  HistoryStep step{.label = {"undo.forget-unknown"}};
  for (const auto& [key, reg] : state.progress.skills) {
    if (!known.contains(key)) step.registers[key] = {reg, {}};
  }
  for (const auto& [key, note] : state.progress.notes) {
    if (!known.contains(key)) step.whole_notes[key] = {note, {}};
  }
  if (!state.stored_extra.empty()) step.extra = {state.stored_extra, {}};
  Do(state, std::move(step));
}

void Apply(AppState&, const LetGo&) {}  // by its effect

void Apply(AppState& state, const RecordElsewhere& command) {
  HistoryStep step = ImportStep(state);
  step.elsewhere = command.changes;
  state.history.Record(std::move(step));
}

void Apply(AppState& state, const KnowRoads& command) {
  state.known_roads = {command.roads.begin(), command.roads.end()};
}

void Apply(AppState& state, const DismissBackup&) {
  if (!state.backup) return;
  state.backup.reset();
  ++state.revision.backup;
}

}  // namespace waymark
