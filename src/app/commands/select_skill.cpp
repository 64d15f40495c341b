#include <algorithm>
#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "app/motion.hpp"
#include "view/level_of_detail.hpp"

namespace waymark {
namespace {

// Expands every group that hides `node`, with the outermost of them staying where it is seen.
void ExpandAround(AppState& state, NodeIndex node) {
  std::set<SkillKey> expanded = state.expanded;
  NodeIndex outermost = kNoNode;
  for (NodeIndex group = GraphOf(state).Parent(node); group != kNoNode; group = GraphOf(state).Parent(group)) {
    if (expanded.insert(SkillAt(state, group).key).second) outermost = group;
  }
  if (outermost != kNoNode) ChangeExpansion(state, std::move(expanded), outermost);
}

// A skill is brought into view and near enough to be read; a group, which reads from afar, into view only.
Camera CameraFor(const AppState& state, NodeIndex node) {
  const WorldRect& rect = state.layout.rect[node];
  const Camera& now = CameraToBe(state);
  const bool readable = now.zoom >= kMidZoom || GraphOf(state).IsGroup(node);
  return readable ? Revealing(now, state.viewport, rect) : Fitted(state.viewport, rect, 32, 1);
}

}  // namespace

void Apply(AppState& state, const Select& command) {
  const NodeIndex node = NodeOf(state, command.skill);
  if (node == kNoNode) return;
  if (state.selected != command.skill) {
    state.selected = command.skill;
    ++state.revision.interaction;
    state.history.Seal();
  }
  ExpandAround(state, node);
  if (command.reveal && !state.viewport.Clear().Empty()) {
    const Camera camera = CameraFor(state, node);
    if (camera != CameraToBe(state)) FlyTo(state, camera);
  }
  if (command.flash) BeginFlash(state, command.skill);
}

void Apply(AppState& state, const ClearSelection&) {
  if (state.selected.value == 0) return;
  state.selected = {};
  ++state.revision.interaction;
  state.history.Seal();
}

}  // namespace waymark
