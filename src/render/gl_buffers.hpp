// The few ways in which this folder fills buffers and describes what is in them.
#pragma once

#include <GLES3/gl3.h>

#include <bit>
#include <cstddef>
#include <vector>

namespace waymark {

inline const void* BufferOffset(std::size_t bytes) { return std::bit_cast<const void*>(bytes); }

inline void FloatAttribute(GLuint location, GLint size, std::size_t stride, std::size_t offset) {
  glEnableVertexAttribArray(location);
  glVertexAttribPointer(location, size, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride), BufferOffset(offset));
}

inline void ColorAttribute(GLuint location, std::size_t stride, std::size_t offset) {
  glEnableVertexAttribArray(location);
  glVertexAttribPointer(location, 4, GL_UNSIGNED_BYTE, GL_TRUE, static_cast<GLsizei>(stride), BufferOffset(offset));
}

inline void FlagAttribute(GLuint location, std::size_t stride, std::size_t offset) {
  glEnableVertexAttribArray(location);
  glVertexAttribIPointer(location, 1, GL_UNSIGNED_INT, static_cast<GLsizei>(stride), BufferOffset(offset));
}

// Returns the bytes given.
template <class T>
std::size_t FillBuffer(GLenum target, GLuint buffer, const std::vector<T>& data, GLenum usage = GL_DYNAMIC_DRAW) {
  const std::size_t bytes = data.size() * sizeof(T);
  glBindBuffer(target, buffer);
  glBufferData(target, static_cast<GLsizeiptr>(bytes), data.data(), usage);
  return bytes;
}

inline void DrawTriangles(std::size_t first_index, std::size_t count) {
  if (count == 0) return;
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count), GL_UNSIGNED_INT,
                 BufferOffset(first_index * sizeof(unsigned)));
}

}  // namespace waymark
