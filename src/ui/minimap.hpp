// The whole map in a corner, with the part in view framed; press or drag to go there.
#pragma once

#include "ui/frame.hpp"

namespace waymark {

inline constexpr float kMinimapWidth = 196;
inline constexpr float kMinimapHeight = 128;

void DrawMinimap(UiFrame& frame);

}  // namespace waymark
