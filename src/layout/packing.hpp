// Parts that do not hang together, side by side in rows.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.hpp"

namespace waymark {

// The row of each item, filled in the given order as shelves whose whole is about `aspect` times as wide as high.
// O(items × log).
std::vector<std::uint32_t> ChooseRows(std::span<const Size> items, float gap, float aspect);

struct Packing {
  std::vector<WorldPoint> top_left;  // of each item
  Size size;
};

// Items left to right in their rows, rows top to bottom, `gap` apart, from (0, 0). Rows ascend.
Packing PackRows(std::span<const Size> items, std::span<const std::uint32_t> row, float gap);
// The same, but the middle of each item as near to the wished place as the others of its row let it; the heavier an
// item, the less it gives way.
Packing PackRowsNear(std::span<const Size> items, std::span<const std::uint32_t> row, std::span<const float> middle,
                     std::span<const float> weight, float gap);

}  // namespace waymark
