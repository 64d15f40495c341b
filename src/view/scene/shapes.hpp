// Short ways to make the shapes of scene.hpp.
#pragma once

#include "view/scene/scene.hpp"

namespace waymark {

inline Shape Box(const WorldRect& rect, float radius, Color fill, Color stroke = {}, float stroke_width = 0,
                 float dash = 0) {
  Shape s;
  s.rect = rect;
  s.radius = radius;
  s.fill = fill;
  s.stroke = stroke;
  s.stroke_width = stroke_width;
  s.dash = dash;
  return s;
}

inline Shape Shadow(const WorldRect& rect, float radius, Color color, float blur) {
  Shape s;
  s.kind = ShapeKind::kShadow;
  s.rect = rect;
  s.radius = radius;
  s.fill = color;
  s.stroke_width = blur;
  return s;
}

inline Shape Ring(WorldPoint center, float outer_radius, float thickness, Color color, float from_turn = 0,
                  float to_turn = 1) {
  Shape s;
  s.kind = ShapeKind::kArc;
  s.rect = {center.x - outer_radius, center.y - outer_radius, 2 * outer_radius, 2 * outer_radius};
  s.fill = color;
  s.stroke_width = thickness;
  s.from_turn = from_turn;
  s.to_turn = to_turn;
  return s;
}

inline Shape Disc(WorldPoint center, float radius, Color color) { return Ring(center, radius, radius, color); }

inline Shape Line(WorldPoint from, WorldPoint to, float width, Color color) {
  Shape s;
  s.kind = ShapeKind::kSegment;
  s.rect = {from.x, from.y, to.x - from.x, to.y - from.y};
  s.fill = color;
  s.stroke_width = width;
  return s;
}

}  // namespace waymark
