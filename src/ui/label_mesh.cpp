#include "ui/label_mesh.hpp"

#include <imgui.h>

#include <algorithm>

#include "ui/text.hpp"

namespace waymark {
namespace {

// How far a changing zoom may be from that of the mesh: an eighth of an octave either way.
constexpr float kZoomSlack = 1.0905077f;
// The part of the map that a mesh is made for reaches beyond the view by this share of it, on all sides.
constexpr float kMargin = 0.5f;
// While the zoom changes it is made anew before a pan gets far.
constexpr float kMovingMargin = 0.15f;
// Glyphs that do not fit make the atlas larger, and then those already taken stand elsewhere.
constexpr int kMostAttempts = 4;

int AtlasId() {
  const ImTextureData* texture = ImGui::GetIO().Fonts->TexData;
  return texture != nullptr ? texture->UniqueID : -1;
}

WorldRect Grown(const WorldRect& r, float share) {
  return {r.x - r.w * share, r.y - r.h * share, r.w * (1 + 2 * share), r.h * (1 + 2 * share)};
}

bool Holds(const WorldRect& outer, const WorldRect& inner) {
  return outer.x <= inner.x && outer.y <= inner.y && outer.Right() >= inner.Right() && outer.Bottom() >= inner.Bottom();
}

// How far left of its point a label begins, for the room it may take.
float Before(const Label& label, float width) {
  return label.align == TextAlign::kLeft ? 0 : label.align == TextAlign::kCenter ? width * 0.5f : width;
}

}  // namespace

void LabelMesh::Refresh(const Fonts& fonts, const Scene& scene, const Camera& camera, const Viewport& viewport,
                        bool moving) {
  for (int i = 0; i < kMostAttempts && !Fits(scene, camera, viewport, moving); ++i) {
    Make(fonts, scene, camera, viewport, moving);
  }
}

bool LabelMesh::Fits(const Scene& scene, const Camera& camera, const Viewport& viewport, bool moving) const {
  if (scene_revision_ != scene.revision || dpr_ != viewport.dpr) return false;
  // Nothing of it can be read, before and now.
  if (mesh_.vertices.empty() && largest_ * std::max(camera.zoom, zoom_) < kLeastLabel) return true;
  if (atlas_ != AtlasId()) return false;
  const float ratio = camera.zoom / zoom_;
  if (moving ? ratio > kZoomSlack || ratio * kZoomSlack < 1 : moving_ || ratio != 1) return false;
  return Holds(window_, VisibleWorld(camera, viewport));
}

void LabelMesh::Make(const Fonts& fonts, const Scene& scene, const Camera& camera, const Viewport& viewport,
                     bool moving) {
  if (scene_revision_ != scene.revision) {
    largest_ = 0;
    for (const Label& label : scene.labels) largest_ = std::max(largest_, label.size);
  }
  scene_revision_ = scene.revision;
  zoom_ = camera.zoom;
  dpr_ = viewport.dpr;
  moving_ = moving;
  atlas_ = AtlasId();
  window_ = Grown(VisibleWorld(camera, viewport), moving ? kMovingMargin : kMargin);
  mesh_.vertices.clear();
  ++mesh_.revision;

  const float scale = camera.zoom * viewport.dpr;
  const float least = kLeastLabel / (camera.zoom * (moving ? kZoomSlack : 1));
  if (largest_ < least) return;
  bitmaps_.Begin(rasterizer_);
  for (const Label& label : scene.labels) {
    if (label.size < least) continue;
    if (label.at.y + label.size < window_.y || label.at.y - label.size > window_.Bottom()) continue;
    const float room = label.max_width > 0 ? label.max_width : static_cast<float>(label.text.size()) * label.size;
    const float left = label.at.x - Before(label, room);
    if (left > window_.Right() || left + room < window_.x) continue;
    const TextStyle style = {.weight = label.weight,
                             .size = label.size * scale,
                             .color = ToImGui(label.color),
                             .align = label.align,
                             .moving = moving,
                             .bitmaps = &bitmaps_,
                             .nominal = label.size,
                             .room = label.max_width * scale};
    AppendTextLine(mesh_, fonts, style, scale, {label.at.x * scale, label.at.y * scale}, label.text, label.struck);
  }
  bitmaps_.End();
}

}  // namespace waymark
