#include "app/commands/edit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/commands/apply_edit.hpp"
#include "app/motion.hpp"
#include "base/compact_sort.hpp"

namespace waymark {
namespace {

// A card further out than this was not put there by a hand, and could neither be found again nor stored.
constexpr float kMaxPin = 1e6f;

bool InReach(WorldVector pin) { return std::abs(pin.x) <= kMaxPin && std::abs(pin.y) <= kMaxPin; }

template <class T>
const T& Wanted(const Change<T>& change, Direction direction) {
  return direction == Direction::kUndo ? change.before : change.after;
}
template <class T>
const T& Expected(const Change<T>& change, Direction direction) {
  return direction == Direction::kUndo ? change.after : change.before;
}

void CarryStates(AppState& state, const HistoryStep& step, Direction direction, MarkedSkills& marked) {
  for (const auto& [key, change] : step.states) {
    if (state.progress.State(key) != Expected(change, direction)) continue;
    state.progress.Set(key, Wanted(change, direction));
    if (const NodeIndex node = NodeOf(state, key); node != kNoNode && !GraphOf(state).IsGroup(node))
      marked.skills.push_back(node);
    state.taken_back.registers.erase(key);
  }
}

void CarryNotes(AppState& state, const HistoryStep& step, Direction direction) {
  for (const auto& [key, change] : step.notes) {
    const auto note = state.progress.notes.find(key);
    if (note == state.progress.notes.end() || note->second.texts != Expected(change, direction)) continue;
    state.taken_back.notes.erase(key);
    note->second.texts = Wanted(change, direction);
    note->second.epoch = std::min(note->second.epoch + 1, kMaxEpoch);
  }
}

// Another value than the step left is somebody else's, and stays.
void CarryValue(ValueRegister<std::uint16_t>& value, const std::optional<Change<std::uint16_t>>& change,
                Direction direction) {
  if (change && value.value == Expected(*change, direction)) value.Set(Wanted(*change, direction));
}

std::optional<WorldVector> PinOf(const AppState& state, SkillKey key) {
  const auto at = state.pins.find(key);
  if (at == state.pins.end()) return std::nullopt;
  return at->second;
}

bool CarryPins(AppState& state, const HistoryStep& step, Direction direction) {
  bool moved = false;
  for (const auto& [key, change] : step.pins) {
    const auto& wanted = Wanted(change, direction);
    if (PinOf(state, key) != Expected(change, direction) || wanted == Expected(change, direction)) continue;
    if (wanted)
      state.pins[key] = *wanted;
    else
      state.pins.erase(key);
    moved = true;
  }
  return moved;
}

}  // namespace

void Notify(AppState& state, Message text, bool error) {
  state.notice = Notice{++state.notices, std::move(text), error};
}

void MarkUnsaved(AppState& state) {
  ++state.save.unsaved;
  state.save.state = SaveState::kSaving;
}

std::vector<NodeIndex> SkillsOf(const AppState& state, const std::vector<SkillKey>& keys) {
  std::vector<NodeIndex> open, skills;
  for (const SkillKey key : keys) {
    if (const NodeIndex node = NodeOf(state, key); node != kNoNode) open.push_back(node);
  }
  while (!open.empty()) {
    const NodeIndex node = open.back();
    open.pop_back();
    const auto children = GraphOf(state).Children(node);
    if (children.empty())
      skills.push_back(node);
    else
      open.insert(open.end(), children.begin(), children.end());
  }
  CompactSort(skills);
  const auto repeated = std::ranges::unique(skills);
  skills.erase(repeated.begin(), repeated.end());
  return skills;
}

void Carry(AppState& state, HistoryStep& step, Direction direction) {
  if (!CarryEdit(state, step, direction)) step.edit.reset();
  CarryIntake(state, step, direction);
  if (!step.states.empty() || !step.notes.empty()) {
    MarkedSkills& marked = state.marked;
    if (marked.to != state.revision.progress) marked = {{}, state.revision.progress, state.revision.progress};
    CarryStates(state, step, direction, marked);
    CarryNotes(state, step, direction);
    marked.to = ++state.revision.progress;
  }
  if (step.pace || step.start) {
    CarryValue(state.progress.schedule.minutes_per_week, step.pace, direction);
    CarryValue(state.progress.schedule.start_day, step.start, direction);
  }
  if (!step.pins.empty()) {
    MapLayout shown = ShownLayout(state);
    if (CarryPins(state, step, direction)) {
      ++state.revision.pins;
      MoveCards(state, std::move(shown), kNoNode);
    }
  }
  if (step.AboutLearner()) MarkUnsaved(state);
}

void NoteArrivals(AppState& state, const Progress& before, ArrivalFrom from) {
  for (const Skill& skill : RoadmapOf(state).skills) {
    const SkillState was = before.State(skill.key);
    if (was == state.progress.State(skill.key)) continue;
    const auto [arrival, is_new] = state.arrived.try_emplace(skill.key, Arrival{was, from});
    if (!is_new) arrival->second.from = from;
    ++state.revision.arrived;
  }
}

void Do(AppState& state, HistoryStep step) {
  if (step.Empty()) return;
  Carry(state, step, Direction::kRedo);
  state.history.Record(std::move(step));
}

void ChangeExpansion(AppState& state, std::set<SkillKey> expanded, NodeIndex anchor) {
  if (expanded == state.expanded) return;
  MapLayout shown = ShownLayout(state);
  state.expanded = std::move(expanded);
  ++state.revision.expansion;
  MarkUnsaved(state);
  MoveCards(state, std::move(shown), anchor);
}

void Drop(AppState& state, NodeIndex node, WorldPoint top_left, MapLayout shown, std::uint64_t merge_key) {
  const Skill& skill = SkillAt(state, node);
  const WorldVector pin = state.open->layouter.PinFor(node, top_left, state.layout);
  const std::optional<WorldVector> old = PinOf(state, skill.key);
  if (!InReach(pin) || old == pin) return;
  HistoryStep step{.label = {"undo.move", {{"title", skill.title}}}, .merge_key = merge_key};
  step.pins[skill.key] = {old, pin};
  state.pins[skill.key] = pin;
  ++state.revision.pins;
  MarkUnsaved(state);
  MoveCards(state, std::move(shown), kNoNode);
  state.history.Record(std::move(step));
}

}  // namespace waymark
