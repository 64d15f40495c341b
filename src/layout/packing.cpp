#include "layout/packing.hpp"

#include <algorithm>

#include "layout/isotonic.hpp"

namespace waymark {
namespace {

std::vector<std::uint32_t> RowsWithin(std::span<const Size> items, float gap, float width) {
  std::vector<std::uint32_t> row(items.size(), 0);
  float right = 0;
  std::uint32_t current = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (right > 0 && right + gap + items[i].w > width) ++current, right = 0;
    right += (right > 0 ? gap : 0) + items[i].w;
    row[i] = current;
  }
  return row;
}

}  // namespace

std::vector<std::uint32_t> ChooseRows(std::span<const Size> items, float gap, float aspect) {
  float widest = 0, total = 0;
  for (const Size& s : items) widest = std::max(widest, s.w), total += s.w + gap;
  // The narrowest shelf that is not too tall, by bisection.
  float low = widest, high = std::max(widest, total);
  for (int step = 0; step < 24 && high - low > 1; ++step) {
    const float middle = (low + high) / 2;
    const Size size = PackRows(items, RowsWithin(items, gap, middle), gap).size;
    (size.w < size.h * aspect ? low : high) = middle;
  }
  return RowsWithin(items, gap, high);
}

Packing PackRows(std::span<const Size> items, std::span<const std::uint32_t> row, float gap) {
  Packing packing;
  packing.top_left.reserve(items.size());
  float x = 0, y = 0, height = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && row[i] != row[i - 1]) x = 0, y += height + gap, height = 0;
    packing.top_left.push_back({x, y});
    packing.size.w = std::max(packing.size.w, x + items[i].w);
    height = std::max(height, items[i].h);
    x += items[i].w + gap;
  }
  packing.size.h = y + height;
  return packing;
}

Packing PackRowsNear(std::span<const Size> items, std::span<const std::uint32_t> row, std::span<const float> middle,
                     std::span<const float> weight, float gap) {
  Packing packing = PackRows(items, row, gap);
  IsotonicFit fit;
  for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
    const auto apart = [&](std::size_t i) { return (items[i - 1].w + items[i].w) / 2 + gap; };
    fit.Clear();
    for (; end < items.size() && row[end] == row[begin]; ++end)
      fit.Add(middle[end], weight[end], end > begin ? apart(end) : 0);
    fit.ForEach([&](std::uint32_t i) { return apart(begin + i); },
                [&](std::uint32_t i, float at) { packing.top_left[begin + i].x = at - items[begin + i].w / 2; });
  }
  return packing;
}

}  // namespace waymark
