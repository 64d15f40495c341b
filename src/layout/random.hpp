// The layout's own pseudo-random numbers, with fixed seeds: the same input gives the same drawing on every machine.
// Source: Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003.
#pragma once

#include <cstdint>

namespace waymark {

class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed * 2654435769u | 1u) {}

  std::uint32_t Next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return state_;
  }
  // From 0 to `limit` - 1; `limit` is at least 1.
  std::uint32_t Below(std::uint32_t limit) { return static_cast<std::uint32_t>((std::uint64_t{Next()} * limit) >> 32); }

 private:
  std::uint32_t state_;
};

}  // namespace waymark
