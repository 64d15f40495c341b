#include "render/scene_batch.hpp"

#include <algorithm>

#include "render/gl_buffers.hpp"

namespace waymark {
namespace {

// A larger scene's vertices are given back once they are on the GPU.
constexpr std::size_t kKeptVertices = 1u << 16;

bool SolidBox(const ShapeVertex& v) { return v.kind == static_cast<std::uint32_t>(ShapeKind::kBox) && v.form[2] == 0; }

constexpr std::uint32_t kDotted = 2;
constexpr float kThin = 2.5f;           // device pixels: nobody sees the ends of such a curve
constexpr float kDotsBlend = 2.5f / 7;  // device pixels per world unit: kLeastPeriod over kDotPeriod of kShaderHead

WorldRect BoundsOf(const Scene& scene) {
  WorldRect all;
  for (const Shape& s : scene.under) all = all.United(s.rect);
  for (const Shape& s : scene.shapes) all = all.United(s.rect);
  return all;
}

}  // namespace

void SceneBatch::Create() {
  glGenVertexArrays(1, &shape_array_);
  glGenVertexArrays(1, &curve_array_);
  glGenBuffers(1, &shape_buffer_);
  glGenBuffers(1, &curve_buffer_);
  glGenBuffers(1, &curve_indices_);
  glGenBuffers(1, &culled_indices_);

  glBindVertexArray(shape_array_);
  glBindBuffer(GL_ARRAY_BUFFER, shape_buffer_);
  constexpr std::size_t kShape = sizeof(ShapeVertex);
  FloatAttribute(0, 4, kShape, offsetof(ShapeVertex, box));
  FloatAttribute(1, 4, kShape, offsetof(ShapeVertex, form));
  ColorAttribute(2, kShape, offsetof(ShapeVertex, fill));
  ColorAttribute(3, kShape, offsetof(ShapeVertex, line));
  FlagAttribute(4, kShape, offsetof(ShapeVertex, kind));

  glBindVertexArray(curve_array_);
  glBindBuffer(GL_ARRAY_BUFFER, curve_buffer_);
  constexpr std::size_t kCurve = sizeof(CurveVertex);
  FloatAttribute(0, 2, kCurve, offsetof(CurveVertex, at));
  FloatAttribute(1, 2, kCurve, offsetof(CurveVertex, normal));
  FloatAttribute(2, 3, kCurve, offsetof(CurveVertex, from_start));
  ColorAttribute(3, kCurve, offsetof(CurveVertex, tint));
  FlagAttribute(4, kCurve, offsetof(CurveVertex, flags));
}

void SceneBatch::Upload(const Scene& scene, QuadIndices& quads) {
  if (filled_ && revision_ == scene.revision) return;
  if (shape_array_ == 0) Create();
  shapes_.clear();
  curves_.Clear();
  AppendShapes(scene.under, shapes_);
  const std::size_t under = shapes_.size() / 4;
  AppendShapes(scene.shapes, shapes_);
  AppendCurves(scene.curves, curves_);
  boxes_only_ = std::ranges::all_of(shapes_, SolidBox);
  dotted_ = false;
  widest_curve_ = 0;
  for (const CurveVertex& v : curves_.vertices) {
    dotted_ |= (v.flags & kDotted) != 0;
    widest_curve_ = std::max(widest_curve_, v.width);
  }
  bounds_ = BoundsOf(scene);
  cull_.SetScene(shapes_, under, curves_);
  culled_ = false;

  glBindVertexArray(shape_array_);
  quads.Bind(shapes_.size() / 4);
  gpu_bytes_ = FillBuffer(GL_ARRAY_BUFFER, shape_buffer_, shapes_);
  glBindVertexArray(curve_array_);
  gpu_bytes_ += FillBuffer(GL_ARRAY_BUFFER, curve_buffer_, curves_.vertices);
  gpu_bytes_ += FillBuffer(GL_ELEMENT_ARRAY_BUFFER, curve_indices_, curves_.indices);
  glBindVertexArray(0);
  uploaded_ += gpu_bytes_;

  under_count_ = under * kIndicesPerQuad;
  shape_count_ = (shapes_.size() / 4 - under) * kIndicesPerQuad;
  curve_count_ = curves_.indices.size();
  if (shapes_.size() + curves_.vertices.size() > kKeptVertices) {
    shapes_ = {};
    curves_ = {};
  }
  revision_ = scene.revision;
  filled_ = true;
}

bool SceneBatch::Cull(const WorldRect& view, float pixel) {
  const SceneCull::Answer answer = cull_.Look(view, pixel);
  culled_ = answer == SceneCull::Answer::kSome;
  if (culled_ && culled_version_ != cull_.version()) {
    culled_version_ = cull_.version();
    const auto indices = cull_.indices();
    glBindVertexArray(0);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, culled_indices_);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size_bytes()), indices.data(),
                 GL_DYNAMIC_DRAW);
    uploaded_ += indices.size_bytes();
  }
  return answer != SceneCull::Answer::kHeavy;
}

void SceneBatch::UseShapes(ScenePrograms& programs) const {
  (boxes_only_ ? programs.boxes : programs.shapes).Use();
  glBindVertexArray(shape_array_);
}

void SceneBatch::UseCurves(ScenePrograms& programs, float scale) const {
  const bool thin = widest_curve_ * scale <= kThin && (!dotted_ || scale <= kDotsBlend);
  (thin ? programs.thin_curves : programs.curves).Use();
  glBindVertexArray(curve_array_);
}

void SceneBatch::DrawCulled(ScenePrograms& programs, QuadIndices& quads, float scale) const {
  if (!culled_) return DrawWhole(programs, quads, scale);
  const std::size_t under = cull_.under_count(), curves = cull_.curve_count();
  const auto draw = [&](std::size_t first, std::size_t count) {
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, culled_indices_);
    DrawTriangles(first, count);
  };
  if (under > 0) {
    UseShapes(programs);
    draw(0, under);
  }
  if (curves > 0) {
    UseCurves(programs, scale);
    draw(under, curves);
  }
  if (cull_.indices().size() > under + curves) {
    UseShapes(programs);
    draw(under + curves, cull_.indices().size() - under - curves);
  }
  glBindVertexArray(0);
}

void SceneBatch::DrawWhole(ScenePrograms& programs, QuadIndices& quads, float scale) const {
  if (under_count_ > 0) {
    UseShapes(programs);
    quads.Bind(0);
    DrawTriangles(0, under_count_);
  }
  if (curve_count_ > 0) {
    UseCurves(programs, scale);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, curve_indices_);
    DrawTriangles(0, curve_count_);
  }
  if (shape_count_ > 0) {
    UseShapes(programs);
    quads.Bind(0);
    DrawTriangles(under_count_, shape_count_);
  }
  glBindVertexArray(0);
}

void SceneBatch::OnContextLost() { *this = {}; }

}  // namespace waymark
