// Draws a frame with WebGL2: the dotted background and, in painter's order, map, overlay and panels. Everything lives
// in buffers that change only when a scene does; a pan or a zoom is one uniform block. A map that is too much for every
// frame is drawn when the camera is idle, and a cached frame while the view moves.
#pragma once

#include <GLES3/gl3.h>

#include <array>
#include <cstddef>
#include <cstdint>

#include "render/cached_frame.hpp"
#include "render/glyph_batch.hpp"
#include "render/imgui_painter.hpp"
#include "render/scene_batch.hpp"
#include "view/camera.hpp"
#include "view/scene/scene.hpp"

struct ImDrawData;

namespace waymark {

// Scenes that change at their own pace.
enum class Layer : unsigned char { kMap = 0, kOverlay = 1, kPanels = 2 };
inline constexpr std::size_t kLayers = 3;

// What was sent to the GPU since Start, in bytes.
struct UploadedBytes {
  std::uint64_t scenes = 0;  // shapes and curves, and which of them to draw
  std::uint64_t texts = 0;
  std::uint64_t panels = 0;  // by ImGui
  std::uint64_t view = 0;    // uniforms
};

struct BackgroundColors {
  Color ground;
  Color dots;  // invisible ones cost nothing

  friend bool operator==(const BackgroundColors&, const BackgroundColors&) = default;
};

// `camera` moved by less than a device pixel, so that the world's origin falls on a pixel's corner and a still frame
// is as sharp as it can be.
Camera PixelSnapped(const Camera& camera, const Viewport& viewport);

// Needs a current WebGL2 context and ImGui's in every call but OnContextLost, which needs ImGui's only.
class Renderer {
 public:
  // Again after OnContextLost, once there is a new context.
  void Start();
  // Begins to compile what a map's frame takes. Without it each program is compiled when first used, which waits for
  // it.
  void LinkPrograms();
  // Whether the graphics driver takes the programs. Waits for it, so ask late.
  bool Works() { return programs_.shapes.Works(); }
  // The context was lost. The next Upload of each layer builds its buffers anew.
  void OnContextLost();

  // Sets the view for all that follows. `camera` is PixelSnapped.
  void BeginFrame(const Camera& camera, const Viewport& viewport, const BackgroundColors& colors,
                  const ImDrawData& panels);
  // Takes scene and texts for `layer`; free when their revisions are known there. Keeps no reference.
  void Upload(Layer layer, const Scene& scene, const GlyphMesh& texts);
  // Background and map. False when cached frames were drawn in their place, which happens only while `moving`: a frame
  // should follow when the camera is idle.
  bool DrawMap(bool moving);
  void DrawOverlay();
  // Layer kPanels as `canvas` sees it, and what ImGui has laid out above it.
  void DrawPanels(const Camera& canvas, const ImDrawData& panels);

  std::size_t gpu_bytes() const;
  UploadedBytes uploaded() const;

 private:
  void SetView(const Camera& camera);
  void DrawBackground();
  void DrawLayer(Layer layer, bool culled, bool with_texts = true);
  // Draws all of the map into `frame`; the view is set to `camera`.
  void RenderInto(CachedFrame& frame, const Camera& camera, bool with_texts);
  bool ShowsWholeMap(const Camera& camera) const;
  // The cached frames that serve best, the sharper one above the other.
  void DrawCachedFrames();
  void DrawCachedFrame(const CachedFrame& frame);

  GlProgram background_program_{kBackgroundVertexShader, kBackgroundFragmentShader};
  GlProgram glyph_program_{kGlyphVertexShader, kTexturedFragmentShader};
  ScenePrograms programs_;
  GlProgram cached_frame_program_{kCachedFrameVertexShader, kCachedFrameFragmentShader};
  ImGuiPainter panels_;
  GLuint view_buffer_ = 0;
  GLuint no_vertices_ = 0;
  QuadIndices quads_;
  std::array<SceneBatch, kLayers> layers_;
  std::array<GlyphBatch, kLayers> texts_;
  CachedFrame whole_;
  CachedFrame idle_;

  Camera camera_;
  float scale_ = 1;  // of the view that is set
  Viewport viewport_;
  BackgroundColors colors_;
  std::uint64_t view_bytes_ = 0;
  int width_ = 0;
  int height_ = 0;
};

}  // namespace waymark
