// The sign of a skill's state: shape first, colour second. One drawing for cards, legend, quick card and tooltips.
#pragma once

#include <vector>

#include "progress/summary.hpp"
#include "view/scene/scene.hpp"
#include "view/theme.hpp"

namespace waymark {

enum class StateMark : std::uint8_t {
  kAvailable,  // a ring
  kLearning,   // a ring, its right half filled
  kDone,       // a disc with a tick
  kSkipped,    // a ring with a bar
  kLocked,     // a padlock
};

// What was done outranks what is locked.
StateMark MarkOf(SkillState state, Availability availability);

// Appends the sign, `radius` units round `center` (10 on a card). `hue` is the track's, `behind` what it stands on (the
// tick is cut out in it). Fades with `opacity`.
void AppendStateMark(std::vector<Shape>& out, StateMark mark, WorldPoint center, float radius, Color hue, Color behind,
                     const Theme& theme, float opacity = 1);

}  // namespace waymark
