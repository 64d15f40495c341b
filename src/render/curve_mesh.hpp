// Curves as ribbons: flattened once, with normals and arc length, so that width, dots and antialiasing are the shader's
// work at any zoom.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "view/scene/scene.hpp"

namespace waymark {

// As kCurveVertexShader reads it.
struct CurveVertex {
  float at[2];           // on the curve's middle; world units
  float normal[2];       // towards the left border, length 1 or that of a mitre
  float from_start = 0;  // arc length
  float to_end = 0;
  float width = 0;
  std::uint32_t tint = 0;   // bytes R, G, B, A in memory
  std::uint32_t flags = 0;  // 1 right border, 2 dotted, 4 arrowhead, 8 start, 16 end
};
static_assert(sizeof(CurveVertex) == 36);

struct CurveMesh {
  std::vector<CurveVertex> vertices;
  std::vector<std::uint32_t> indices;

  void Clear() { vertices.clear(), indices.clear(); }
};

// Adds the curves' ribbons and arrowheads, in order. A curve with fewer than four points is left out.
// Pieces of a cubic: Wang's bound, Goldman, "Pyramid Algorithms", 2002.
void AppendCurves(std::span<const Curve> curves, CurveMesh& mesh);

}  // namespace waymark
