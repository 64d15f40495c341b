#include <catch2/catch_test_macros.hpp>

#include "layout/isotonic.hpp"
#include "layout/packing.hpp"

using namespace waymark;

namespace {

std::vector<float> Fitted(const std::vector<float>& wished, float gap) {
  IsotonicFit fit;
  for (const float w : wished) fit.Add(w, 1, gap);
  std::vector<float> places;
  fit.ForEach([gap](std::uint32_t) { return gap; }, [&](std::uint32_t, float at) { places.push_back(at); });
  return places;
}

}  // namespace

TEST_CASE("IsotonicFit_GrantsWishesThatLeaveRoom", "[layout]") {
  CHECK(Fitted({0, 10, 25}, 10) == std::vector<float>{0, 10, 25});
}

TEST_CASE("IsotonicFit_SharesTheLossAmongThoseInTheWay", "[layout]") {
  CHECK(Fitted({0, 0}, 10) == std::vector<float>{-5, 5});
  CHECK(Fitted({0, 20, 20, 60}, 10) == std::vector<float>{0, 15, 25, 60});
}

TEST_CASE("PackRows_StacksRowsWithoutOverlap", "[layout]") {
  const std::vector<Size> items = {{10, 5}, {20, 9}, {30, 4}};
  const std::vector<std::uint32_t> row = {0, 0, 1};
  const Packing packing = PackRows(items, row, 2);
  CHECK(packing.top_left == std::vector<WorldPoint>{{0, 0}, {12, 0}, {0, 11}});
  CHECK(packing.size == Size{32, 15});
}
