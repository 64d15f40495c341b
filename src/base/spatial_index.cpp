#include "base/spatial_index.hpp"

#include <algorithm>
#include <utility>

#include "base/key_sort.hpp"

namespace waymark {
namespace {

constexpr std::uint32_t kHilbertSide = 1u << 16;

// The distance along the Hilbert curve of order 16 at (x, y), both below kHilbertSide.
std::uint32_t HilbertDistance(std::uint32_t x, std::uint32_t y) {
  std::uint32_t distance = 0;
  for (std::uint32_t s = kHilbertSide / 2; s > 0; s /= 2) {
    const std::uint32_t rx = (x & s) ? 1 : 0, ry = (y & s) ? 1 : 0;
    distance += s * s * ((3 * rx) ^ ry);
    if (ry == 0) {
      if (rx == 1) {
        x = kHilbertSide - 1 - x;
        y = kHilbertSide - 1 - y;
      }
      std::swap(x, y);
    }
  }
  return distance;
}

std::uint32_t Quantised(float value, float low, float size) {
  if (size <= 0) return 0;
  const float scaled = (value - low) / size * static_cast<float>(kHilbertSide - 1);
  return static_cast<std::uint32_t>(std::clamp(scaled, 0.0f, static_cast<float>(kHilbertSide - 1)));
}

}  // namespace

SpatialIndex::SpatialIndex(std::span<const WorldRect> rects) {
  WorldRect bounds;
  for (const WorldRect& r : rects) bounds = bounds.United(r);

  std::vector<std::uint32_t> distance(rects.size(), 0);
  for (std::uint32_t i = 0; i < rects.size(); ++i) {
    if (rects[i].Empty()) continue;
    const WorldPoint c = rects[i].Center();
    distance[i] = HilbertDistance(Quantised(c.x, bounds.x, bounds.w), Quantised(c.y, bounds.y, bounds.h));
    items_.push_back(i);
  }
  KeySorter().Sort(items_, [&](std::uint32_t item) { return distance[item]; });

  item_count_ = static_cast<std::uint32_t>(items_.size());
  boxes_.reserve(items_.size() + items_.size() / (kFanout - 1) + kMaxLevels);
  for (const std::uint32_t item : items_) boxes_.push_back(rects[item]);
  std::uint32_t begin = 0, end = item_count_;
  while (end - begin > 1) {
    for (std::uint32_t first = begin; first < end; first += kFanout) {
      WorldRect box;
      for (std::uint32_t i = first; i < std::min(first + kFanout, end); ++i) box = box.United(boxes_[i]);
      first_child_.push_back(first);
      boxes_.push_back(box);
    }
    begin = end;
    end = static_cast<std::uint32_t>(boxes_.size());
  }
  if (!boxes_.empty()) first_child_.push_back(static_cast<std::uint32_t>(boxes_.size() - 1));
}

}  // namespace waymark
