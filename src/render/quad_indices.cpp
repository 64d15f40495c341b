#include "render/quad_indices.hpp"

#include <algorithm>
#include <cstdint>

#include "render/gl_buffers.hpp"
#include "render/shape_mesh.hpp"

namespace waymark {

void QuadIndices::Bind(std::size_t quads) {
  if (buffer_ == 0) glGenBuffers(1, &buffer_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer_);
  if (quads <= quads_) return;
  quads_ = std::max(quads, quads_ * 2);
  std::vector<std::uint32_t> indices(quads_ * kIndicesPerQuad);
  for (std::size_t i = 0; i < quads_; ++i) {
    const auto v = static_cast<std::uint32_t>(4 * i);
    const std::uint32_t quad[kIndicesPerQuad] = {v, v + 1, v + 2, v + 2, v + 1, v + 3};
    std::copy(quad, quad + kIndicesPerQuad, indices.begin() + static_cast<std::ptrdiff_t>(i * kIndicesPerQuad));
  }
  FillBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer_, indices, GL_STATIC_DRAW);
}

}  // namespace waymark
