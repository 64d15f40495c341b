// The menu of a card, or of the ground, at the point where it was asked for.
#pragma once

#include "ui/frame.hpp"

namespace waymark {

void DrawContextMenu(UiFrame& frame);

}  // namespace waymark
