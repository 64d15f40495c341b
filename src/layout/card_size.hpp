// How large the card of a skill or of a collapsed group is.
#pragma once

#include "base/geometry.hpp"
#include "graph/roadmap.hpp"

namespace waymark {

// World units.
inline constexpr float kCardHeight = 60;
inline constexpr float kGroupHeight = 84;
inline constexpr float kMinCardWidth = 148;
inline constexpr float kMaxCardWidth = 260;

// As wide as the title on one line needs, from the bundled font's metrics, within the bounds; a longer title is shown
// on two lines or cut by the scene. Whole units. O(length of the title).
Size CardSizeOf(const Skill& skill, bool group);
// The least width of a group's expanded area: its title and the caret on one line.
float AreaTitleWidth(const Skill& group);

}  // namespace waymark
