// The sign of a skill's state: shape first, colour second. One drawing for cards, legend, quick card and tooltips.
#pragma once

#include <vector>

#include "plan/satisfaction.hpp"
#include "view/scene/scene.hpp"
#include "view/theme.hpp"

namespace waymark {

// Appends the sign: available is a ring, learning a ring with its right half filled, done a disc with a tick, skipped a
// ring with a bar, locked a padlock; `radius` units round `center` (10 on a card). `hue` is the track's, `behind` what
// it stands on (the tick is cut out in it). Fades with `opacity`.
void AppendStateMark(std::vector<Shape>& out, StateMark mark, WorldPoint center, float radius, Color hue, Color behind,
                     const Theme& theme, float opacity = 1);

}  // namespace waymark
