#include <catch2/catch_test_macros.hpp>

#include "layout/detour.hpp"
#include "layout/isotonic.hpp"
#include "layout/packing.hpp"
#include "layout/pinned_cards.hpp"
#include "layout_checks.hpp"

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

TEST_CASE("LeadRound_PassesTheNearerSide", "[layout]") {
  const std::vector<WorldRect> rects = {{-10, 40, 100, 20}};
  const std::vector<std::uint32_t> obstacles = {0};
  std::vector<WorldPoint> points = {{0, 0}, {0, 100}};
  LeadRound(points, rects, obstacles, 7, 8, 4);
  CHECK(points == std::vector<WorldPoint>{{0, 0}, {-14, 36}, {-14, 64}, {0, 100}});
}

TEST_CASE("LeadRound_LeavesAFreeLineAndItsOwnEndsAlone", "[layout]") {
  const std::vector<WorldRect> rects = {{-10, 40, 100, 20}};
  const std::vector<std::uint32_t> obstacles = {0};
  std::vector<WorldPoint> points = {{0, 0}, {0, 50}};
  LeadRound(points, rects, obstacles, 3, 0, 4);
  CHECK(points.size() == 2);
}

TEST_CASE("PinCards_PushesARowAlong", "[layout]") {
  LayeredDrawing drawing;
  for (int i = 0; i < 4; ++i) drawing.nodes.push_back({static_cast<float>(i) * 110, 0, 100, 50});
  drawing.bounds = {0, 0, 430, 50};
  const std::vector<PinnedCard> pinned = {{0, {130, 10}}};
  PinCards(drawing, {}, pinned, 10);
  CHECK(drawing.nodes[0].TopLeft() == WorldPoint{130, 10});
  CHECK(CountOverlaps(drawing.nodes) == 0);
  CHECK(drawing.nodes[1].Right() <= 130);
  CHECK(drawing.nodes[2].x == 240);
  CHECK(drawing.nodes[3].x == 350);
  for (const WorldRect& rect : drawing.nodes) CHECK(drawing.bounds.United(rect) == drawing.bounds);
}
