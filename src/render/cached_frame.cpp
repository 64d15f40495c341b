#include "render/cached_frame.hpp"

namespace waymark {

void CachedFrame::Begin(const Camera& camera, int width, int height, std::uint64_t revision) {
  if (texture_ != 0 && (width_ != width || height_ != height)) {
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteTextures(1, &texture_);
    OnContextLost();
  }
  if (texture_ == 0) {
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexStorage2D(GL_TEXTURE_2D, 1, GL_RGBA8, width, height);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glGenFramebuffers(1, &framebuffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
  }
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  camera_ = camera;
  width_ = width;
  height_ = height;
  revision_ = revision;
  filled_ = true;
}

bool CachedFrame::Shows(const Camera& camera, int width, int height, std::uint64_t revision) const {
  return filled_ && camera_ == camera && width_ == width && height_ == height && revision_ == revision;
}

std::array<float, 4> PlaceOf(const CachedFrame& frame, const Camera& camera, float scale) {
  const float larger = camera.zoom / frame.camera().zoom;
  const float width = static_cast<float>(frame.width()) * larger, height = static_cast<float>(frame.height()) * larger;
  const WorldVector away = (frame.camera().center - camera.center) * (camera.zoom * scale);
  return {away.x - width * 0.5f, away.y - height * 0.5f, width, height};
}

}  // namespace waymark
