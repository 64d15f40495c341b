// Sorting in a tenth of the code of std::sort, of which every use brings 2 kB into the WebAssembly: for lists that are
// short, or sorted once. Where sorting is felt and the key is a number, key_sort.hpp is as small and quicker than
// either.
#pragma once

#include <cstddef>
#include <functional>
#include <iterator>
#include <ranges>
#include <utility>

namespace waymark {

// Heap sort (Williams, "Algorithm 232", CACM 1964). Equals may change their order. O(n log n), in place.
template <std::ranges::random_access_range Range, class Projection = std::identity>
void CompactSort(Range&& range, Projection projection = {}) {
  const auto items = std::ranges::begin(range);
  const auto less = [&](std::ptrdiff_t a, std::ptrdiff_t b) {
    return std::invoke(projection, items[a]) < std::invoke(projection, items[b]);
  };
  std::ptrdiff_t end = std::ranges::ssize(range);
  for (std::ptrdiff_t start = end / 2; end > 1;) {
    if (start > 0) {
      --start;
    } else {
      --end;
      std::ranges::iter_swap(items, items + end);
    }
    for (std::ptrdiff_t root = start, child; (child = 2 * root + 1) < end; root = child) {
      if (child + 1 < end && less(child, child + 1)) ++child;
      if (!less(root, child)) break;
      std::ranges::iter_swap(items + root, items + child);
    }
  }
}

// Insertion sort. Equals keep their order. O(n^2): for a few hundred.
template <std::ranges::random_access_range Range, class Projection = std::identity>
void CompactStableSort(Range&& range, Projection projection = {}) {
  const auto items = std::ranges::begin(range);
  for (std::ptrdiff_t i = 1; i < std::ranges::ssize(range); ++i) {
    for (std::ptrdiff_t j = i; j > 0 && std::invoke(projection, items[j]) < std::invoke(projection, items[j - 1]);
         --j) {
      std::ranges::iter_swap(items + j, items + j - 1);
    }
  }
}

}  // namespace waymark
