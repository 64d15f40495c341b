// The menu of a card, or of the background, at the point where it was asked for.
#pragma once

#include "ui/frame.hpp"

namespace waymark {

// Draws the entries that the page has given for the open menu: titles, keys and order are those of its table of
// actions. Nothing while there are none. A press on an entry is answered with ChooseMenuItem.
void DrawContextMenu(UiFrame& frame);

}  // namespace waymark
