// What the state marks mean.
#pragma once

#include "ui/frame.hpp"

namespace waymark {

// Adds it in CSS pixels; answers where it is.
ScreenRect AppendLegend(Scene& scene, const UiInput& in);

}  // namespace waymark
