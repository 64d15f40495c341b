#include "layout/pushing.hpp"

#include <algorithm>
#include <bit>
#include <vector>

#include "base/key_sort.hpp"

namespace waymark {
namespace {

constexpr float kTouch = 0.01f;  // less than this is not an overlap
constexpr float kNowhere = -3e38f;

// One function for all three uses, since each brings its code.
void SortBy(std::span<std::uint32_t> items, std::span<const float> keys) {
  KeySorter().Sort(items, [keys](std::uint32_t i) { return keys[i]; });
}

// How far to the right cards reach, for each height. Heights are numbered between all the borders that matter.
class Skyline {
 public:
  Skyline(std::span<const WorldRect> rects, float margin) : begin_(rects.size()), end_(rects.size()) {
    std::vector<float> heights(2 * rects.size());
    std::vector<std::uint32_t> order(heights.size());
    for (std::uint32_t i = 0; i < heights.size(); ++i) {
      order[i] = i;
      heights[i] = i % 2 ? rects[i / 2].Bottom() + margin : rects[i / 2].y - margin;
    }
    SortBy(order, heights);
    std::uint32_t number = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
      if (k > 0 && heights[order[k]] != heights[order[k - 1]]) ++number;
      (order[k] % 2 ? end_ : begin_)[order[k] / 2] = number;
    }
    leaves_ = std::bit_ceil(number + 1);
  }

  void Clear() { reach_.assign(4 * leaves_, kNowhere); }

  // From now on cards reach at least to `x` at the heights of card `v`.
  void Raise(std::uint32_t v, float x) {
    ForCover(v, [&](std::uint32_t node) {
      Everywhere(node) = std::max(Everywhere(node), x);
      for (; node > 0 && Somewhere(node) < x; node /= 2, ++steps_) Somewhere(node) = x;
    });
  }

  // How far they reach at most at those heights.
  float Reach(std::uint32_t v) {
    float reach = kNowhere;
    ForCover(v, [&](std::uint32_t node) { reach = std::max(reach, Somewhere(node)); });
    for (const std::uint32_t leaf : {begin_[v], end_[v] - 1})
      for (std::uint32_t node = leaf + leaves_; node > 0; node /= 2, ++steps_)
        reach = std::max(reach, Everywhere(node));
    return reach;
  }

  std::size_t Steps() const { return steps_; }

 private:
  // The nodes of the tree that together make up the heights of card `v`.
  template <class Visit>
  void ForCover(std::uint32_t v, Visit visit) {
    for (std::uint32_t l = begin_[v] + leaves_, r = end_[v] + leaves_; l < r; l /= 2, r /= 2, ++steps_) {
      if (l % 2) visit(l++);
      if (r % 2) visit(--r);
    }
  }

  // How far they reach at all heights of a node, the root being 1, and at some of them.
  float& Everywhere(std::uint32_t node) { return reach_[node]; }
  float& Somewhere(std::uint32_t node) { return reach_[2 * leaves_ + node]; }

  std::vector<std::uint32_t> begin_, end_;  // of each card, in heights
  std::uint32_t leaves_ = 0;
  std::vector<float> reach_;
  std::size_t steps_ = 0;
};

}  // namespace

std::size_t PushApart(std::span<WorldRect> rects, std::span<const std::uint32_t> fixed, float gap) {
  if (fixed.empty()) return 0;
  float middle = 0;
  std::vector<char> is_fixed(rects.size(), 0);
  for (const std::uint32_t v : fixed) {
    is_fixed[v] = 1;
    middle += rects[v].Center().x / static_cast<float>(fixed.size());
  }
  Skyline skyline(rects, (gap - kTouch) / 2);
  std::vector<float> keys(rects.size());
  for (const bool rightward : {true, false}) {
    // Leftward everything is done in a mirror.
    const auto left = [&](std::uint32_t v) { return rightward ? rects[v].x : -rects[v].Right(); };
    std::vector<std::uint32_t> moving, standing(fixed.begin(), fixed.end());
    for (std::uint32_t v = 0; v < rects.size(); ++v)
      if (!is_fixed[v] && (rects[v].Center().x < middle) != rightward) moving.push_back(v);
    for (std::uint32_t v = 0; v < rects.size(); ++v) keys[v] = left(v);
    SortBy(standing, keys);
    // By right borders: who is nearer to the middle at some height comes first.
    for (std::uint32_t v = 0; v < rects.size(); ++v) keys[v] += rects[v].w;
    SortBy(moving, keys);
    skyline.Clear();
    std::size_t next = 0;
    for (const std::uint32_t v : moving) {
      const float width = rects[v].w;
      float x = left(v);
      // Fixed ones count once somebody comes so far, for all that follow.
      for (bool clear = false; !clear;) {
        for (; next < standing.size() && left(standing[next]) < x + width + gap - kTouch; ++next)
          skyline.Raise(standing[next], left(standing[next]) + rects[standing[next]].w);
        const float free = skyline.Reach(v) + gap;
        clear = free - kTouch <= x;
        if (!clear) rects[v].x = rightward ? free : -free - width, x = free;
      }
      skyline.Raise(v, x + width);
    }
  }
  return skyline.Steps();
}

}  // namespace waymark
