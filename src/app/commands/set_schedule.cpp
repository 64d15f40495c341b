#include <algorithm>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"

namespace waymark {

void Apply(AppState& state, const SetPace& command) {
  ValueRegister<std::uint16_t>& pace = state.progress.schedule.minutes_per_week;
  const std::uint16_t wanted = std::min(command.minutes_per_week, kMaxMinutesPerWeek);
  if (!state.open || pace.value == wanted) return;
  HistoryStep step{.label = {"undo.pace"}};
  step.pace = Change<std::uint16_t>{pace.value, wanted};
  if (command.recorded) return Do(state, std::move(step));
  Carry(state, step, Direction::kRedo);
}

void Apply(AppState& state, const SetStart& command) {
  const std::uint16_t before = state.progress.schedule.start_day.value;
  if (!state.open || before == command.day) return;
  HistoryStep step{.label = {"undo.start-day"}};
  step.start = Change<std::uint16_t>{before, command.day};
  Do(state, std::move(step));
}

}  // namespace waymark
