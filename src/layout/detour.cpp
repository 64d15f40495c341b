#include "layout/detour.hpp"

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

constexpr int kMaxDetours = 24;
constexpr std::uint32_t kNone = 0xffffffffu;

// The obstacle that the segment enters first along its way.
std::uint32_t FirstEntered(WorldPoint a, WorldPoint b, std::span<const WorldRect> rects, std::span<const std::uint32_t> obstacles,
                           std::uint32_t from, std::uint32_t to) {
  std::uint32_t first = kNone;
  float nearest = 0;
  for (const std::uint32_t v : obstacles) {
    if (v == from || v == to || !Enters(a, b, rects[v])) continue;
    const WorldVector way = rects[v].Center() - a;
    const float distance = std::hypot(way.x, way.y);
    if (first == kNone || distance < nearest) first = v, nearest = distance;
  }
  return first;
}

}  // namespace

bool Enters(WorldPoint a, WorldPoint b, const WorldRect& rect) {
  float enter = 0, leave = 1;
  const float dx = b.x - a.x, dy = b.y - a.y;
  const float edges[4][2] = {{-dx, a.x - rect.x}, {dx, rect.Right() - a.x}, {-dy, a.y - rect.y}, {dy, rect.Bottom() - a.y}};
  for (const auto& [p, q] : edges) {
    if (p == 0) {
      if (q <= 0) return false;
    } else if (p < 0) {
      enter = std::max(enter, q / p);
    } else {
      leave = std::min(leave, q / p);
    }
  }
  return enter < leave;
}

void LeadRound(std::vector<WorldPoint>& points, std::span<const WorldRect> rects, std::span<const std::uint32_t> obstacles,
               std::uint32_t from, std::uint32_t to, float margin) {
  int detours = 0;
  for (std::size_t i = 0; i + 1 < points.size() && detours < kMaxDetours;) {
    const WorldPoint a = points[i], b = points[i + 1];
    const std::uint32_t hit = FirstEntered(a, b, rects, obstacles, from, to);
    if (hit == kNone) {
      ++i;
      continue;
    }
    const WorldRect round = rects[hit].Inflated(margin);
    const auto length = [&](float x) {
      return std::hypot(x - a.x, round.y - a.y) + std::hypot(x - b.x, round.Bottom() - b.y);
    };
    const float x = length(round.x) <= length(round.Right()) ? round.x : round.Right();
    WorldPoint first{x, round.y}, second{x, round.Bottom()};
    if (a.y > b.y) std::swap(first, second);
    points.insert(points.begin() + static_cast<std::ptrdiff_t>(i) + 1, {first, second});
    ++detours;
  }
}

}  // namespace waymark
