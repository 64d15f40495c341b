// The whole map in a corner, with the part in view framed; press or drag to go there.
#pragma once

#include <optional>

#include "ui/frame.hpp"

namespace waymark {

inline constexpr float kMinimapWidth = 196;
inline constexpr float kMinimapHeight = 128;

// Where the map lies on it.
struct MinimapPlace {
  ScreenRect panel;
  WorldRect world;  // all of the map
  float scale = 1;  // CSS pixels per world unit

  ScreenRect Placed(const WorldRect& r) const;
  // What is under a point of the canvas, within the map.
  WorldPoint At(ScreenPoint p) const;
};

// Nothing where there is nothing to show.
std::optional<MinimapPlace> PlaceMinimap(const UiInput& in);
// The panel and the boxes on it, in CSS pixels.
void AppendMinimap(Scene& scene, const UiInput& in, const MinimapPlace& place);
// The frame of what is in view, which can be moved.
void DrawMinimap(UiFrame& frame, const MinimapPlace& place);

}  // namespace waymark
