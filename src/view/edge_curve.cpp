#include "view/edge_curve.hpp"

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

// The least reach of a piece's handles, so that one between points almost level still leaves its ends vertically.
constexpr float kLeastHandle = 14;
// A piece that runs straighter than this needs no points between its ends.
constexpr float kStraight = 4;
constexpr int kPieceSteps = 6;

}  // namespace

std::vector<WorldPoint> SmoothCurve(std::span<const WorldPoint> points) {
  std::vector<WorldPoint> curve;
  if (points.size() < 2) return curve;
  curve.reserve(3 * points.size() - 2);
  curve.push_back(points.front());
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const WorldPoint a = points[i], b = points[i + 1];
    const float dy = b.y - a.y;
    float handle = dy * 0.5f;
    if (std::abs(b.x - a.x) > kStraight && std::abs(handle) < kLeastHandle) handle = std::copysign(kLeastHandle, dy);
    curve.push_back({a.x, a.y + handle});
    curve.push_back({b.x, b.y - handle});
    curve.push_back(b);
  }
  return curve;
}

void AppendFlattened(std::span<const WorldPoint> curve, std::vector<WorldPoint>& out) {
  if (curve.size() < 4) return;
  out.push_back(curve.front());
  for (std::size_t i = 0; i + 3 < curve.size(); i += 3) {
    const WorldPoint &a = curve[i], &b = curve[i + 1], &c = curve[i + 2], &d = curve[i + 3];
    const int steps = std::abs(d.x - a.x) <= kStraight ? 1 : kPieceSteps;
    for (int k = 1; k <= steps; ++k) {
      const float t = static_cast<float>(k) / static_cast<float>(steps), s = 1 - t;
      out.push_back(a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t));
    }
  }
}

}  // namespace waymark
