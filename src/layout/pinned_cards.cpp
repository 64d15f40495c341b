#include "layout/pinned_cards.hpp"

#include <algorithm>
#include <cmath>

#include "base/key_sort.hpp"
#include "layout/detour.hpp"

namespace waymark {
namespace {

constexpr float kTouch = 0.01f;  // less than this is not an overlap

class Pusher {
 public:
  Pusher(std::vector<WorldRect>& rects, std::span<const PinnedCard> pinned, float gap) : rects_(rects), gap_(gap) {
    std::vector<char> fixed(rects.size(), 0);
    for (const PinnedCard& card : pinned) {
      WorldRect& rect = rects[card.node];
      rect.x = card.top_left.x, rect.y = card.top_left.y;
      fixed[card.node] = 1;
      placed_.push_back(card.node);
      middle_ += rect.Center().x / static_cast<float>(pinned.size());
    }
    for (std::uint32_t v = 0; v < rects.size(); ++v)
      if (!fixed[v]) (rects[v].Center().x < middle_ ? left_ : right_).push_back(v);
  }

  // Nodes right of the middle only ever move right, from the middle outward, and the others left, so no two of them meet
  // that did not before.
  void Push() {
    KeySorter sorter;
    sorter.Sort(right_, [this](std::uint32_t v) { return rects_[v].x; });
    sorter.Sort(left_, [this](std::uint32_t v) { return -rects_[v].Right(); });
    const std::size_t pinned = placed_.size();
    for (const std::uint32_t v : right_) PushOne(v, true);
    placed_.resize(pinned);
    for (const std::uint32_t v : left_) PushOne(v, false);
  }

 private:
  void PushOne(std::uint32_t v, bool rightward) {
    WorldRect& rect = rects_[v];
    for (bool clear = false; !clear;) {
      clear = true;
      for (const std::uint32_t other : placed_) {
        if (!rect.Inflated(gap_ - kTouch).Intersects(rects_[other])) continue;
        const float x = rightward ? rects_[other].Right() + gap_ : rects_[other].x - gap_ - rect.w;
        if (rightward ? x <= rect.x : x >= rect.x) continue;
        rect.x = x;
        clear = false;
      }
    }
    placed_.push_back(v);
  }

  std::vector<WorldRect>& rects_;
  float gap_;
  float middle_ = 0;
  std::vector<std::uint32_t> placed_, left_, right_;
};

}  // namespace

void PinCards(LayeredDrawing& drawing, std::span<const LayeredEdge> edges, std::span<const PinnedCard> pinned, float gap) {
  if (pinned.empty()) return;
  const std::vector<WorldRect> before = drawing.nodes;
  Pusher(drawing.nodes, pinned, gap).Push();

  std::vector<char> is_pinned(before.size(), 0);
  for (const PinnedCard& card : pinned) is_pinned[card.node] = 1;
  std::vector<std::uint32_t> all, moved;
  for (std::uint32_t v = 0; v < before.size(); ++v) {
    all.push_back(v);
    if (drawing.nodes[v] != before[v]) moved.push_back(v);
  }
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const auto [from, to, weight] = edges[e];
    std::vector<WorldPoint>& points = drawing.edges[e];
    const WorldVector start = drawing.nodes[from].TopLeft() - before[from].TopLeft();
    const WorldVector end = drawing.nodes[to].TopLeft() - before[to].TopLeft();
    if (from == to) {
      for (WorldPoint& p : points) p = p + start;
      continue;
    }
    const bool redrawn = start != WorldVector{} || end != WorldVector{};
    if (redrawn) {
      points.front() = points.front() + start;
      points.back() = points.back() + end;
      // Bends lead past cards that a dragged one no longer stands between.
      if (is_pinned[from] || is_pinned[to]) points = {points.front(), points.back()};
    }
    LeadRound(points, drawing.nodes, redrawn ? all : moved, from, to, gap / 2);
  }

  for (const WorldRect& rect : drawing.nodes) drawing.bounds = drawing.bounds.United(rect);
  for (const auto& points : drawing.edges)
    for (const WorldPoint& p : points) {
      const float left = std::min(drawing.bounds.x, p.x), top = std::min(drawing.bounds.y, p.y);
      drawing.bounds = {left, top, std::max(drawing.bounds.Right(), p.x) - left, std::max(drawing.bounds.Bottom(), p.y) - top};
    }
}

}  // namespace waymark
