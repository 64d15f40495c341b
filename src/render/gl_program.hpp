// Compiling and linking of a WebGL2 program.
#pragma once

#include <GLES3/gl3.h>

#include "base/result.hpp"

namespace waymark {

// The block of uniforms that every program here shares; its binding point.
inline constexpr GLuint kViewBinding = 0;

// A linked program whose View block, when it has one, is at kViewBinding. Needs a current context; the caller owns the
// program. kNotFound when the driver refuses, with its own words in the message.
Result<GLuint> LinkProgram(const char* vertex_source, const char* fragment_source);

}  // namespace waymark
