// The parts that BuildScene puts together; each in a file of its own.
#pragma once

#include <algorithm>

#include "view/scene/scene_builder.hpp"

namespace waymark {

// World units that one CSS pixel takes at the smallest zoom of the level: what is n of them is at least n pixels.
inline float WorldPixel(LevelOfDetail level) { return 1 / SmallestZoom(level); }

// How much wider or thinner than designed lines are drawn, so that they stay lines on the screen.
inline float LineScale(LevelOfDetail level) {
  switch (level.detail) {
    case Detail::kFar:
      return std::max(1.0f, 0.5f * WorldPixel(level));
    case Detail::kCompact:
      return 1.25f;
    case Detail::kMid:
      break;
    case Detail::kNear:
      return 0.65f;
    case Detail::kClose:
      return 0.4f;
  }
  return 1;
}

// How much a skill's card shows from afar, by its height on the screen.
enum class FarCard : unsigned char {
  kBlock,  // its state's shape and colour
  kDot,    // the colour alone: borders and dashes would be a flicker of single pixels
  kNone,   // less than a pixel: what its group stands for is seen instead
};
inline FarCard FarCardOf(LevelOfDetail level, float height) {
  constexpr float kLeastBlock = 4, kLeastDot = 1.2f;  // CSS pixels
  const float pixels = height / WorldPixel(level);
  return pixels >= kLeastBlock ? FarCard::kBlock : pixels >= kLeastDot ? FarCard::kDot : FarCard::kNone;
}

inline float NodeOpacity(const SceneInput& input, NodeIndex node) {
  return input.node_opacity.empty() ? 1.0f : input.node_opacity[node];
}

// area_painter.cpp: an expanded group, with its title unless at far; and what its ground looks like.
void DrawArea(Scene& scene, const SceneInput& input, NodeIndex node);
Color AreaFill(const SceneInput& input, NodeIndex node);
inline float AreaRadius(const WorldRect& area) { return std::min(kRadiusArea, area.h / 2); }
// edge_painter.cpp: all edges of the layout.
void DrawEdges(Scene& scene, const SceneInput& input);
// aggregated_areas.cpp: a card as a block of colour, and an expanded group whose cards are too small to be seen.
void DrawBlock(Scene& scene, const SceneInput& input, NodeIndex node);
void DrawAggregatedArea(Scene& scene, const SceneInput& input, NodeIndex node);
// labels.cpp: the names of groups, as many as there is room for, the outermost and largest first.
void DrawLabels(Scene& scene, const SceneInput& input);

}  // namespace waymark
