#include "layout/detour.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "layout/edge_curve.hpp"

namespace waymark {
namespace {

constexpr std::uint32_t kNone = 0xffffffffu;
constexpr float kFar = std::numeric_limits<float>::infinity();
// How clear of cards ways keep, as shares of the gap: cards that are a gap apart leave a way between them, and the second is
// for dragged cards that stand closer.
constexpr float kMargins[] = {0.4f, 0.1f};
constexpr float kTouch = 0.25f;      // nearer to a barrier than its margin by this does not count: corners are rounded numbers
constexpr float kClear = 2;          // less than this between a curve and a card is a touch
constexpr float kBendCost = 24;      // units of length that one bend less is worth
constexpr float kLeastLead = 4;      // the height in which a curve can leave or enter a bend upright
constexpr int kCurveSteps = 16;
constexpr int kMostLegs = 64;        // a way across a thousand cards takes a few

WorldRect Spanned(WorldPoint a, WorldPoint b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

float Distance(WorldPoint a, WorldPoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

float Distance(WorldPoint p, const WorldRect& r) {
  return Distance(p, WorldPoint{std::clamp(p.x, r.x, r.Right()), std::clamp(p.y, r.y, r.Bottom())});
}

// `margin` out of the border that `end` is on.
WorldPoint Outside(const WorldRect& card, WorldPoint end, float margin) {
  constexpr float kOnBorder = 0.5f;
  if (end.y > card.Bottom() - kOnBorder) return {end.x, card.Bottom() + margin};
  if (end.y < card.y + kOnBorder) return {end.x, card.y - margin};
  return {end.x > card.Center().x ? card.Right() + margin : card.x - margin, end.y};
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

Detours::Detours(std::span<const WorldRect> cards, float gap) : cards_(cards), gap_(gap), index_(cards) {}

std::vector<char> Detours::Blocked(std::span<const WorldPoint> points, std::uint32_t from, std::uint32_t to,
                                   std::span<const char> only) {
  const std::vector<WorldPoint> curve = SmoothCurve(points);
  std::vector<char> blocked(points.size() - 1, 0);
  std::vector<WorldPoint> flat;
  for (std::size_t i = 0; i < blocked.size(); ++i) {
    const std::span<const WorldPoint> piece = std::span(curve).subspan(3 * i, 4);
    // It stays in what its control points span.
    const WorldRect hull = Spanned(piece[0], piece[3]).Inflated(kClear).United(Spanned(piece[1], piece[2]).Inflated(kClear));
    flat.clear();
    index_.Query(hull, [&](std::uint32_t v) {
      ++tests_;
      if (blocked[i] || v == from || v == to || (!only.empty() && !only[v])) return;
      if (flat.empty()) AppendFlattened(piece, flat, kCurveSteps);
      for (std::size_t k = 0; k + 1 < flat.size(); ++k)
        if (Enters(flat[k], flat[k + 1], cards_[v].Inflated(kClear))) blocked[i] = 1;
    });
  }
  return blocked;
}

bool Detours::Lead(std::vector<WorldPoint>& points, std::span<const char> blocked, std::uint32_t from, std::uint32_t to) {
  const auto first = static_cast<std::size_t>(std::ranges::find(blocked, 1) - blocked.begin());
  std::size_t last = blocked.size();
  while (last > first && !blocked[last - 1]) --last;
  for (const float share : kMargins) {
    const float margin = share * gap_;
    std::size_t i = first, j = last;
    const auto inside = [&](std::size_t k) { return FirstMet(points[k], points[k], margin) != kNone; };
    while (i > 0 && inside(i)) --i;
    while (j < blocked.size() && inside(j)) ++j;
    if (Try(points, i, j, from, to, margin)) return true;
    if ((i > 0 || j < blocked.size()) && Try(points, 0, blocked.size(), from, to, margin)) return true;
  }
  return false;
}

bool Detours::Try(std::vector<WorldPoint>& points, std::size_t first, std::size_t last, std::uint32_t from, std::uint32_t to,
                  float margin) {
  const bool at_from = first == 0, at_to = last + 1 == points.size();
  const WorldPoint start = at_from ? Outside(cards_[from], points[first], margin) : points[first];
  const WorldPoint goal = at_to ? Outside(cards_[to], points[last], margin) : points[last];
  // Between bends it goes on as the edge does, or not at all: turning back and turning round again would be a loop.
  const float down = at_from && at_to ? 0.0f : points.back().y > points.front().y ? 1.0f : -1.0f;
  std::vector<WorldPoint> way = {start}, leg;
  bool there = false;
  for (int legs = 0; !there; ++legs) {
    barriers_.clear();
    corners_ = {{way.back(), 0, 0, false}, {goal, 0, 0, false}};
    std::size_t clear = 0;  // pieces of the leg, from its start
    do {
      if (!FindWay(down)) return false;
      leg.clear();
      for (std::size_t c = 1; c != 0; c = corners_[c].before) leg.push_back(corners_[c].at);
      leg.push_back(way.back());
      std::ranges::reverse(leg);
      std::uint32_t met = kNone;
      for (clear = 0; clear + 1 < leg.size(); ++clear) {
        met = FirstMet(leg[clear], leg[clear + 1], margin);
        if (met != kNone) break;
      }
      there = met == kNone;
      if (!there) AddBarrier(cards_[met], margin);
    } while (!there && barriers_.size() < kMostBarriers);
    // A long way is found in legs, each of which must come nearer.
    if (!there && (legs == kMostLegs || Distance(leg[clear], goal) >= Distance(way.back(), goal))) return false;
    way.insert(way.end(), leg.begin() + 1, leg.begin() + static_cast<std::ptrdiff_t>(clear) + 1);
  }
  // An end on an upper or lower border needs no point before it; one at the side keeps it, so that the curve leaves level.
  if (at_from && points.front().x == start.x) way.front() = points.front();
  else if (at_from) way.insert(way.begin(), points.front());
  if (at_to && points.back().x == goal.x) way.back() = points.back();
  else if (at_to) way.push_back(points.back());
  const auto begin = points.begin() + static_cast<std::ptrdiff_t>(first);
  points.insert(points.erase(begin, begin + static_cast<std::ptrdiff_t>(last - first) + 1), way.begin(), way.end());
  return true;
}

void Detours::AddBarrier(const WorldRect& card, float margin) {
  barriers_.push_back(card.Inflated(margin - kTouch));
  const WorldRect r = card.Inflated(margin);
  for (const WorldPoint at : {WorldPoint{r.x, r.y}, {r.Right(), r.y}, {r.x, r.Bottom()}, {r.Right(), r.Bottom()}})
    corners_.push_back({at, 0, 0, false});
}

bool Detours::FindWay(float down) {
  for (Corner& corner : corners_) corner.cost = kFar, corner.done = false;
  corners_[0].cost = 0;
  const WorldPoint goal = corners_[1].at;
  for (;;) {
    std::size_t best = 0;
    float least = kFar;
    for (std::size_t c = 0; c < corners_.size(); ++c) {
      if (corners_[c].done || corners_[c].cost == kFar) continue;
      const float whole = corners_[c].cost + Distance(corners_[c].at, goal);
      if (whole < least) least = whole, best = c;
    }
    if (least == kFar) return false;
    if (best == 1) return true;
    Corner& here = corners_[best];
    here.done = true;
    for (std::size_t c = 1; c < corners_.size(); ++c) {
      Corner& there = corners_[c];
      const float cost = here.cost + Distance(here.at, there.at) + kBendCost;
      if (there.done || cost >= there.cost) continue;
      const bool at_end = best == 0 || c == 1;
      if (down != 0 && (there.at.y - here.at.y) * down < (at_end ? kLeastLead : 0)) continue;
      if (Sees(here.at, there.at)) there.cost = cost, there.before = best;
    }
  }
}

bool Detours::Sees(WorldPoint a, WorldPoint b) {
  const WorldRect between = Spanned(a, b);
  for (const WorldRect& barrier : barriers_) {
    ++tests_;
    if (barrier.Intersects(between)) return false;
  }
  return true;
}

std::uint32_t Detours::FirstMet(WorldPoint a, WorldPoint b, float margin) {
  std::uint32_t first = kNone;
  float nearest = kFar;
  index_.Query(Spanned(a, b).Inflated(margin - kTouch), [&](std::uint32_t v) {
    ++tests_;
    const float distance = Distance(a, cards_[v]);
    if (distance < nearest || (distance == nearest && v < first)) nearest = distance, first = v;
  });
  return first;
}

}  // namespace waymark
