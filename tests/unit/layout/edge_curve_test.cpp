#include "layout/edge_curve.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace waymark;

namespace {

std::vector<WorldPoint> Curve(std::vector<WorldPoint> points) { return SmoothCurve(points); }

}  // namespace

TEST_CASE("SmoothCurve_FlowsUprightThroughEveryPointOnItsWay", "[layout]") {
  CHECK(Curve({{0, 0}, {50, 100}, {50, 160}}) ==
        std::vector<WorldPoint>{{0, 0}, {0, 50}, {50, 50}, {50, 100}, {50, 130}, {50, 130}, {50, 160}});
  CHECK(Curve({{0, 100}, {50, 0}}) == std::vector<WorldPoint>{{0, 100}, {0, 50}, {50, 50}, {50, 0}});
}

TEST_CASE("SmoothCurve_TurnsBackLevel", "[layout]") {
  const auto curve = Curve({{0, 0}, {60, 80}, {100, 40}});
  CHECK(curve[1] == WorldPoint{0, 40});
  CHECK(curve[2] == WorldPoint{30, 80});
  CHECK(curve[4] == WorldPoint{80, 80});
  CHECK(curve[5] == WorldPoint{100, 60});
}

TEST_CASE("SmoothCurve_LeavesTheSideOfACardLevel", "[layout]") {
  CHECK(Curve({{0, 0}, {90, 0}}) == std::vector<WorldPoint>{{0, 0}, {45, 0}, {45, 0}, {90, 0}});
  const auto curve = Curve({{0, 0}, {10, 0}, {90, 40}, {100, 40}});
  for (std::size_t i = 0; i + 1 < curve.size(); i += 3) {
    CHECK(curve[i + 1].y == curve[i].y);
    CHECK(curve[i + 2].y == curve[i + 3].y);
  }
}

TEST_CASE("SmoothCurve_HasNoKinkAtACorner", "[layout]") {
  const auto curve = Curve({{0, 0}, {0, 100}, {80, 100}});
  const WorldVector in = curve[3] - curve[2], out = curve[4] - curve[3];
  CHECK(in == out);
  CHECK(in.x > 0);
  CHECK(in.y > 0);
}

TEST_CASE("SmoothCurve_NeedsTwoPoints", "[layout]") {
  CHECK(Curve({}).empty());
  CHECK(Curve({{1, 2}}).empty());
}
