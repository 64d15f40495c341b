#include "render/gl_program.hpp"

#include <array>

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

void GlProgram::Link() {
  if (name_ != 0) return;
  name_ = glCreateProgram();
  const GLuint vertex = Compile(GL_VERTEX_SHADER, vertex_source_);
  const GLuint fragment = Compile(GL_FRAGMENT_SHADER, fragment_source_);
  glAttachShader(name_, vertex);
  glAttachShader(name_, fragment);
  glLinkProgram(name_);
  // They live on in the program.
  glDeleteShader(vertex);
  glDeleteShader(fragment);
}

bool GlProgram::Works() {
  Link();
  GLint linked = GL_FALSE;
  glGetProgramiv(name_, GL_LINK_STATUS, &linked);
  return linked == GL_TRUE;
}

void GlProgram::Use() {
  Link();
  glUseProgram(name_);
}

}  // namespace waymark
