// Which rectangles are at a point or in a window: a static packed R-tree, filled along the Hilbert curve.
//
// Source: Kamel and Faloutsos, "On Packing R-trees", CIKM 1993.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.hpp"

namespace waymark {

class SpatialIndex {
 public:
  SpatialIndex() = default;
  // Items are known by their position in `rects`. Empty rectangles are left out. O(n log n).
  explicit SpatialIndex(std::span<const WorldRect> rects);

  // Calls visit(item) for each item whose rectangle intersects `window` (touching is not enough), in no order that
  // means anything but always the same. Allocates nothing. O(log n + found) on maps.
  template <class Visit>
  void Query(const WorldRect& window, Visit&& visit) const {
    Search([&](const WorldRect& r) { return r.Intersects(window); }, visit);
  }
  // The same for those that contain `p`.
  template <class Visit>
  void Query(WorldPoint p, Visit&& visit) const {
    Search([&](const WorldRect& r) { return r.Contains(p); }, visit);
  }

  WorldRect Bounds() const { return boxes_.empty() ? WorldRect{} : boxes_.back(); }

 private:
  static constexpr std::uint32_t kFanout = 16;
  static constexpr std::size_t kMaxLevels = 9;  // 16^8 ≥ 2^32 items, and the root

  template <class Wanted, class Visit>
  void Search(Wanted&& wanted, Visit& visit) const {
    if (boxes_.empty()) return;
    std::array<std::uint32_t, kFanout * kMaxLevels> open;  // every level leaves fewer than kFanout siblings waiting
    std::size_t count = 0;
    open[count++] = static_cast<std::uint32_t>(boxes_.size() - 1);
    while (count > 0) {
      const std::uint32_t box = open[--count];
      if (!wanted(boxes_[box])) continue;
      if (box < item_count_) {
        visit(items_[box]);
        continue;
      }
      const std::uint32_t first = first_child_[box - item_count_];
      const std::uint32_t end = first_child_[box - item_count_ + 1];
      for (std::uint32_t child = end; child > first; --child) open[count++] = child - 1;
    }
  }

  // Items first (in Hilbert order), then each level of parents; the root is last. The children of parent p (counted
  // from item_count_) are boxes first_child_[p] to first_child_[p + 1].
  std::vector<WorldRect> boxes_;
  std::vector<std::uint32_t> items_;
  std::vector<std::uint32_t> first_child_;
  std::uint32_t item_count_ = 0;
};

}  // namespace waymark
