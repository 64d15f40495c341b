// What the state marks mean.
#pragma once

#include "ui/frame.hpp"

namespace waymark {

void DrawLegend(UiFrame& frame);

}  // namespace waymark
