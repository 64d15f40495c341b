// What to draw, as plain shapes in world units: the only thing `render` and `ui` know of a roadmap's picture. Painter's
// order. A pan or a zoom inside one level of detail changes nothing here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/font_metrics.hpp"
#include "base/geometry.hpp"
#include "base/ids.hpp"
#include "view/color.hpp"

namespace waymark {

enum class ShapeKind : std::uint8_t {
  kBox,      // rounded rectangle: fill, border, optional dashes
  kShadow,   // soft shadow of a rounded rectangle; `stroke_width` is the blur radius
  kArc,      // ring or pie: centre of `rect`, outer radius rect.w/2, thickness stroke_width (≥ radius makes a pie)
  kSegment,  // a line with round ends from rect's top left to (x+w, y+h); w, h may be negative
};

struct Shape {
  ShapeKind kind = ShapeKind::kBox;
  WorldRect rect;
  float radius = 0;  // corners
  Color fill;        // of an arc or segment too
  Color stroke;
  float stroke_width = 0;  // world units
  float dash = 0;          // dash and gap length along the border; 0 is solid
  float from_turn = 0;     // arcs: clockwise from the top, in turns
  float to_turn = 1;
};

enum class EdgeStyle : std::uint8_t { kSolid, kDotted };

// A smooth curve through cubic Bézier pieces: points.size() = 3k + 1.
struct Curve {
  std::vector<WorldPoint> points;
  Color color;
  float width = 2;  // world units; never thinner than one device pixel on the screen
  EdgeStyle style = EdgeStyle::kSolid;
  bool arrow = true;  // small open arrowhead at the end
};

enum class TextAlign : std::uint8_t { kLeft, kCenter, kRight };

struct Label {
  WorldPoint at;        // left, middle or right end of the text's vertical middle
  float size = 14;      // world units
  float max_width = 0;  // world units; the text already fits it
  FontWeight weight = FontWeight::kRegular;
  TextAlign align = TextAlign::kLeft;
  Color color;
  std::string text;
  bool struck = false;  // a line through it
};

struct Scene {
  std::vector<Shape> under;   // areas
  std::vector<Curve> curves;  // above areas, under cards
  std::vector<Shape> shapes;  // cards and what is on them
  std::vector<Label> labels;
  std::uint64_t revision = 0;  // changes when anything above does; GPU buffers are rebuilt then and only then
};

}  // namespace waymark
