// Cached frames of a map that is too much to draw in every frame of a motion: the view where it last rested, and the
// whole. While the view moves they are drawn in its place.
#pragma once

#include <GLES3/gl3.h>

#include <array>
#include <cstddef>
#include <cstdint>

#include "view/camera.hpp"

namespace waymark {

// Of the canvas' size in device pixels. Needs a current context in every call but OnContextLost.
class CachedFrame {
 public:
  // What follows is drawn into the frame, which then shows `camera`'s view of scene `revision`; until End.
  void Begin(const Camera& camera, int width, int height, std::uint64_t revision);
  static void End() { glBindFramebuffer(GL_FRAMEBUFFER, 0); }
  void OnContextLost() { *this = {}; }

  // What it shows is no longer true.
  void Invalidate() { filled_ = false; }
  bool filled() const { return filled_; }
  std::uint64_t revision() const { return filled_ ? revision_ : 0; }
  // Whether it is exactly this frame.
  bool Shows(const Camera& camera, int width, int height, std::uint64_t revision) const;
  const Camera& camera() const { return camera_; }
  int width() const { return width_; }
  int height() const { return height_; }
  GLuint texture() const { return texture_; }
  std::size_t gpu_bytes() const { return 4 * static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_); }

 private:
  GLuint texture_ = 0;
  GLuint framebuffer_ = 0;
  Camera camera_;
  int width_ = 0;
  int height_ = 0;
  std::uint64_t revision_ = 0;
  bool filled_ = false;
};

// Where `camera` sees `frame`: left, top, width and height in device pixels from the middle of the canvas; `scale` is
// the device pixels per CSS pixel.
std::array<float, 4> PlaceOf(const CachedFrame& frame, const Camera& camera, float scale);

}  // namespace waymark
