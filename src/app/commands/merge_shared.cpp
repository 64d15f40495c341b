#include <set>
#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "app/storage/intake.hpp"

namespace waymark {

// Takes what the preview shows, as if the reader had marked it here and now; what this road does not have only when it
// was asked for.
void Apply(AppState& state, const MergeShared& command) {
  if (!state.preview) return;
  const bool all = command.skills.empty();
  const KnownKeys known = KnownOf(state, false);
  StoredRoadmap theirs{.progress = state.preview->shared.progress, .pins = {}, .expanded = {}, .extra = {}};
  if (!all || !command.known) {
    const std::set<SkillKey> chosen(command.skills.begin(), command.skills.end());
    std::erase_if(theirs.progress.skills, [&](const auto& entry) {
      return known.skills.contains(entry.first) && !(command.known && chosen.contains(entry.first));
    });
  }
  // A link is never a copy of the whole: into an empty road it is taken as into any other.
  Intake intake = TakeIn(KeptOf(state), theirs, {.known = &known, .unknown = command.unknown, .restores = false});
  if (!intake.change.problem.empty())
    return Notify(state, {"shared.not-merged", {{"problem", intake.change.problem}}}, true);
  TakeOver(state, std::move(intake.joined), {.label = {"undo.merge"}}, ArrivalFrom::kLink);
  if (all) {
    state.preview.reset();
    ++state.revision.shared;
  }
}

}  // namespace waymark
