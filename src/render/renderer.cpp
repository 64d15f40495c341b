#include "render/renderer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace waymark {
namespace {

// The View block of kShaderHead (std140).
struct ViewBlock {
  float camera[4];
  float target[4];
  float ground[4];
  float dots[4];
  float place[4];
};

void Premultiply(Color color, float (&out)[4]) {
  const auto channel = [&](int shift) { return static_cast<float>((color.rgba >> shift) & 0xff) / 255.0f; };
  const float alpha = channel(0);
  out[0] = channel(24) * alpha;
  out[1] = channel(16) * alpha;
  out[2] = channel(8) * alpha;
  out[3] = alpha;
}

bool Visible(Color color) { return (color.rgba & 0xff) != 0; }

}  // namespace

Camera PixelSnapped(const Camera& camera, const Viewport& viewport) {
  const float scale = camera.zoom * viewport.dpr;
  const auto snapped = [&](float center, float size) {
    const float half = std::round(size * viewport.dpr) * 0.5f;
    return (std::round(center * scale - half) + half) / scale;
  };
  return {{snapped(camera.center.x, viewport.width), snapped(camera.center.y, viewport.height)}, camera.zoom};
}

void Renderer::Start() {
  panels_.Start();
  glGenVertexArrays(1, &no_vertices_);
  glGenBuffers(1, &view_buffer_);
  glBindBufferBase(GL_UNIFORM_BUFFER, kViewBinding, view_buffer_);
  glBufferData(GL_UNIFORM_BUFFER, sizeof(ViewBlock), nullptr, GL_DYNAMIC_DRAW);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void Renderer::LinkPrograms() {
  background_program_.Link();
  programs_.shapes.Link();
  programs_.curves.Link();
  glyph_program_.Link();
  panels_.LinkProgram();
}

void Renderer::OnContextLost() {
  panels_.OnContextLost();
  *this = {};
}

void Renderer::BeginFrame(const Camera& camera, const Viewport& viewport, const BackgroundColors& colors,
                          const ImDrawData& panels) {
  camera_ = camera;
  viewport_ = viewport;
  if (colors_ != colors) whole_.Invalidate(), idle_.Invalidate();
  colors_ = colors;
  width_ = static_cast<int>(std::round(viewport.width * viewport.dpr));
  height_ = static_cast<int>(std::round(viewport.height * viewport.dpr));
  glViewport(0, 0, width_, height_);
  panels_.UpdateTextures(panels);
  SetView(camera);
}

void Renderer::SetView(const Camera& camera) {
  const auto width = static_cast<float>(width_), height = static_cast<float>(height_);
  const float dpr = viewport_.dpr;
  scale_ = camera.zoom * dpr;
  ViewBlock view = {.camera = {camera.center.x, camera.center.y, scale_, dpr},
                    .target = {width * 0.5f, height * 0.5f, 2 / width, 2 / height},
                    .ground = {},
                    .dots = {},
                    .place = {}};
  Premultiply(colors_.ground, view.ground);
  Premultiply(colors_.dots, view.dots);
  glBindBuffer(GL_UNIFORM_BUFFER, view_buffer_);
  glBufferSubData(GL_UNIFORM_BUFFER, 0, sizeof(view), &view);
  view_bytes_ += sizeof(view);
}

void Renderer::DrawBackground() {
  glDisable(GL_BLEND);
  if (Visible(colors_.dots)) {
    background_program_.Use();
    glBindVertexArray(no_vertices_);
    glDrawArrays(GL_TRIANGLES, 0, 3);
  } else {
    float ground[4];
    Premultiply(colors_.ground, ground);
    glClearColor(ground[0], ground[1], ground[2], ground[3]);
    glClear(GL_COLOR_BUFFER_BIT);
  }
}

void Renderer::Upload(Layer layer, const Scene& scene, const GlyphMesh& texts) {
  const auto index = static_cast<std::size_t>(layer);
  layers_[index].Upload(scene, quads_);
  texts_[index].Upload(texts);
}

void Renderer::DrawLayer(Layer layer, bool culled, bool with_texts) {
  const auto index = static_cast<std::size_t>(layer);
  glEnable(GL_BLEND);
  if (culled)
    layers_[index].DrawCulled(programs_, quads_, scale_);
  else
    layers_[index].DrawWhole(programs_, quads_, scale_);
  if (with_texts) texts_[index].Draw(glyph_program_, panels_.Atlas(), quads_);
}

bool Renderer::DrawMap(bool moving) {
  SceneBatch& map = layers_[static_cast<std::size_t>(Layer::kMap)];
  if (map.Cull(VisibleWorld(camera_, viewport_), 1 / (camera_.zoom * viewport_.dpr))) {
    DrawBackground();
    DrawLayer(Layer::kMap, true);
    return true;
  }
  const auto shows = [&](const CachedFrame& frame) { return frame.Shows(camera_, width_, height_, map.revision()); };
  const bool known = shows(idle_) || shows(whole_);
  const bool later = !known && moving && (idle_.filled() || whole_.filled());
  if (!known && !later) {
    const bool whole = ShowsWholeMap(camera_);
    RenderInto(whole ? whole_ : idle_, camera_, true);
    if (!whole && whole_.revision() != map.revision()) {
      Viewport plain = viewport_;
      plain.inset_left = plain.inset_top = plain.inset_right = plain.inset_bottom = 0;
      const Camera fitted = PixelSnapped(Fitted(plain, map.bounds()), viewport_);
      SetView(fitted);
      RenderInto(whole_, fitted, false);  // the texts are made for the view
      SetView(camera_);
    }
  }
  DrawCachedFrames();
  return !later;
}

void Renderer::RenderInto(CachedFrame& frame, const Camera& camera, bool with_texts) {
  const auto map = static_cast<std::size_t>(Layer::kMap);
  frame.Begin(camera, width_, height_, layers_[map].revision());
  DrawBackground();
  DrawLayer(Layer::kMap, false, with_texts);
  CachedFrame::End();
}

// Whether nearly all of the map is in the view, and not much smaller than it could be.
bool Renderer::ShowsWholeMap(const Camera& camera) const {
  const WorldRect& map = layers_[static_cast<std::size_t>(Layer::kMap)].bounds();
  const WorldRect view = VisibleWorld(camera, viewport_);
  constexpr float kSlack = 0.02f, kLeastShare = 0.5f;
  const float dx = map.w * kSlack, dy = map.h * kSlack;
  return view.x <= map.x + dx && view.y <= map.y + dy && view.Right() >= map.Right() - dx &&
         view.Bottom() >= map.Bottom() - dy && std::max(map.w / view.w, map.h / view.h) > kLeastShare;
}

void Renderer::DrawCachedFrames() {
  // A frame much sharper than the screen would flicker where it is drawn smaller.
  constexpr float kMostSmaller = 4, kWorthwhile = 1.1f;
  const WorldRect view = VisibleWorld(camera_, viewport_);
  const auto covers = [&](const CachedFrame& p) {
    const WorldRect seen = VisibleWorld(p.camera(), viewport_);
    return p.filled() && seen.x <= view.x && seen.y <= view.y && seen.Right() >= view.Right() &&
           seen.Bottom() >= view.Bottom();
  };
  const bool use_idle =
      idle_.filled() &&
      (!whole_.filled() || camera_ == idle_.camera() ||
       (idle_.camera().zoom > kWorthwhile * whole_.camera().zoom && idle_.camera().zoom < kMostSmaller * camera_.zoom));
  const bool idle_covers = use_idle && covers(idle_);
  if (!idle_covers && !covers(whole_)) DrawBackground();
  glDisable(GL_BLEND);
  glBindVertexArray(no_vertices_);
  if (whole_.filled() && !idle_covers) DrawCachedFrame(whole_);
  if (use_idle) DrawCachedFrame(idle_);
}

void Renderer::DrawCachedFrame(const CachedFrame& frame) {
  const std::array<float, 4> place = PlaceOf(frame, camera_, viewport_.dpr);
  glBindBuffer(GL_UNIFORM_BUFFER, view_buffer_);
  glBufferSubData(GL_UNIFORM_BUFFER, offsetof(ViewBlock, place), sizeof(place), place.data());
  view_bytes_ += sizeof(place);
  cached_frame_program_.Use();
  glBindTexture(GL_TEXTURE_2D, frame.texture());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void Renderer::DrawOverlay() { DrawLayer(Layer::kOverlay, false); }

void Renderer::DrawPanels(const Camera& canvas, const ImDrawData& panels) {
  if (!layers_[static_cast<std::size_t>(Layer::kPanels)].empty()) {
    SetView(canvas);
    DrawLayer(Layer::kPanels, false);
  }
  panels_.Draw(panels);
  // A zoom will want it, and would have to wait; after the first frame the driver has the time.
  programs_.thin_curves.Link();
}

UploadedBytes Renderer::uploaded() const {
  UploadedBytes bytes = {.scenes = 0, .texts = 0, .panels = panels_.uploaded(), .view = view_bytes_};
  for (const SceneBatch& layer : layers_) bytes.scenes += layer.uploaded();
  for (const GlyphBatch& texts : texts_) bytes.texts += texts.uploaded();
  return bytes;
}

std::size_t Renderer::gpu_bytes() const {
  std::size_t bytes = whole_.gpu_bytes() + idle_.gpu_bytes();
  for (const SceneBatch& layer : layers_) bytes += layer.gpu_bytes();
  for (const GlyphBatch& texts : texts_) bytes += texts.gpu_bytes();
  return bytes;
}

}  // namespace waymark
