#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "base/utf8.hpp"

namespace waymark {

// Recorded here rather than through Do, since SetNote of Progress decides what is kept of the text.
void Apply(AppState& state, const SetNote& command) {
  const NodeIndex node = NodeOf(state, command.skill);
  if (node == kNoNode) return;
  const auto texts = [&] {
    const auto note = state.progress.notes.find(command.skill);
    return note == state.progress.notes.end() ? std::set<std::string>{} : note->second.texts;
  };
  const std::set<std::string> before = texts();
  const std::string text = Sanitized(command.text, LineBreaks::kKept);
  if (text.empty() ? before.empty() : before == std::set{text}) return;
  state.progress.SetNote(command.skill, text);
  state.taken_back.notes.erase(command.skill);
  std::set<std::string> after = texts();
  if (after == before) return;
  ++state.revision.progress;
  MarkUnsaved(state);
  constexpr std::uint64_t kNoteEdits = std::uint64_t{1} << 32;
  HistoryStep step{.label = {"undo.note", {{"title", SkillAt(state, node).title}}},
                   .merge_key = kNoteEdits | command.skill.value};
  step.notes[command.skill] = {before, std::move(after)};
  state.history.Record(std::move(step));
}

}  // namespace waymark
