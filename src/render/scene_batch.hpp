// One scene on the GPU: three draws, whatever its size.
#pragma once

#include <GLES3/gl3.h>

#include <cstddef>
#include <cstdint>

#include "render/curve_mesh.hpp"
#include "render/gl_program.hpp"
#include "render/quad_indices.hpp"
#include "render/scene_cull.hpp"
#include "render/shaders.hpp"
#include "render/shape_mesh.hpp"
#include "view/scene/scene.hpp"

namespace waymark {

struct ScenePrograms {
  GlProgram shapes{kShapeVertexShader, kShapeFragmentShader};
  GlProgram boxes{kBoxVertexShader, kBoxFragmentShader};  // for nothing but solid boxes
  GlProgram curves{kCurveVertexShader, kCurveFragmentShader};
  GlProgram thin_curves{kThinCurveVertexShader, kThinCurveFragmentShader};  // where neither ends nor dots can be seen
};

class SceneBatch {
 public:
  // Builds the buffers when `scene` has another revision than what they hold. O(scene) then, else O(1).
  void Upload(const Scene& scene, QuadIndices& quads);
  // Prepares to draw no more than meets `view`; false when that is too much for every frame of a motion.
  bool Cull(const WorldRect& view, float pixel);
  // Draws what the last Cull left, or everything. `scale` is device pixels per world unit, as in the view's block.
  void DrawCulled(ScenePrograms& programs, QuadIndices& quads, float scale) const;
  void DrawWhole(ScenePrograms& programs, QuadIndices& quads, float scale) const;
  // The context is gone, and all names of its objects with it.
  void OnContextLost();

  std::uint64_t revision() const { return revision_; }
  // Around everything but the soft borders.
  const WorldRect& bounds() const { return bounds_; }
  bool empty() const { return under_count_ + curve_count_ + shape_count_ == 0; }
  std::size_t gpu_bytes() const { return gpu_bytes_; }
  // Bytes sent so far.
  std::uint64_t uploaded() const { return uploaded_; }

 private:
  void Create();
  void UseShapes(ScenePrograms& programs) const;
  void UseCurves(ScenePrograms& programs, float scale) const;

  GLuint shape_array_ = 0;
  GLuint shape_buffer_ = 0;
  GLuint curve_array_ = 0;
  GLuint curve_buffer_ = 0;
  GLuint curve_indices_ = 0;
  GLuint culled_indices_ = 0;
  std::size_t under_count_ = 0;  // indices of the shapes under the curves
  std::size_t shape_count_ = 0;  // of those above
  std::size_t curve_count_ = 0;
  bool boxes_only_ = false;
  bool dotted_ = false;  // any curve
  float widest_curve_ = 0;
  WorldRect bounds_;
  SceneCull cull_;
  bool culled_ = false;               // the last Cull left out something
  std::uint64_t culled_version_ = 0;  // of what culled_indices_ holds
  std::uint64_t revision_ = 0;
  bool filled_ = false;
  std::size_t gpu_bytes_ = 0;
  std::uint64_t uploaded_ = 0;
  std::vector<ShapeVertex> shapes_;  // kept for their capacity
  CurveMesh curves_;
};

}  // namespace waymark
