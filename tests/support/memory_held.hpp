// How much a program holds that counts it (counted_memory.hpp), and how often it has asked for some.
#pragma once

#include <cstddef>

namespace waymark {

inline std::size_t bytes_held = 0, most_bytes_held = 0, allocations = 0;

namespace test {

// The most that was held at once while `work` ran, above what was held before.
template <class Work>
std::size_t MostHeldDuring(Work work) {
  const std::size_t before = most_bytes_held = bytes_held;
  work();
  return most_bytes_held - before;
}

}  // namespace test
}  // namespace waymark
