#include "render/glyph_batch.hpp"

#include "render/gl_buffers.hpp"
#include "render/shape_mesh.hpp"

namespace waymark {

void GlyphBatch::Upload(const GlyphMesh& mesh) {
  if (revision_ == mesh.revision) return;
  if (array_ == 0) {
    glGenVertexArrays(1, &array_);
    glGenBuffers(1, &buffer_);
    glBindVertexArray(array_);
    glBindBuffer(GL_ARRAY_BUFFER, buffer_);
    constexpr std::size_t kGlyph = sizeof(GlyphVertex);
    FloatAttribute(0, 2, kGlyph, offsetof(GlyphVertex, at));
    FloatAttribute(1, 2, kGlyph, offsetof(GlyphVertex, uv));
    FloatAttribute(2, 1, kGlyph, offsetof(GlyphVertex, size));
    ColorAttribute(3, kGlyph, offsetof(GlyphVertex, tint));
    glBindVertexArray(0);
  }
  uploaded_ += FillBuffer(GL_ARRAY_BUFFER, buffer_, mesh.vertices);
  quads_ = mesh.vertices.size() / 4;
  revision_ = mesh.revision;
}

void GlyphBatch::Draw(GlProgram& program, GLuint atlas, QuadIndices& quads) const {
  if (quads_ == 0 || atlas == 0) return;
  program.Use();
  glBindTexture(GL_TEXTURE_2D, atlas);
  glBindVertexArray(array_);
  quads.Bind(quads_);
  DrawTriangles(0, quads_ * kIndicesPerQuad);
  glBindVertexArray(0);
}

}  // namespace waymark
