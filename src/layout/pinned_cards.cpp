#include "layout/pinned_cards.hpp"

#include <algorithm>

#include "layout/detour.hpp"
#include "layout/pushing.hpp"

namespace waymark {
namespace {

// From one card to another, from the borders that face each other; `x` and `y` of the old ends say where on them.
std::vector<WorldPoint> StraightEdge(const WorldRect& from, const WorldRect& to, WorldPoint start, WorldPoint end,
                                     float gap) {
  if (to.y - from.Bottom() >= gap) return {{start.x, from.Bottom()}, {end.x, to.y}};
  if (from.y - to.Bottom() >= gap) return {{start.x, from.y}, {end.x, to.Bottom()}};
  // Beside each other: level where both reach, else as level as can be.
  const float inset = std::min({gap, from.h, to.h}) / 2, top = std::max(from.y, to.y),
              bottom = std::min(from.Bottom(), to.Bottom());
  const float middle = (top + bottom) / 2;
  const float out = std::clamp(middle, from.y + inset, from.Bottom() - inset);
  const float in = std::clamp(middle, to.y + inset, to.Bottom() - inset);
  const bool right = from.Center().x < to.Center().x;
  const WorldPoint a{right ? from.Right() : from.x, out}, b{right ? to.x : to.Right(), in};
  if (out == in) return {a, b};
  const float lead = (right ? gap : -gap) * 0.25f;
  return {a, {a.x + lead, out}, {b.x - lead, in}, b};
}

}  // namespace

PinSteps PinCards(LayeredDrawing& drawing, std::span<const LayeredEdge> edges, std::span<const PinnedCard> pinned,
                  float gap) {
  PinSteps steps;
  if (pinned.empty()) return steps;
  const std::vector<WorldRect> before = drawing.nodes;
  std::vector<std::uint32_t> fixed;
  std::vector<char> is_pinned(before.size(), 0), moved(before.size(), 0);
  for (const PinnedCard& card : pinned) {
    drawing.nodes[card.node].x = card.top_left.x, drawing.nodes[card.node].y = card.top_left.y;
    fixed.push_back(card.node);
    is_pinned[card.node] = 1;
  }
  steps.pushing = PushApart(drawing.nodes, fixed, gap);
  for (std::uint32_t v = 0; v < before.size(); ++v) moved[v] = drawing.nodes[v] != before[v];

  Detours detours(drawing.nodes, gap);
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto [from, to, weight] = edges[e];
    std::vector<WorldPoint>& points = drawing.edges[e];
    const WorldVector start = drawing.nodes[from].TopLeft() - before[from].TopLeft();
    const WorldVector end = drawing.nodes[to].TopLeft() - before[to].TopLeft();
    const bool redrawn = moved[from] || moved[to];
    const bool anew = start != end && (is_pinned[from] || is_pinned[to]);
    if (start == end) {
      for (WorldPoint& p : points) p = p + start;
    } else if (anew) {
      points = StraightEdge(drawing.nodes[from], drawing.nodes[to], points.front() + start, points.back() + end, gap);
    } else {
      // What is upright beside a card that was pushed goes with it.
      const bool upright = points.size() > 3;
      if (upright && points[1].x == points[0].x) points[1] = points[1] + start;
      if (upright && points[points.size() - 2].x == points.back().x)
        points[points.size() - 2] = points[points.size() - 2] + end;
      points.front() = points.front() + start;
      points.back() = points.back() + end;
    }
    if (from == to || detours.Tests() > kMostRoutingSteps) continue;
    const std::span<const char> only = redrawn ? std::span<const char>{} : moved;
    detours.Lead(points, detours.Blocked(points, from, to, only), anew, from, to);
  }
  steps.routing = detours.Tests();

  for (const WorldRect& rect : drawing.nodes) drawing.bounds = drawing.bounds.United(rect);
  for (const auto& points : drawing.edges)
    for (const WorldPoint& p : points) {
      const float left = std::min(drawing.bounds.x, p.x), top = std::min(drawing.bounds.y, p.y);
      drawing.bounds = {left, top, std::max(drawing.bounds.Right(), p.x) - left,
                        std::max(drawing.bounds.Bottom(), p.y) - top};
    }
  return steps;
}

}  // namespace waymark
