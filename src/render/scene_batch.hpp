// One scene on the GPU: three draws, whatever its size.
#pragma once

#include <GLES3/gl3.h>

#include <cstddef>
#include <cstdint>

#include "render/curve_mesh.hpp"
#include "render/shape_mesh.hpp"
#include "view/scene.hpp"

namespace waymark {

// The shared index buffer of quads: 0 1 2, 2 1 3, and so on. Grows; never shrinks.
class QuadIndices {
 public:
  // Binds the buffer to the current vertex array, holding at least `quads` quads.
  void Bind(std::size_t quads);
  void Forget() { *this = {}; }

 private:
  GLuint buffer_ = 0;
  std::size_t quads_ = 0;
};

struct ScenePrograms {
  GLuint shapes = 0;
  GLuint curves = 0;
};

class SceneBatch {
 public:
  // Builds the buffers when `scene` has another revision than what they hold. O(scene) then, else O(1).
  void Upload(const Scene& scene, QuadIndices& quads);
  void Draw(const ScenePrograms& programs) const;
  // The context is gone, and all names of its objects with it.
  void Forget();
  std::size_t gpu_bytes() const { return gpu_bytes_; }

 private:
  void Create(QuadIndices& quads);

  GLuint shape_array_ = 0;
  GLuint shape_buffer_ = 0;
  GLuint curve_array_ = 0;
  GLuint curve_buffer_ = 0;
  GLuint curve_indices_ = 0;
  GLsizei under_count_ = 0;  // indices of the shapes under the curves
  GLsizei shape_count_ = 0;  // of those above
  GLsizei curve_count_ = 0;
  std::uint64_t revision_ = 0;
  bool filled_ = false;
  std::size_t gpu_bytes_ = 0;
  std::vector<ShapeVertex> shapes_;  // kept for their capacity
  CurveMesh curves_;
};

}  // namespace waymark
