// Texts as textured quads in world units: made once for a zoom and a part of the map, then moved by the view alone.
#pragma once

#include <cstdint>
#include <vector>

namespace waymark {

// Smaller text (CSS pixels an em) can't be read and is left out; up to kFullLabel it fades in.
inline constexpr float kLeastLabel = 4;
inline constexpr float kFullLabel = 6;

// As kGlyphVertexShader reads it. Four make a quad, in the order of QuadIndices.
struct GlyphVertex {
  float at[2];
  float uv[2];             // in the atlas
  float size;              // of the type, world units; tells the shader how much it has faded
  std::uint32_t tint = 0;  // bytes R, G, B, A in memory
};
static_assert(sizeof(GlyphVertex) == 24);

struct GlyphMesh {
  std::vector<GlyphVertex> vertices;
  std::uint64_t revision = 0;  // rises when the vertices change
};

}  // namespace waymark
