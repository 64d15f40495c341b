// The few words that panels of the canvas share.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "app/state.hpp"
#include "view/cards/state_mark.hpp"

namespace waymark {

// The four states in the order they are offered everywhere, as are the keys 1 to 4.
struct StateChoice {
  SkillState state;
  StateMark mark;
  MessageId word;
};
inline constexpr std::array<StateChoice, 4> kStateChoices = {{
    {SkillState::kNotStarted, StateMark::kAvailable, "state.not-started.label"},
    {SkillState::kLearning, StateMark::kLearning, "state.learning.label"},
    {SkillState::kDone, StateMark::kDone, "state.done.label"},
    {SkillState::kSkipped, StateMark::kSkipped, "state.skipped.verb"},
}};

// "Learning", or "Locked" and "Available" for what is not started; valid as long as the catalogue.
std::string_view StateWord(const AppState& state, NodeIndex node);
// "10–14 h · optional", or for a group "3 of 16 skills · 36–48 h left".
std::string MetaText(const AppState& state, NodeIndex node);
// The titles of what must still come first, "A or B" where one of several will do; empty when nothing is missing.
std::vector<std::string> MissingFirst(const AppState& state, NodeIndex node);

}  // namespace waymark
