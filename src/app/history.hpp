// Undo and redo as inverses: a step holds what its change replaced and what it put there, for the things it touched
// only. A step about progress is undone by setting the earlier state anew, which raises the register's epoch: the undo
// then survives any later join. What somebody else (another tab) has changed since is left alone. A step that took in
// what came from outside is undone to the very registers that were there, so that nothing of it stays.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "base/ids.hpp"
#include "base/message.hpp"
#include "edit/roadmap_edit.hpp"
#include "io/progress_json.hpp"
#include "progress/progress.hpp"

namespace waymark {

// Old steps are forgotten beyond this, so that a day of work stays within a few megabytes.
inline constexpr std::size_t kMaxHistorySteps = 1'000;

template <class T>
struct Change {
  T before;
  T after;
};

// What was kept of roads that are not open; nullopt: nothing.
using StoredChanges = std::map<std::string, Change<std::optional<StoredRoadmap>>, std::less<>>;

struct HistoryStep {
  Message label;  // what was done, in the imperative: "Mark ‘Linear algebra’ done"
  std::map<SkillKey, Change<SkillState>> states = {};
  std::map<SkillKey, Change<std::set<std::string>>> notes = {};
  std::map<SkillKey, Change<std::optional<WorldVector>>> pins = {};  // nullopt: not dragged
  std::optional<Change<std::uint16_t>> pace = {}, start = {};        // see progress/schedule.hpp
  std::optional<Change<RoadmapEdit>> edit = {};  // of the road itself: the edits that lead back and on
  // Of what came from outside: the whole register, note, member text, set of open groups.
  std::map<SkillKey, Change<Register>> registers = {};
  std::map<SkillKey, Change<Note>> whole_notes = {};
  std::optional<Change<std::string>> extra = {};
  std::optional<Change<std::set<SkillKey>>> expanded = {};
  std::shared_ptr<const StoredChanges> elsewhere = {};
  // Steps that follow one another with the same key, none of them 0, are one step (typing a note, nudging a card).
  std::uint64_t merge_key = 0;

  bool Empty() const { return !AboutLearner() && !edit && !elsewhere; }
  // Whether anything in it is kept with the progress on the open road.
  bool AboutLearner() const {
    return !states.empty() || !notes.empty() || !pins.empty() || !registers.empty() || !whole_notes.empty() || pace ||
           start || extra || expanded;
  }
};

enum class Direction : std::uint8_t { kUndo, kRedo };

// Undone steps are kept for redo until something new is done.
struct History {
  std::vector<HistoryStep> done;
  std::vector<HistoryStep> undone;
  std::uint64_t revision = 0;  // rises when a step is recorded, undone or redone

  bool CanUndo() const { return !done.empty(); }
  bool CanRedo() const { return !undone.empty(); }
  // Records a step that was just carried out; an empty one is ignored.
  void Record(HistoryStep step);
  // The next step is not to be one with the last.
  void Seal();
  // Leaves out what is about skills that are not `known` any more, and without `edits` all edits.
  void Keep(const std::function<bool(SkillKey)>& known, bool edits);
};

}  // namespace waymark
