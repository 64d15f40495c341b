// A WebGL2 program that is compiled when it is first used, and never waited for.
#pragma once

#include <GLES3/gl3.h>

namespace waymark {

// The block of uniforms that every program here shares; its binding point, which is where blocks are from the start.
inline constexpr GLuint kViewBinding = 0;

// Needs a current context in every call but the constructor. The sources must live as long.
class GlProgram {
 public:
  constexpr GlProgram(const char* vertex_source, const char* fragment_source)
      : vertex_source_(vertex_source), fragment_source_(fragment_source) {}

  // Begins to compile it.
  void Link();
  // Whether the driver takes it; waits for the answer.
  bool Works();
  // Makes it the current one. One that the driver refuses draws nothing.
  void Use();

 private:
  const char* vertex_source_;
  const char* fragment_source_;
  GLuint name_ = 0;
};

}  // namespace waymark
