#include <utility>

#include "app/commands/commands.hpp"
#include "app/motion.hpp"
#include "view/scene/scene_builder.hpp"

namespace waymark {
namespace {

void Adopt(AppState& state, Filter filter) {
  if (state.filter == filter) return;
  state.filter = std::move(filter);
  ++state.revision.filter;
}

}  // namespace

void Apply(AppState& state, const SetFilter& command) {
  if (state.open) Adopt(state, command.filter);
}

void Apply(AppState& state, const SetHideDone& command) {
  if (state.settings.hide_done == command.hide) return;
  state.settings.hide_done = command.hide;
  ++state.revision.filter;
}

// Selects without flying to the skill itself: all that is related is brought into view, as the cards that stand for it.
void Apply(AppState& state, const ShowRelated& command) {
  const NodeIndex node = NodeOf(state, command.skill);
  if (node == kNoNode || command.relation == FilterRelation::kNone) return;
  Apply(state, Select{command.skill, false});
  Adopt(state, {.relation = command.relation, .of = command.skill});
  WorldRect all;
  for (const NodeIndex related :
       RelatedSkills(GraphOf(state), RoadmapOf(state), state.summary, command.relation, node)) {
    all = all.United(state.layout.rect[VisibleFor(GraphOf(state), state.layout, related)]);
  }
  AimAt(state, {all, 1.25f});
}

}  // namespace waymark
