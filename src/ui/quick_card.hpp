// A small panel beside the selected card: its four states, or for a group whether it is open.
#pragma once

#include "ui/frame.hpp"

namespace waymark {

// Hidden while something is dragged or moving, at the far level of detail, when the card is out of view, and where there is
// no room beside it.
void DrawQuickCard(UiFrame& frame);

}  // namespace waymark
