#include "app/commands/commands.hpp"
#include "app/motion.hpp"

namespace waymark {
namespace {

void Adopt(AppState& state, const Settings& settings) {
  if (state.settings == settings) return;
  state.settings = settings;
  ++state.revision.settings;
}

}  // namespace

void Apply(AppState& state, const SetTheme& command) {
  Settings settings = state.settings;
  if (settings.theme_chosen && !command.chosen) return;
  settings.dark = command.dark;
  settings.theme_chosen = command.chosen;
  Adopt(state, settings);
}

void Apply(AppState& state, const SetReducedMotion& command) {
  Settings settings = state.settings;
  settings.reduced_motion = command.reduced;
  Adopt(state, settings);
  if (command.reduced) FinishMotion(state);
}

void Apply(AppState& state, const SetMessages& command) {
  state.messages = command.messages;
  ++state.revision.settings;
}

void Apply(AppState& state, const SetContrast& command) {
  Settings settings = state.settings;
  settings.high_contrast = command.high;
  Adopt(state, settings);
}

}  // namespace waymark
