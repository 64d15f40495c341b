// Where the parts of a card and of an expanded area are: the one place that drawing and hit testing agree on. World units.
// A card in the middle of a transition is smaller than its natural height; its parts shrink with it.
#pragma once

#include "layout/map_layout.hpp"
#include "view/level_of_detail.hpp"

namespace waymark {

// How much smaller than designed a card is drawn: 1 but in transitions.
constexpr float CardScale(const WorldRect& card, bool group) { return card.h / (group ? kGroupHeight : kCardHeight); }

// The square round the state mark of a skill's card, or round the ring of a group's. Empty at far, where there is none.
WorldRect StateMarkRect(const WorldRect& card, bool group, Detail detail);
// The square round the caret of a collapsed group's card. Empty at far.
WorldRect CaretRect(const WorldRect& card, Detail detail);

// The strip of an expanded area that holds its title, and the square round the caret at its right end.
WorldRect AreaTitleRect(const WorldRect& area);
WorldRect AreaCaretRect(const WorldRect& area);

}  // namespace waymark
