// The parts that BuildScene puts together; each in a file of its own.
#pragma once

#include <algorithm>

#include "view/scene_builder.hpp"

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

inline float NodeOpacity(const SceneInput& input, NodeIndex node) {
  return input.node_opacity.empty() ? 1.0f : input.node_opacity[node];
}

// The input's window with all whose drawing can reach into it; empty when there is none.
inline WorldRect Reach(const SceneInput& input) {
  constexpr float kReach = 32;  // shadows, second edges and badges stand out of their cards by less
  return input.window.Empty() ? WorldRect{} : input.window.Inflated(kReach);
}

// Whether something at `rect` is in the input's window; everything is when there is none.
inline bool InWindow(const SceneInput& input, const WorldRect& rect) {
  return input.window.Empty() || Reach(input).Intersects(rect);
}

// area_painter.cpp: an expanded group, with its title unless at far.
void DrawArea(Scene& scene, const SceneInput& input, NodeIndex node);
// edge_painter.cpp: all edges of the layout.
void DrawEdges(Scene& scene, const SceneInput& input);
// far_blocks.cpp: a card as a block of colour.
void DrawBlock(Scene& scene, const SceneInput& input, NodeIndex node);
// far_labels.cpp: the names of groups, as many as there is room for, the outermost and largest first.
void DrawFarLabels(Scene& scene, const SceneInput& input);

}  // namespace waymark
