// The places nearest to wished ones on a line where neighbours keep their order and a distance.
// Source: pooling adjacent violators, Barlow, Bartholomew, Bremner and Brunk, "Statistical Inference under Order
// Restrictions", 1972.
#pragma once

#include <cstdint>
#include <vector>

namespace waymark {

// Takes items from left to right, then says where each stands: the places with the least weighted sum of squared
// distances to the wished ones. O(1) amortised for each item. Keeps its buffers between uses.
class IsotonicFit {
 public:
  void Clear() {
    pools_.clear();
    offset_ = 0;
  }
  // `gap` is the least distance from the item before; not looked at for the first.
  void Add(float wished, float weight, float gap) {
    offset_ = pools_.empty() ? 0 : offset_ + gap;
    pools_.push_back({wished - offset_, weight, 1});
    while (pools_.size() > 1 && pools_[pools_.size() - 2].at > pools_.back().at) {
      const Pool last = pools_.back();
      pools_.pop_back();
      Pool& pool = pools_.back();
      pool.at = (pool.at * pool.weight + last.at * last.weight) / (pool.weight + last.weight);
      pool.weight += last.weight;
      pool.count += last.count;
    }
  }
  // Calls place(i, at) for the items in turn; `gap_of(i)` repeats the gaps given.
  template <class GapOf, class Place>
  void ForEach(GapOf gap_of, Place place) const {
    float offset = 0;
    std::uint32_t i = 0;
    for (const Pool& pool : pools_)
      for (std::uint32_t k = 0; k < pool.count; ++k, ++i) {
        if (i > 0) offset += gap_of(i);
        place(i, pool.at + offset);
      }
  }

 private:
  struct Pool {
    float at;
    float weight;
    std::uint32_t count;
  };
  std::vector<Pool> pools_;
  float offset_ = 0;
};

}  // namespace waymark
