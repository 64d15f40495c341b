// Draws scenes with WebGL2: the dotted ground and, in painter's order, shapes and curves. Everything lives in buffers
// that change only when a scene does; a pan or a zoom is one uniform block.
#pragma once

#include <GLES3/gl3.h>

#include <array>
#include <cstddef>

#include "base/result.hpp"
#include "render/scene_batch.hpp"
#include "view/camera.hpp"
#include "view/scene.hpp"

namespace waymark {

// Scenes that change at their own pace.
enum class Layer : unsigned char { kMap = 0, kOverlay = 1 };
inline constexpr std::size_t kLayers = 2;

struct GroundColors {
  Color ground;
  Color dots;  // invisible ones cost nothing
};

// `camera` moved by less than a device pixel, so that the world's origin falls on a pixel's corner and a still picture
// is as sharp as it can be.
Camera PixelSnapped(const Camera& camera, const Viewport& viewport);

// Needs a current WebGL2 context in every call but Forget.
class Renderer {
 public:
  // Compiles the programs. Call it again after Forget, once there is a new context.
  Result<void> Start();
  // The context was lost. The next Upload of each layer builds its buffers anew.
  void Forget();

  // Sets the view for all that follows and paints the ground over the whole canvas.
  void BeginFrame(const Camera& camera, const Viewport& viewport, const GroundColors& colors);
  // Takes `scene` for `layer`; free when its revision is known there. Keeps no reference.
  void Upload(Layer layer, const Scene& scene);
  // Draws what was last uploaded, premultiplied over what is there. Leaves program, blending and vertex array changed.
  void Draw(Layer layer) const;

  std::size_t gpu_bytes() const;

 private:
  GLuint ground_program_ = 0;
  ScenePrograms programs_;
  GLuint view_buffer_ = 0;
  GLuint no_vertices_ = 0;
  QuadIndices quads_;
  std::array<SceneBatch, kLayers> layers_;
};

}  // namespace waymark
