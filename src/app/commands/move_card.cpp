#include <utility>
#include <vector>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "app/motion.hpp"

namespace waymark {
namespace {

// The visible node of a card that may be moved, or kNoNode.
NodeIndex Movable(const AppState& state, SkillKey key) {
  const NodeIndex node = NodeOf(state, key);
  return node != kNoNode && state.layout.visible[node] ? node : kNoNode;
}

// `layout` with a card, and all inside it, standing elsewhere: what the eye saw while it was dragged.
MapLayout WithCardAt(const AppState& state, MapLayout layout, NodeIndex node, WorldPoint top_left) {
  const WorldVector by = top_left - layout.rect[node].TopLeft();
  std::vector<NodeIndex> open = {node};
  while (!open.empty()) {
    const NodeIndex at = open.back();
    open.pop_back();
    layout.rect[at].x += by.x;
    layout.rect[at].y += by.y;
    const auto children = GraphOf(state).Children(at);
    open.insert(open.end(), children.begin(), children.end());
  }
  return layout;
}

}  // namespace

void Apply(AppState& state, const MoveCard& command) {
  const NodeIndex node = Movable(state, command.skill);
  if (node == kNoNode) return;
  Drop(state, node, command.top_left, WithCardAt(state, ShownLayout(state), node, command.top_left), 0);
}

void Apply(AppState& state, const MoveBy& command) {
  const NodeIndex node = Movable(state, command.skill);
  if (node == kNoNode || command.by == WorldVector{}) return;
  constexpr std::uint64_t kNudges = std::uint64_t{2} << 32;
  Drop(state, node, state.layout.rect[node].TopLeft() + command.by, ShownLayout(state), kNudges | command.skill.value);
}

void Apply(AppState& state, const ResetPositions&) {
  HistoryStep step{.label = {"undo.cards-back"}};
  for (const auto& [key, pin] : state.pins) {
    if (NodeOf(state, key) != kNoNode) step.pins[key] = {pin, std::nullopt};
  }
  Do(state, std::move(step));
}

void Apply(AppState& state, const DragCard& command) {
  if (Movable(state, command.skill) == kNoNode) return;
  state.drag = Drag{command.skill, command.top_left};
  ++state.revision.drag;
}

void Apply(AppState& state, const EndDrag& command) {
  if (!state.drag) return;
  const Drag drag = *state.drag;
  state.drag.reset();
  ++state.revision.drag;
  if (command.keep) Apply(state, MoveCard{drag.skill, drag.top_left});
}

}  // namespace waymark
