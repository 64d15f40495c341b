#include "layout/place_set.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "layout/random.hpp"

using namespace waymark;

TEST_CASE("PlaceSet_FindsWhatIsNextInEither", "[layout]") {
  constexpr std::uint32_t kCount = 300;
  Random random(3);
  for (int round = 0; round < 20; ++round) {
    PlaceSet a(kCount, false), b(kCount, false);
    std::set<std::uint32_t> held;
    for (int i = 0; i < round; ++i) {
      const std::uint32_t place = random.Below(kCount);
      (i % 2 == 0 ? a : b).Add(place);
      held.insert(place);
    }
    for (std::uint32_t from = 0; from <= kCount; ++from)
      for (const std::uint32_t end : {64u, 65u, kCount}) {
        const auto next = held.lower_bound(from);
        REQUIRE(a.NextOfEither(b, from, end) == (next == held.end() ? end : std::min(end, *next)));
      }
  }
}

TEST_CASE("PlaceSet_HoldsAllOrNone", "[layout]") {
  PlaceSet all(100, true), none(100, false);
  CHECK(all.NextOfEither(none, 99, 100) == 99);
  all.Clear();
  CHECK(all.NextOfEither(none, 0, 100) == 100);
}
