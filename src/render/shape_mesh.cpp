#include "render/shape_mesh.hpp"

#include <algorithm>

namespace waymark {

void AppendShapes(std::span<const Shape> shapes, std::vector<ShapeVertex>& vertices) {
  vertices.reserve(vertices.size() + 4 * shapes.size());
  for (const Shape& shape : shapes) {
    const WorldRect& r = shape.rect;
    const bool arc = shape.kind == ShapeKind::kArc;
    if (arc && shape.to_turn <= shape.from_turn) continue;
    ShapeVertex v = {
        .box = {r.x + r.w * 0.5f, r.y + r.h * 0.5f, r.w * 0.5f, r.h * 0.5f},
        .form = {shape.radius, shape.stroke_width, arc ? shape.from_turn : shape.dash, shape.to_turn},
        .fill = ColorBytes(shape.fill),
        .line = ColorBytes(shape.stroke),
        .kind = static_cast<std::uint32_t>(shape.kind),
    };
    if (shape.kind == ShapeKind::kSegment) {
      const float ends[4] = {r.x, r.y, r.x + r.w, r.y + r.h};
      std::copy(ends, ends + 4, v.box);
    }
    vertices.insert(vertices.end(), 4, v);
  }
}

}  // namespace waymark
