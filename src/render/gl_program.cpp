#include "render/gl_program.hpp"

#include <array>
#include <string>

#include "render/shaders.hpp"

namespace waymark {
namespace {

GLuint Compile(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  const std::array<const char*, 2> parts = {kShaderHead, source};
  glShaderSource(shader, 2, parts.data(), nullptr);
  glCompileShader(shader);
  return shader;
}

}  // namespace

Result<GLuint> LinkProgram(const char* vertex_source, const char* fragment_source) {
  const GLuint vertex = Compile(GL_VERTEX_SHADER, vertex_source);
  const GLuint fragment = Compile(GL_FRAGMENT_SHADER, fragment_source);
  const GLuint program = glCreateProgram();
  glAttachShader(program, vertex);
  glAttachShader(program, fragment);
  glLinkProgram(program);
  GLint linked = GL_FALSE;
  glGetProgramiv(program, GL_LINK_STATUS, &linked);
  if (linked != GL_TRUE) {
    std::array<char, 512> log = {};
    for (const GLuint shader : {vertex, fragment}) {
      if (log[0] == 0) glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), nullptr, log.data());
    }
    if (log[0] == 0) glGetProgramInfoLog(program, static_cast<GLsizei>(log.size()), nullptr, log.data());
    glDeleteProgram(program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    return Fail(ErrorCode::kNotFound, std::string("The graphics driver can't draw the map; use the list. ") + log.data());
  }
  glDeleteShader(vertex);
  glDeleteShader(fragment);
  const GLuint block = glGetUniformBlockIndex(program, "View");
  if (block != GL_INVALID_INDEX) glUniformBlockBinding(program, block, kViewBinding);
  return program;
}

}  // namespace waymark
