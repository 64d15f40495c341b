// Undo and redo of what came from outside: whole registers and notes, so that nothing of it stays.
#include <algorithm>
#include <utility>

#include "app/commands/edit.hpp"
#include "app/motion.hpp"

namespace waymark {
namespace {

template <class T>
const T& Wanted(const Change<T>& change, Direction direction) {
  return direction == Direction::kUndo ? change.before : change.after;
}
template <class T>
const T& Expected(const Change<T>& change, Direction direction) {
  return direction == Direction::kUndo ? change.after : change.before;
}

// What is absent is a T{}, and the other way round.
template <class T>
T ValueOf(const std::map<SkillKey, T>& values, SkillKey key) {
  const auto found = values.find(key);
  return found == values.end() ? T{} : found->second;
}
template <class T>
void Put(std::map<SkillKey, T>& values, SkillKey key, const T& value) {
  if (value == T{})
    values.erase(key);
  else
    values[key] = value;
}

bool SameContent(Register a, Register b) { return a.state == b.state; }
bool SameContent(const Note& a, const Note& b) { return a.texts == b.texts; }
// The least value above `from` with the content of `wanted`.
Register Above(Register from, Register wanted) { return Moved(from, wanted.state); }
Note Above(const Note& from, const Note& wanted) { return {std::min(from.epoch + 1, kMaxEpoch), wanted.texts}; }
bool Outranks(Register a, Register b) { return Join(a, b) == a; }
bool Outranks(const Note& a, const Note& b) { return Join(a, b) == a; }

template <class T>
void CarryValues(AppState& state, std::map<SkillKey, T>& values, std::map<SkillKey, Change<T>>& taken_back,
                 const std::map<SkillKey, Change<T>>& changes, Direction direction) {
  for (const auto& [key, change] : changes) {
    const T& wanted = Wanted(change, direction);
    const T& expected = Expected(change, direction);
    const T now = ValueOf(values, key);
    if (now == expected) {
      Put(values, key, wanted);
      taken_back.erase(key);
      if (!Outranks(wanted, expected)) {
        taken_back[key] = {.before = wanted, .after = expected};
        state.save.replaces = true;
      }
    } else if (SameContent(now, expected)) {
      Put(values, key, Above(now, wanted));
    }
  }
}

template <class T>
bool SetAside(std::map<SkillKey, T>& values, const std::map<SkillKey, Change<T>>& taken_back) {
  bool any = false;
  for (const auto& [key, change] : taken_back) {
    if (ValueOf(values, key) != change.after) continue;
    Put(values, key, Above(change.after, change.before));
    any = true;
  }
  return any;
}

template <class T>
void NoteChanges(std::map<SkillKey, Change<T>>& changes, const std::map<SkillKey, T>& before,
                 const std::map<SkillKey, T>& after) {
  for (const auto& [key, value] : after) {
    if (const T was = ValueOf(before, key); was != value) changes[key] = {was, value};
  }
  for (const auto& [key, value] : before) {
    if (!after.contains(key)) changes[key] = {value, T{}};
  }
}

}  // namespace

void CarryIntake(AppState& state, const HistoryStep& step, Direction direction) {
  if (!step.registers.empty() || !step.whole_notes.empty()) {
    CarryValues(state, state.progress.skills, state.taken_back.registers, step.registers, direction);
    CarryValues(state, state.progress.notes, state.taken_back.notes, step.whole_notes, direction);
    ++state.revision.progress;
  }
  if (step.extra && state.stored_extra == Expected(*step.extra, direction)) {
    state.stored_extra = Wanted(*step.extra, direction);
    state.save.replaces = true;
  }
  if (step.expanded && state.expanded == Expected(*step.expanded, direction))
    ChangeExpansion(state, Wanted(*step.expanded, direction), kNoNode);
}

void SetAsideTakenBack(AppState& state) {
  const bool registers = SetAside(state.progress.skills, state.taken_back.registers);
  const bool notes = SetAside(state.progress.notes, state.taken_back.notes);
  if (registers || notes) MarkUnsaved(state);
}

StoredRoadmap KeptOf(const AppState& state) {
  return {state.progress, state.pins, {state.expanded.begin(), state.expanded.end()}, state.stored_extra};
}

UnknownPart UnknownHere(const AppState& state) {
  const std::set<SkillKey> known = KnownOf(state, true).skills;
  std::set<SkillKey> unknown;
  for (const auto& [key, reg] : state.progress.skills) {
    if (!known.contains(key)) unknown.insert(key);
  }
  for (const auto& [key, note] : state.progress.notes) {
    if (!known.contains(key)) unknown.insert(key);
  }
  return {
      .skills = unknown.size(), .skills_taken = 0, .member_bytes = state.stored_extra.size(), .members_taken = false};
}

void TakeOver(AppState& state, StoredRoadmap joined, HistoryStep step, ArrivalFrom from) {
  NoteChanges(step.registers, state.progress.skills, joined.progress.skills);
  NoteChanges(step.whole_notes, state.progress.notes, joined.progress.notes);
  const Schedule schedule = joined.progress.schedule, mine = state.progress.schedule;
  if (schedule.minutes_per_week.value != mine.minutes_per_week.value)
    step.pace = Change<std::uint16_t>{mine.minutes_per_week.value, schedule.minutes_per_week.value};
  if (schedule.start_day.value != mine.start_day.value)
    step.start = Change<std::uint16_t>{mine.start_day.value, schedule.start_day.value};
  for (const auto& [key, pin] : joined.pins) {
    if (!state.pins.contains(key)) step.pins[key] = {std::nullopt, pin};
  }
  if (joined.extra != state.stored_extra) step.extra = {state.stored_extra, joined.extra};
  std::set<SkillKey> expanded(joined.expanded.begin(), joined.expanded.end());
  if (expanded != state.expanded) step.expanded = {state.expanded, std::move(expanded)};
  const Progress before = state.progress;
  Do(state, std::move(step));
  state.progress.schedule = schedule;  // with its epochs: a road that was restored is the same to the byte
  NoteArrivals(state, before, from);
}

KnownKeys KnownOf(const AppState& state, bool with_retired) {
  KnownKeys known;
  if (with_retired) known.skills.insert(RoadmapOf(state).retired_keys.begin(), RoadmapOf(state).retired_keys.end());
  for (NodeIndex node = 0; node < GraphOf(state).size(); ++node)
    (GraphOf(state).IsGroup(node) ? known.groups : known.skills).insert(SkillAt(state, node).key);
  return known;
}

}  // namespace waymark
