#include "render/scene_cull.hpp"

#include <algorithm>
#include <cmath>

#include "render/shape_mesh.hpp"

namespace waymark {
namespace {

// The window reaches beyond the view by this share of it, on all sides.
constexpr float kMargin = 0.25f;
// A heavy view is looked at again when it has become narrower than this share of itself.
constexpr float kNarrower = 0.85f;
// Lines are never thinner than a device pixel, and their borders are soft.
constexpr float kSoftPixels = 4;

WorldRect BoundsOf(const ShapeVertex& v) {
  const float(&b)[4] = v.box;
  const float stroke = v.form[1];
  if (v.kind == static_cast<std::uint32_t>(ShapeKind::kSegment)) {
    return WorldRect{std::min(b[0], b[2]), std::min(b[1], b[3]), std::abs(b[2] - b[0]), std::abs(b[3] - b[1])}.Inflated(
        stroke);
  }
  return WorldRect{b[0] - b[2], b[1] - b[3], 2 * b[2], 2 * b[3]}.Inflated(stroke);
}

bool Meets(const WorldRect& window, const WorldRect& r) {
  return r.x <= window.Right() && r.Right() >= window.x && r.y <= window.Bottom() && r.Bottom() >= window.y;
}

bool Holds(const WorldRect& outer, const WorldRect& inner) {
  return outer.x <= inner.x && outer.y <= inner.y && outer.Right() >= inner.Right() && outer.Bottom() >= inner.Bottom();
}

}  // namespace

void SceneCull::SetScene(std::span<const ShapeVertex> shapes, std::size_t under, const CurveMesh& curves) {
  looked_ = false;
  shapes_.clear();
  pieces_.clear();
  under_ = under;
  const std::size_t quads = shapes.size() / 4 + curves.indices.size() / kIndicesPerQuad;
  if (quads <= kWhole) return;
  shapes_.reserve(shapes.size() / 4);
  for (std::size_t i = 0; i < shapes.size(); i += 4) shapes_.push_back(BoundsOf(shapes[i]));
  pieces_.reserve(curves.indices.size() / kIndicesPerQuad);
  reach_ = 0;
  for (std::size_t i = 0; i < curves.indices.size(); i += kIndicesPerQuad) {
    const std::uint32_t first = curves.indices[i];
    const CurveVertex &a = curves.vertices[first], &b = curves.vertices[first + 2];
    pieces_.push_back({a.at[0], a.at[1], b.at[0], b.at[1], first});
    reach_ = std::max(reach_, a.width);
  }
}

SceneCull::Answer SceneCull::Look(const WorldRect& view, float pixel) {
  if (shapes_.size() + pieces_.size() <= kWhole) return Answer::kWholeScene;
  const bool known = looked_ && Holds(window_, view) && (!heavy_ || view.w > kNarrower * looked_width_);
  if (!known) {
    looked_ = true;
    looked_width_ = view.w;
    window_ = {view.x - view.w * kMargin, view.y - view.h * kMargin, view.w * (1 + 2 * kMargin),
               view.h * (1 + 2 * kMargin)};
    Collect(window_.Inflated(kSoftPixels * pixel));
    heavy_ = indices_.size() > kHeavy * kIndicesPerQuad;
  }
  return heavy_ ? Answer::kHeavy : Answer::kSome;
}

// Stops when it is heavy.
void SceneCull::Collect(const WorldRect& window) {
  ++version_;
  indices_.clear();
  AddShapes(window, 0, under_);
  under_count_ = indices_.size();
  const WorldRect wide = window.Inflated(reach_);
  const float cx = wide.x + wide.w * 0.5f, cy = wide.y + wide.h * 0.5f, hx = wide.w * 0.5f, hy = wide.h * 0.5f;
  for (const Piece& p : pieces_) {
    // Two boxes, then the line against the window's corners: separating axes.
    if (std::max(p.ax, p.bx) < cx - hx || std::min(p.ax, p.bx) > cx + hx) continue;
    if (std::max(p.ay, p.by) < cy - hy || std::min(p.ay, p.by) > cy + hy) continue;
    const float dx = p.bx - p.ax, dy = p.by - p.ay;
    if (std::abs(dx * (cy - p.ay) - dy * (cx - p.ax)) > hx * std::abs(dy) + hy * std::abs(dx)) continue;
    for (const std::uint32_t corner : {0u, 1u, 2u, 2u, 1u, 3u}) indices_.push_back(p.first + corner);
    if (indices_.size() > kHeavy * kIndicesPerQuad) return;
  }
  curve_count_ = indices_.size() - under_count_;
  AddShapes(window, under_, shapes_.size());
}

void SceneCull::AddShapes(const WorldRect& window, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (!Meets(window, shapes_[i])) continue;
    const auto first = static_cast<std::uint32_t>(4 * i);
    for (const std::uint32_t corner : {0u, 1u, 2u, 2u, 1u, 3u}) indices_.push_back(first + corner);
    if (indices_.size() > kHeavy * kIndicesPerQuad) return;
  }
}

}  // namespace waymark
