#include "base/key_sort.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <vector>

#include "support/random.hpp"

namespace waymark {
namespace {

std::vector<std::uint32_t> Shuffled(test::Random& random, std::uint32_t count) {
  std::vector<std::uint32_t> items(count);
  for (std::uint32_t i = 0; i < count; ++i) items[i] = i;
  random.Shuffle(std::span(items));
  return items;
}

}  // namespace

TEST_CASE("KeySorter_SortsStablyAsTheStandardLibraryDoes") {
  test::Random random(41);
  KeySorter sorter;
  for (const std::uint32_t count : {0u, 1u, 2u, 63u, 64u, 65u, 300u, 2000u}) {
    // Few different keys, so that equals meet; some need one digit, some all four.
    for (const std::uint32_t largest : {1u, 7u, 255u, 70'000u, std::numeric_limits<std::uint32_t>::max()}) {
      std::vector<std::uint32_t> key(count);
      for (std::uint32_t& k : key) k = static_cast<std::uint32_t>(random.Next()) % largest;
      auto items = Shuffled(random, count), wanted = items;
      sorter.Sort(items, [&](std::uint32_t i) { return key[i]; });
      std::ranges::stable_sort(wanted, {}, [&](std::uint32_t i) { return key[i]; });
      REQUIRE(items == wanted);
    }
  }
}

TEST_CASE("KeySorter_OrdersFloatsAsNumbersWithBothZerosEqual") {
  test::Random random(42);
  KeySorter sorter;
  for (const std::uint32_t count : {40u, 400u}) {
    std::vector<float> key = {0.0f,
                              -0.0f,
                              std::numeric_limits<float>::infinity(),
                              -std::numeric_limits<float>::infinity(),
                              std::numeric_limits<float>::denorm_min(),
                              -1e-30f,
                              3e38f,
                              -3e38f};
    while (key.size() < count) key.push_back((static_cast<float>(random.Below(2001)) - 1000) / 8);
    auto items = Shuffled(random, count), wanted = items;
    sorter.Sort(items, [&](std::uint32_t i) { return key[i]; });
    std::ranges::stable_sort(wanted, {}, [&](std::uint32_t i) { return key[i]; });
    CHECK(items == wanted);
  }
}

}  // namespace waymark
