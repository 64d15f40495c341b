// Decimal text to binary floating point.
#pragma once

#include <cstddef>
#include <string_view>

namespace waymark {

struct ReadDecimal {
  double value = 0;
  std::size_t length = 0;  // of the number at the start of the text; 0 when there is none
};

// The number that `text` begins with, as JSON and C write one in decimal (a sign, digits, a point, an exponent),
// rounded to the nearest double, half to even; too large a one is infinite. O(length) for what has up to 15 digits,
// else O(length^2) with at most kMaxDecimalDigits digits looked at singly.
ReadDecimal ReadDecimalPrefix(std::string_view text);

// Digits beyond these can't change the nearest double: the longest number that lies half-way between two has 767.
inline constexpr std::size_t kMaxDecimalDigits = 800;

}  // namespace waymark
