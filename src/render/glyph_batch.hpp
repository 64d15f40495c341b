// A scene's texts on the GPU: one draw.
#pragma once

#include <GLES3/gl3.h>

#include <cstddef>
#include <cstdint>

#include "render/gl_program.hpp"
#include "render/quad_indices.hpp"
#include "view/scene/glyph_mesh.hpp"

namespace waymark {

class GlyphBatch {
 public:
  // Fills the buffer when `mesh` has another revision than what it holds.
  void Upload(const GlyphMesh& mesh);
  void Draw(GlProgram& program, GLuint atlas, QuadIndices& quads) const;
  // The context is gone, and all names of its objects with it.
  void OnContextLost() { *this = {}; }
  std::uint64_t uploaded() const { return uploaded_; }  // bytes sent so far
  std::size_t gpu_bytes() const { return quads_ * 4 * sizeof(GlyphVertex); }

 private:
  GLuint array_ = 0;
  GLuint buffer_ = 0;
  std::size_t quads_ = 0;
  std::uint64_t uploaded_ = 0;
  std::uint64_t revision_ = 0;  // a mesh that was never made has 0, and nothing to draw
};

}  // namespace waymark
