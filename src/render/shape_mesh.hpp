// Shapes as vertices: four equal ones a shape, so that a whole scene is one indexed draw. On a GPU in software this is
// several times faster than instances of one quad.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "view/scene/scene.hpp"

namespace waymark {

inline constexpr std::size_t kIndicesPerQuad = 6;

// As kShapeVertexShader reads it.
struct ShapeVertex {
  float box[4];            // centre and half size; a segment's two ends; world units
  float form[4];           // radius, stroke width or blur, dash or from turn, to turn
  std::uint32_t fill = 0;  // bytes R, G, B, A in memory
  std::uint32_t line = 0;
  std::uint32_t kind = 0;  // ShapeKind
};
static_assert(sizeof(ShapeVertex) == 44);

// Adds four vertices a shape, in order. Arcs that span no turn are left out.
void AppendShapes(std::span<const Shape> shapes, std::vector<ShapeVertex>& vertices);

// A colour's bytes in the order R, G, B, A in memory.
constexpr std::uint32_t ColorBytes(Color color) { return __builtin_bswap32(color.rgba); }

}  // namespace waymark
