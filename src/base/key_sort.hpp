// Sorting numbers by a key of 32 bits: equals stay in their order, time grows with their count alone, and one piece of
// code serves every use, where each std::sort brings 2 kB into the WebAssembly and each std::stable_sort 5 kB.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace waymark {

// Keeps its buffers between uses. To sort by several keys, sort by the least important first.
class KeySorter {
 public:
  // Ascending by `key_of(item)`, a std::uint32_t or a float that is a number. O(items).
  template <class KeyOf>
  void Sort(std::span<std::uint32_t> items, KeyOf key_of) {
    if (items.size() < 2) return;
    pairs_.resize(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) pairs_[i] = std::uint64_t{Bits(key_of(items[i]))} << 32 | items[i];
    SortPairs();
    for (std::size_t i = 0; i < items.size(); ++i) items[i] = static_cast<std::uint32_t>(pairs_[i]);
  }

 private:
  static std::uint32_t Bits(std::uint32_t key) { return key; }
  // Ordered as the numbers are, with both zeros the same.
  static std::uint32_t Bits(float key) {
    const auto bits = std::bit_cast<std::uint32_t>(key + 0.0f);
    return bits >> 31 ? ~bits : bits | 0x80000000u;
  }
  // By their upper halves.
  void SortPairs();

  std::vector<std::uint64_t> pairs_, scratch_;
};

}  // namespace waymark
