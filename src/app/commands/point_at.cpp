// Hover and the context menu: what the pointer is at.
#include "app/commands/commands.hpp"

namespace waymark {

void Apply(AppState& state, const Hover& command) {
  if (state.hovered == command.skill) return;
  state.hovered = command.skill;
  ++state.revision.interaction;
}

void Apply(AppState& state, const OpenMenu& command) {
  state.menu = Menu{command.skill, command.at, {}};
  ++state.revision.interaction;
}

void Apply(AppState& state, const ShowMenu& command) {
  if (!state.menu) return;
  state.menu->items = command.items;
  ++state.revision.interaction;
}

// What it stands for is run by the page (update.cpp).
void Apply(AppState& state, const ChooseMenuItem&) { Apply(state, CloseMenu{}); }

void Apply(AppState& state, const CloseMenu&) {
  if (!state.menu) return;
  state.menu.reset();
  ++state.revision.interaction;
}

}  // namespace waymark
