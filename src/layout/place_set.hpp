// A set of small numbers that is walked in order, 64 at a time where there are none.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace waymark {

class PlaceSet {
 public:
  // Numbers below `count`: all of them, or none.
  PlaceSet(std::uint32_t count, bool all) : words_(count / 64 + 1, all ? ~std::uint64_t{0} : 0) {}

  void Add(std::uint32_t place) { words_[place / 64] |= std::uint64_t{1} << (place % 64); }
  void Clear() { std::ranges::fill(words_, 0); }
  // The first that is in this set or the other, from `from` on; `end` when there is none before it. Both hold as many
  // numbers, and `end` is none beyond them.
  std::uint32_t NextOfEither(const PlaceSet& other, std::uint32_t from, std::uint32_t end) const {
    if (from >= end) return end;
    std::uint32_t w = from / 64;
    std::uint64_t word = (words_[w] | other.words_[w]) & ~std::uint64_t{0} << (from % 64);
    while (word == 0) {
      if (++w * 64 >= end) return end;
      word = words_[w] | other.words_[w];
    }
    return std::min(end, w * 64 + static_cast<std::uint32_t>(std::countr_zero(word)));
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace waymark
