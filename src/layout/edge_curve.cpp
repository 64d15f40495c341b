#include "layout/edge_curve.hpp"

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

// The least reach of a piece's handles, so that one between points almost level still leaves its ends vertically.
constexpr float kLeastHandle = 14;
// A piece that runs straighter than this needs no points between its ends.
constexpr float kStraight = 4;
// The reach of handles at a corner between an upright and a level piece.
constexpr float kCornerHandle = 6;

constexpr float Sign(float v) { return v > 0 ? 1.0f : v < 0 ? -1.0f : 0.0f; }

// Which way the curve passes the point between two pieces; `before` or `after` is zero at its ends.
WorldVector Passing(WorldVector before, WorldVector after) {
  if (before == WorldVector{} || after == WorldVector{}) {
    const WorldVector only = before + after;
    return only.y == 0 ? WorldVector{1, 0} : WorldVector{0, 1};
  }
  if (before.y * after.y > 0) return {0, 1};
  if (before.x * after.x > 0) return {1, 0};
  return {Sign(before.x + after.x) * kCornerHandle, Sign(before.y + after.y) * kCornerHandle};
}

// From a point that the curve passes like that to the control point of `piece` beside it.
WorldVector Handle(WorldVector passing, WorldVector piece) {
  if (passing.x == 0) return {0, piece.y * 0.5f};
  if (passing.y == 0) return {piece.x * 0.5f, 0};
  return passing;
}

}  // namespace

std::vector<WorldPoint> SmoothCurve(std::span<const WorldPoint> points) {
  std::vector<WorldPoint> curve;
  if (points.size() < 2) return curve;
  curve.reserve(3 * points.size() - 2);
  curve.push_back(points.front());
  WorldVector leaving = Passing({}, points[1] - points[0]);
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const WorldPoint a = points[i], b = points[i + 1];
    const WorldVector piece = b - a;
    const WorldVector entering = Passing(piece, i + 2 < points.size() ? points[i + 2] - b : WorldVector{});
    WorldVector out = Handle(leaving, piece), in = Handle(entering, piece);
    if (leaving.x == 0 && entering.x == 0 && std::abs(piece.x) > kStraight && std::abs(out.y) < kLeastHandle)
      out.y = in.y = std::copysign(kLeastHandle, piece.y);
    curve.push_back(a + out);
    curve.push_back(b - in);
    curve.push_back(b);
    leaving = entering;
  }
  return curve;
}

void AppendFlattened(std::span<const WorldPoint> curve, std::vector<WorldPoint>& out, int steps) {
  if (curve.size() < 4) return;
  out.push_back(curve.front());
  for (std::size_t i = 0; i + 3 < curve.size(); i += 3) {
    const WorldPoint &a = curve[i], &b = curve[i + 1], &c = curve[i + 2], &d = curve[i + 3];
    const int count = std::abs(d.x - a.x) <= kStraight ? 1 : steps;
    for (int k = 1; k <= count; ++k) {
      const float t = static_cast<float>(k) / static_cast<float>(count), s = 1 - t;
      out.push_back(a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t));
    }
  }
}

}  // namespace waymark
