// The scene's texts: culled to the canvas, crisp when the zoom rests, taken from few sizes while it changes.
#pragma once

#include "ui/frame.hpp"

namespace waymark {

// Smaller text (CSS pixels an em) can't be read and is left out; up to kFullLabel it fades in.
inline constexpr float kLeastLabel = 4;
inline constexpr float kFullLabel = 6;

// O(labels); allocates nothing but room in the draw list.
void DrawLabels(const UiFrame& frame, ImDrawList& list, std::span<const Label> labels, bool zooming);

}  // namespace waymark
