#include <limits>
#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "app/motion.hpp"
#include "view/scene/scene_builder.hpp"

namespace waymark {
namespace {

// The top-level card that is nearest to the middle of the window: it is visible whatever is expanded.
NodeIndex RootAtCenter(const AppState& state) {
  NodeIndex nearest = kNoNode;
  float least = std::numeric_limits<float>::infinity();
  for (const NodeIndex root : GraphOf(state).Roots()) {
    const WorldVector away = state.layout.rect[root].Center() - state.camera.center;
    const float distance = away.x * away.x + away.y * away.y;
    if (distance < least) {
      least = distance;
      nearest = root;
    }
  }
  return nearest;
}

constexpr float kAreaMargin = 24;  // CSS pixels

// What was just opened comes wholly into view, if it isn't yet. Without a transition the camera is there already.
void RevealArea(AppState& state, NodeIndex node) {
  if (!state.layout.visible[node] || state.viewport.Clear().Empty()) return;
  Camera anchored = CameraToBe(state);
  if (state.transition) {
    const WorldVector carried =
        state.layout.rect[node].TopLeft() - state.transition->frame->layout.rect[node].TopLeft();
    anchored.center = anchored.center + carried;
  }
  const Camera revealing = Revealing(anchored, state.viewport, state.layout.rect[node], kAreaMargin);
  if (!(revealing == anchored)) FlyTo(state, revealing);
}

}  // namespace

void Apply(AppState& state, const SetExpanded& command) {
  const NodeIndex node = NodeOf(state, command.skill);
  if (node == kNoNode || !GraphOf(state).IsGroup(node)) return;
  std::set<SkillKey> expanded = state.expanded;
  if (command.expanded)
    expanded.insert(command.skill);
  else
    expanded.erase(command.skill);
  if (expanded == state.expanded) return;
  ChangeExpansion(state, std::move(expanded), VisibleFor(GraphOf(state), state.layout, node));
  if (command.expanded) RevealArea(state, node);
}

void Apply(AppState& state, const ExpandAll& command) {
  if (!state.open) return;
  std::set<SkillKey> expanded = state.expanded;
  for (NodeIndex node = 0; node < GraphOf(state).size(); ++node) {
    if (!GraphOf(state).IsGroup(node)) continue;
    if (command.expanded)
      expanded.insert(SkillAt(state, node).key);
    else
      expanded.erase(SkillAt(state, node).key);
  }
  if (expanded == state.expanded) return;
  const bool fitted = state.fitted;
  ChangeExpansion(state, std::move(expanded), fitted ? kNoNode : RootAtCenter(state));
  if (fitted) FitWhole(state, true);
}

}  // namespace waymark
