// Lines and columns of offsets in a text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.hpp"

namespace waymark {

// Finds places by counting on from the last one: O(text) for any number of them that are asked for in ascending order.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text) : text_(text), line_end_(LineEnd(0)) {}

  // Line and column, both from 1, the column in bytes; its file is left empty.
  Place At(std::size_t offset);

 private:
  std::size_t LineEnd(std::size_t begin) const { return std::min(text_.find('\n', begin), text_.size()); }

  std::string_view text_;
  std::size_t line_begin_ = 0;
  std::size_t line_end_;  // where its line feed is
  std::uint32_t line_ = 1;
};

inline Place PlaceAt(std::string_view text, std::size_t offset) { return PlaceFinder(text).At(offset); }

}  // namespace waymark
