#include "render/scene_batch.hpp"

#include <algorithm>
#include <bit>

namespace waymark {
namespace {

constexpr std::size_t kIndicesPerQuad = 6;
// A larger scene's vertices are given back once they are on the GPU.
constexpr std::size_t kKeptVertices = 1u << 16;

const void* Offset(std::size_t bytes) { return std::bit_cast<const void*>(bytes); }

void FloatAttribute(GLuint location, GLint size, GLsizei stride, std::size_t offset) {
  glEnableVertexAttribArray(location);
  glVertexAttribPointer(location, size, GL_FLOAT, GL_FALSE, stride, Offset(offset));
}

void ColorAttribute(GLuint location, GLsizei stride, std::size_t offset) {
  glEnableVertexAttribArray(location);
  glVertexAttribPointer(location, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, Offset(offset));
}

void FlagAttribute(GLuint location, GLsizei stride, std::size_t offset) {
  glEnableVertexAttribArray(location);
  glVertexAttribIPointer(location, 1, GL_UNSIGNED_INT, stride, Offset(offset));
}

template <class T>
std::size_t Fill(GLenum target, GLuint buffer, const std::vector<T>& data) {
  const std::size_t bytes = data.size() * sizeof(T);
  glBindBuffer(target, buffer);
  glBufferData(target, static_cast<GLsizeiptr>(bytes), data.data(), GL_DYNAMIC_DRAW);
  return bytes;
}

}  // namespace

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
  Fill(GL_ELEMENT_ARRAY_BUFFER, buffer_, indices);
}

void SceneBatch::Create(QuadIndices& quads) {
  glGenVertexArrays(1, &shape_array_);
  glGenVertexArrays(1, &curve_array_);
  glGenBuffers(1, &shape_buffer_);
  glGenBuffers(1, &curve_buffer_);
  glGenBuffers(1, &curve_indices_);

  glBindVertexArray(shape_array_);
  glBindBuffer(GL_ARRAY_BUFFER, shape_buffer_);
  constexpr GLsizei kShape = sizeof(ShapeVertex);
  FloatAttribute(0, 4, kShape, offsetof(ShapeVertex, box));
  FloatAttribute(1, 4, kShape, offsetof(ShapeVertex, form));
  ColorAttribute(2, kShape, offsetof(ShapeVertex, fill));
  ColorAttribute(3, kShape, offsetof(ShapeVertex, line));
  FlagAttribute(4, kShape, offsetof(ShapeVertex, kind));
  quads.Bind(0);

  glBindVertexArray(curve_array_);
  glBindBuffer(GL_ARRAY_BUFFER, curve_buffer_);
  constexpr GLsizei kCurve = sizeof(CurveVertex);
  FloatAttribute(0, 2, kCurve, offsetof(CurveVertex, at));
  FloatAttribute(1, 2, kCurve, offsetof(CurveVertex, normal));
  FloatAttribute(2, 3, kCurve, offsetof(CurveVertex, from_start));
  ColorAttribute(3, kCurve, offsetof(CurveVertex, tint));
  FlagAttribute(4, kCurve, offsetof(CurveVertex, flags));
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, curve_indices_);
}

void SceneBatch::Upload(const Scene& scene, QuadIndices& quads) {
  if (filled_ && revision_ == scene.revision) return;
  if (shape_array_ == 0) Create(quads);
  shapes_.clear();
  curves_.Clear();
  AppendShapes(scene.under, shapes_);
  const std::size_t under = shapes_.size() / 4;
  AppendShapes(scene.shapes, shapes_);
  AppendCurves(scene.curves, curves_);

  glBindVertexArray(shape_array_);
  quads.Bind(shapes_.size() / 4);
  gpu_bytes_ = Fill(GL_ARRAY_BUFFER, shape_buffer_, shapes_);
  glBindVertexArray(curve_array_);
  gpu_bytes_ += Fill(GL_ARRAY_BUFFER, curve_buffer_, curves_.vertices);
  gpu_bytes_ += Fill(GL_ELEMENT_ARRAY_BUFFER, curve_indices_, curves_.indices);
  glBindVertexArray(0);

  under_count_ = static_cast<GLsizei>(under * kIndicesPerQuad);
  shape_count_ = static_cast<GLsizei>((shapes_.size() / 4 - under) * kIndicesPerQuad);
  curve_count_ = static_cast<GLsizei>(curves_.indices.size());
  if (shapes_.size() + curves_.vertices.size() > kKeptVertices) {
    shapes_ = {};
    curves_ = {};
  }
  revision_ = scene.revision;
  filled_ = true;
}

void SceneBatch::Draw(const ScenePrograms& programs) const {
  const auto shapes = [&](GLsizei first, GLsizei count) {
    if (count == 0) return;
    glUseProgram(programs.shapes);
    glBindVertexArray(shape_array_);
    glDrawElements(GL_TRIANGLES, count, GL_UNSIGNED_INT, Offset(static_cast<std::size_t>(first) * sizeof(std::uint32_t)));
  };
  shapes(0, under_count_);
  if (curve_count_ > 0) {
    glUseProgram(programs.curves);
    glBindVertexArray(curve_array_);
    glDrawElements(GL_TRIANGLES, curve_count_, GL_UNSIGNED_INT, nullptr);
  }
  shapes(under_count_, shape_count_);
  glBindVertexArray(0);
}

void SceneBatch::Forget() { *this = {}; }

}  // namespace waymark
