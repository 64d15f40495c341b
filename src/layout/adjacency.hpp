// Lists of numbers, one list a row, in two flat arrays (compressed sparse rows).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace waymark {

struct Adjacency {
  std::vector<std::uint32_t> begin;  // rows + 1
  std::vector<std::uint32_t> item;

  std::span<const std::uint32_t> operator[](std::uint32_t row) const {
    return {item.data() + begin[row], item.data() + begin[row + 1]};
  }
  std::span<std::uint32_t> Row(std::uint32_t row) { return {item.data() + begin[row], item.data() + begin[row + 1]}; }
  std::uint32_t Count(std::uint32_t row) const { return begin[row + 1] - begin[row]; }
};

// Sorts 0..count-1 into rows: `row_of(i)` names the row of i, and rows hold `item_of(i)` in ascending order of i.
// O(rows + count).
template <class RowOf, class ItemOf>
Adjacency GroupByRow(std::uint32_t rows, std::uint32_t count, RowOf row_of, ItemOf item_of) {
  Adjacency result;
  result.begin.assign(rows + 1u, 0);
  result.item.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) ++result.begin[row_of(i) + 1u];
  for (std::uint32_t r = 0; r < rows; ++r) result.begin[r + 1] += result.begin[r];
  std::vector<std::uint32_t> next(result.begin.begin(), result.begin.end() - 1);
  for (std::uint32_t i = 0; i < count; ++i) result.item[next[row_of(i)]++] = item_of(i);
  return result;
}

}  // namespace waymark
