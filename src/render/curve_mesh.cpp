#include "render/curve_mesh.hpp"

#include <algorithm>
#include <cmath>

#include "render/shape_mesh.hpp"

namespace waymark {
namespace {

constexpr float kTolerance = 0.05f;  // world units: under half a device pixel at the largest zoom
constexpr int kMaxPieces = 48;
constexpr float kHeadLength = 7;
constexpr float kHeadHalfWidth = 4.5f;
constexpr float kMaxMitre = 4;

float Length(WorldVector v) { return std::sqrt(v.x * v.x + v.y * v.y); }

WorldVector Unit(WorldVector v, WorldVector fallback) {
  const float length = Length(v);
  return length > 1e-4f ? v * (1 / length) : fallback;
}

WorldPoint At(const WorldPoint* p, float t) {
  const float s = 1 - t;
  return p[0] * (s * s * s) + p[1] * (3 * s * s * t) + p[2] * (3 * s * t * t) + p[3] * (t * t * t);
}

int Pieces(const WorldPoint* p) {
  const float bend = std::max(Length(p[0] - p[1] * 2 + p[2]), Length(p[1] - p[2] * 2 + p[3]));
  return std::clamp(static_cast<int>(std::ceil(std::sqrt(0.75f * bend / kTolerance))), 1, kMaxPieces);
}

class Ribbon {
 public:
  Ribbon(CurveMesh& mesh, const Curve& curve, std::uint32_t flags)
      : mesh_(mesh), width_(curve.width), tint_(ColorBytes(curve.color)), flags_(flags) {}

  // A ribbon along `points`, mitred where they bend.
  void Draw(std::span<const WorldPoint> points) {
    float length = 0;
    for (std::size_t i = 1; i < points.size(); ++i) length += Length(points[i] - points[i - 1]);
    WorldVector before = Unit(points[1] - points[0], {0, 1});
    float way = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const bool last = i + 1 == points.size();
      const WorldVector after = last ? before : Unit(points[i + 1] - points[i], before);
      const WorldVector middle = Unit(before + after, after);
      const float cosine = std::max(1 / kMaxMitre, middle.x * after.x + middle.y * after.y);
      if (i > 0) way += Length(points[i] - points[i - 1]);
      Add(points[i], WorldVector{middle.y, -middle.x} * (1 / cosine), way, length - way, i == 0 ? 8 : last ? 16 : 0);
      if (i > 0) Join();
      before = after;
    }
  }

 private:
  void Add(WorldPoint at, WorldVector normal, float from_start, float to_end, std::uint32_t end) {
    for (std::uint32_t side = 0; side < 2; ++side) {
      mesh_.vertices.push_back({.at = {at.x, at.y},
                                .normal = {normal.x, normal.y},
                                .from_start = from_start,
                                .to_end = to_end,
                                .width = width_,
                                .tint = tint_,
                                .flags = flags_ | end | side});
    }
  }

  // Two triangles between the last two pairs of vertices.
  void Join() {
    const auto first = static_cast<std::uint32_t>(mesh_.vertices.size()) - 4;
    for (const std::uint32_t corner : {0u, 1u, 2u, 2u, 1u, 3u}) mesh_.indices.push_back(first + corner);
  }

  CurveMesh& mesh_;
  float width_;
  std::uint32_t tint_;
  std::uint32_t flags_;
};

}  // namespace

void AppendCurves(std::span<const Curve> curves, CurveMesh& mesh) {
  std::vector<WorldPoint> points;
  for (const Curve& curve : curves) {
    if (curve.points.size() < 4) continue;
    points.clear();
    points.push_back(curve.points.front());
    for (std::size_t i = 0; i + 3 < curve.points.size(); i += 3) {
      const WorldPoint* piece = &curve.points[i];
      const int pieces = Pieces(piece);
      for (int k = 1; k <= pieces; ++k) {
        points.push_back(At(piece, static_cast<float>(k) / static_cast<float>(pieces)));
      }
    }
    Ribbon(mesh, curve, curve.style == EdgeStyle::kDotted ? 2 : 0).Draw(points);
    if (!curve.arrow) continue;
    const WorldPoint tip = points.back();
    const WorldVector along = Unit(tip - curve.points[curve.points.size() - 2], {0, 1});
    const WorldVector across = WorldVector{-along.y, along.x} * kHeadHalfWidth;
    const WorldPoint root = tip - along * kHeadLength;
    const WorldPoint head[] = {root + across, tip, root - across};
    Ribbon(mesh, curve, 4).Draw(head);
  }
}

}  // namespace waymark
