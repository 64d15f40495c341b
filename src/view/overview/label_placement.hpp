// Names of groups on the far levels, placed like the names on a map: in order of importance, where they cover no other
// name. What is drawn and what is hit both follow from here.
#pragma once

#include <string>
#include <vector>

#include "base/font_metrics.hpp"
#include "base/geometry.hpp"
#include "graph/graph.hpp"
#include "graph/roadmap.hpp"
#include "layout/map_layout.hpp"
#include "view/scene/scene.hpp"

namespace waymark {

inline constexpr FontWeight kLabelWeight = FontWeight::kSemibold;
inline constexpr float kLabelLineHeight = 1.15f;  // of the type's size

// Lengths in world units.
struct PlacedLabel {
  NodeIndex node;
  bool area;   // of an expanded group, in its top left corner; else on the block of a collapsed one
  bool plate;  // it stands out of its block or, within its area, of the title strip, and needs a ground of its own
  std::vector<std::string> lines;
  float size;        // of the type
  WorldRect box;     // of the lines
  WorldRect padded;  // keeps other names away
  WorldRect ground;  // what is seen as the name's: its plate, or the block with it
  TextAlign align;
};

// The outermost and largest groups first, as many as there is room for. `pixel` is the world units of one CSS pixel at
// the level's smallest zoom. O(nodes + names²), names being capped.
std::vector<PlacedLabel> PlaceLabels(const Roadmap& roadmap, const Graph& graph, const MapLayout& layout, float pixel);

}  // namespace waymark
