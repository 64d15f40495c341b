#include "layout/detour.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "layout/edge_curve.hpp"

namespace waymark {
namespace {

constexpr std::uint32_t kNone = 0xffffffffu;
constexpr float kFar = std::numeric_limits<float>::infinity();
// How clear of cards ways keep, as shares of the gap: cards that are a gap apart leave a way between them, and the
// second is for dragged cards that stand closer.
constexpr float kMargins[] = {0.4f, 0.1f};
constexpr float kTouch =
    0.25f;                   // nearer to a barrier than its margin by this does not count: corners are rounded numbers
constexpr float kClear = 2;  // less than this between a curve and a card is a touch
constexpr float kReach = 8;  // a curve stays as near to the rectangles that its points span
constexpr float kBendCost = 24;  // units of length that one bend less is worth
constexpr float kLeastLead = 4;  // the height in which a curve can leave or enter a bend upright
constexpr int kCurveSteps = 16;
constexpr int kMostLegs = 64;  // a way across a thousand cards takes a few

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
  const float edges[4][2] = {
      {-dx, a.x - rect.x}, {dx, rect.Right() - a.x}, {-dy, a.y - rect.y}, {dy, rect.Bottom() - a.y}};
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

void Detours::FindNear(WorldPoint a, WorldPoint b, float margin) {
  near_.clear();
  index_.Query(Spanned(a, b).Inflated(margin), [&](std::uint32_t v) { near_.push_back(v); });
  tests_ += near_.size();
}

std::vector<char> Detours::Blocked(std::span<const WorldPoint> points, std::uint32_t from, std::uint32_t to,
                                   std::span<const char> only) {
  const std::vector<WorldPoint> curve = SmoothCurve(points);
  std::vector<char> blocked(points.size() - 1, 0);
  std::vector<WorldPoint> flat;
  for (std::size_t i = 0; i < blocked.size(); ++i) {
    FindNear(points[i], points[i + 1], kReach);
    flat.clear();
    for (const std::uint32_t v : near_) {
      if (v == from || v == to || (!only.empty() && !only[v])) continue;
      if (flat.empty()) AppendFlattened(std::span(curve).subspan(3 * i, 4), flat, kCurveSteps);
      for (std::size_t k = 0; k + 1 < flat.size(); ++k)
        if (Enters(flat[k], flat[k + 1], cards_[v].Inflated(kClear))) blocked[i] = 1;
    }
  }
  return blocked;
}

bool Detours::Lead(std::vector<WorldPoint>& points, std::span<const char> blocked, bool whole, std::uint32_t from,
                   std::uint32_t to) {
  std::size_t first = 0, last = blocked.size();
  while (first < last && !blocked[first]) ++first;
  if (first == last) return true;
  while (!blocked[last - 1]) --last;
  if (whole) first = 0, last = blocked.size();
  for (const float share : kMargins) {
    const float margin = share * gap_;
    std::size_t i = first, j = last;
    while (i > 0 && FirstMet(points[i], points[i], margin) != kNone) --i;
    while (j < blocked.size() && FirstMet(points[j], points[j], margin) != kNone) ++j;
    if (Try(points, i, j, from, to, margin)) return true;
    if ((i > 0 || j < blocked.size()) && Try(points, 0, blocked.size(), from, to, margin)) return true;
  }
  return false;
}

bool Detours::Try(std::vector<WorldPoint>& points, std::size_t first, std::size_t last, std::uint32_t from,
                  std::uint32_t to, float margin) {
  const bool at_from = first == 0, at_to = last + 1 == points.size();
  const WorldPoint start = at_from ? Outside(cards_[from], points[first], margin) : points[first];
  const WorldPoint goal = at_to ? Outside(cards_[to], points[last], margin) : points[last];
  // Between bends it goes on as the edge does, or not at all: turning back and turning round again would be a loop.
  const float down = at_from && at_to ? 0.0f : points.back().y > points.front().y ? 1.0f : -1.0f;
  // An end on an upper or lower border needs no point outside it; one at the side keeps it, so that the curve leaves
  // level.
  std::vector<WorldPoint> way;
  for (std::size_t i = 0; i < first + (at_from ? 1 : 0); ++i) way.push_back(points[i]);
  if (!at_from || points.front().x != start.x) way.push_back(start);

  bool there = false;
  WorldPoint here = start;
  for (int legs = 0; !there; ++legs) {
    barrier_count_ = corner_count_ = 0;
    AddCorner(here);
    AddCorner(goal);
    std::size_t at;  // the last corner of the leg whose way is free, from its start
    do {
      if (!FindWay(down)) return false;
      for (std::size_t c = 1; c != 0; c = corners_[c].before) corners_[corners_[c].before].next = c;
      std::uint32_t met = kNone;
      for (at = 0; at != 1; at = corners_[at].next) {
        met = FirstMet(corners_[at].at, corners_[corners_[at].next].at, margin);
        if (met != kNone) break;
      }
      there = met == kNone;
      if (!there) AddBarrier(cards_[met], margin);
    } while (!there && barrier_count_ < kMostBarriers);
    // A long way is found in legs, each of which must come nearer.
    if (!there && (legs == kMostLegs || Distance(corners_[at].at, goal) >= Distance(here, goal))) return false;
    for (std::size_t c = 0; c != at;) {
      c = corners_[c].next;
      if (c != 1) way.push_back(corners_[c].at);
    }
    here = corners_[at].at;
  }
  if (!at_to || points.back().x != goal.x) way.push_back(goal);
  for (std::size_t i = at_to ? last : last + 1; i < points.size(); ++i) way.push_back(points[i]);
  points.swap(way);
  return true;
}

void Detours::AddCorner(WorldPoint at) { corners_[corner_count_++].at = at; }

void Detours::AddBarrier(const WorldRect& card, float margin) {
  barriers_[barrier_count_++] = card.Inflated(margin - kTouch);
  const WorldRect r = card.Inflated(margin);
  for (int side = 0; side < 4; ++side) AddCorner({side % 2 ? r.Right() : r.x, side / 2 ? r.Bottom() : r.y});
}

bool Detours::FindWay(float down) {
  for (std::size_t c = 0; c < corner_count_; ++c) corners_[c].cost = kFar, corners_[c].done = false;
  corners_[0].cost = 0;
  const WorldPoint goal = corners_[1].at;
  for (;;) {
    std::size_t best = 0;
    float least = kFar;
    for (std::size_t c = 0; c < corner_count_; ++c) {
      if (corners_[c].done || corners_[c].cost == kFar) continue;
      const float whole = corners_[c].cost + Distance(corners_[c].at, goal);
      if (whole < least) least = whole, best = c;
    }
    if (least == kFar) return false;
    if (best == 1) return true;
    Corner& here = corners_[best];
    here.done = true;
    for (std::size_t c = 1; c < corner_count_; ++c) {
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
  for (std::size_t i = 0; i < barrier_count_; ++i) {
    ++tests_;
    if (barriers_[i].Intersects(between)) return false;
  }
  return true;
}

std::uint32_t Detours::FirstMet(WorldPoint a, WorldPoint b, float margin) {
  std::uint32_t first = kNone;
  float nearest = kFar;
  FindNear(a, b, margin - kTouch);
  for (const std::uint32_t v : near_) {
    const float distance = Distance(a, cards_[v]);
    if (distance < nearest || (distance == nearest && v < first)) nearest = distance, first = v;
  }
  return first;
}

}  // namespace waymark
