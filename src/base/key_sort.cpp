#include "base/key_sort.hpp"

#include <utility>

namespace waymark {
namespace {

constexpr std::size_t kShort = 64;  // up to here insertion is quicker than counting digits
constexpr std::size_t kDigits = 4, kRadix = 256;

std::size_t DigitOf(std::uint64_t pair, std::size_t digit) { return pair >> (32 + 8 * digit) & (kRadix - 1); }

void InsertionSort(std::span<std::uint64_t> pairs) {
  for (std::size_t i = 1; i < pairs.size(); ++i) {
    const std::uint64_t pair = pairs[i];
    std::size_t to = i;
    for (; to > 0 && pairs[to - 1] >> 32 > pair >> 32; --to) pairs[to] = pairs[to - 1];
    pairs[to] = pair;
  }
}

}  // namespace

// From the last digit to the first, each pass stable: Knuth, "The Art of Computer Programming" 3, 5.2.5, algorithm R.
void KeySorter::SortPairs() {
  if (pairs_.size() <= kShort) return InsertionSort(pairs_);
  std::uint32_t count[kDigits][kRadix] = {};
  for (const std::uint64_t pair : pairs_)
    for (std::size_t digit = 0; digit < kDigits; ++digit) ++count[digit][DigitOf(pair, digit)];
  scratch_.resize(pairs_.size());
  for (std::size_t digit = 0; digit < kDigits; ++digit) {
    if (count[digit][DigitOf(pairs_[0], digit)] == pairs_.size()) continue;  // all alike
    std::uint32_t before = 0;
    for (std::uint32_t& n : count[digit]) before += std::exchange(n, before);
    for (const std::uint64_t pair : pairs_) scratch_[count[digit][DigitOf(pair, digit)]++] = pair;
    std::swap(pairs_, scratch_);
  }
}

}  // namespace waymark
