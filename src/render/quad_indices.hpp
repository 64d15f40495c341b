// The shared index buffer of quads: 0 1 2, 2 1 3, and so on.
#pragma once

#include <GLES3/gl3.h>

#include <cstddef>

namespace waymark {

// Grows; never shrinks. Needs a current context but in OnContextLost.
class QuadIndices {
 public:
  // Binds the buffer to the current vertex array, holding at least `quads` quads.
  void Bind(std::size_t quads);
  void OnContextLost() { *this = {}; }

 private:
  GLuint buffer_ = 0;
  std::size_t quads_ = 0;
};

}  // namespace waymark
