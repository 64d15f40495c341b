#include "view/camera.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

namespace waymark {
namespace {

constexpr Viewport kViewport = {
    .width = 1200, .height = 800, .dpr = 2, .inset_left = 40, .inset_top = 60, .inset_right = 230, .inset_bottom = 20};

bool Inside(const ScreenRect& inner, const ScreenRect& outer) {
  constexpr float kSlack = 0.01f;
  return inner.x >= outer.x - kSlack && inner.y >= outer.y - kSlack && inner.Right() <= outer.Right() + kSlack &&
         inner.Bottom() <= outer.Bottom() + kSlack;
}

float Distance(WorldPoint a, WorldPoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

TEST_CASE("Camera_WorldAndScreenAreInverse") {
  const Camera camera{{310, -45}, 1.7f};
  const ScreenPoint at{123, 456};
  const ScreenPoint back = ToScreen(camera, kViewport, ToWorld(camera, kViewport, at));
  CHECK(back.x == Catch::Approx(at.x).margin(1e-3));
  CHECK(back.y == Catch::Approx(at.y).margin(1e-3));
  CHECK(Distance(VisibleWorld(camera, kViewport).Center(), camera.center) < 1e-3f);
}

TEST_CASE("ZoomedAt_KeepsThePointUnderThePointer") {
  Camera camera{{310, 245}, 1};
  const ScreenPoint at{911, 77};
  const WorldPoint before = ToWorld(camera, kViewport, at);
  for (int i = 0; i < 50; ++i) {
    camera = ZoomedAt(camera, kViewport, at, i < 12 ? 1.17f : i < 36 ? 1 / 1.13f : 1.11f);
    CHECK(Distance(ToWorld(camera, kViewport, at), before) * camera.zoom < 1e-3f * std::max(1.0f, camera.zoom));
  }
}

TEST_CASE("ZoomedAt_StopsAtTheEndsWithoutDrifting") {
  const ScreenPoint at{10, 790};
  for (const float factor : {100.0f, 0.001f}) {
    const Camera end = ZoomedAt({{5, 5}, 1}, kViewport, at, factor);
    CHECK(end.zoom == (factor > 1 ? kMaxZoom : kMinZoom));
    CHECK(ZoomedAt(end, kViewport, at, factor) == end);
  }
}

TEST_CASE("Panned_MovesTheWorldWithThePointer") {
  const Camera camera{{100, 100}, 2};
  const WorldPoint p{7, 9};
  const ScreenPoint before = ToScreen(camera, kViewport, p), after = ToScreen(Panned(camera, {30, -12}), kViewport, p);
  CHECK(after.x - before.x == Catch::Approx(30));
  CHECK(after.y - before.y == Catch::Approx(-12));
}

TEST_CASE("Fitted_LeavesWhatPanelsCover") {
  for (const WorldRect what : {WorldRect{-500, 20, 3000, 800}, WorldRect{0, 0, 200, 9000}, WorldRect{5, 5, 10, 10}}) {
    const Camera camera = Fitted(kViewport, what, 32, 1.25f);
    const ScreenRect clear = kViewport.Clear().Inflated(-32);
    const ScreenRect shown = ToScreen(camera, kViewport, what);
    CHECK(Inside(shown, clear));
    CHECK(camera.zoom <= 1.25f);
    // As large as it can be: it fills one direction unless the largest zoom stops it.
    CHECK((camera.zoom == 1.25f || shown.w > clear.w - 0.1f || shown.h > clear.h - 0.1f));
    CHECK(shown.Center().x == Catch::Approx(clear.Center().x).margin(0.01));
  }
}

TEST_CASE("Fitted_SurvivesAViewportSmallerThanItsPanels") {
  const Camera camera =
      Fitted({.width = 100, .height = 50, .dpr = 1, .inset_left = 90, .inset_right = 90}, {0, 0, 5000, 5000});
  CHECK(camera.zoom == kMinZoom);
  CHECK(std::isfinite(camera.center.x));
}

TEST_CASE("LeastZoom_HoldsAllOfAnyMapInHalfTheClearPart") {
  CHECK(LeastZoom(kViewport, {0, 0, 1000, 1000}) == kUsualMinZoom);
  const ScreenRect clear = kViewport.Clear();
  const WorldRect wide{0, 0, 100'000, 10};
  CHECK(LeastZoom(kViewport, wide) == Catch::Approx(clear.w / 2 / wide.w));
  const Camera out = ZoomedAt({wide.Center(), 0.02f}, kViewport, clear.Center(), 1e-6f, LeastZoom(kViewport, wide));
  CHECK(out.zoom == LeastZoom(kViewport, wide));
  // Nobody who is farther out already is thrown back.
  CHECK(ZoomedAt({wide.Center(), 0.002f}, kViewport, clear.Center(), 0.5f, kUsualMinZoom).zoom == 0.002f);
}

TEST_CASE("Revealing_MovesNoMoreThanItMust") {
  const Camera camera{{0, 0}, 1};
  const ScreenRect clear = kViewport.Clear().Inflated(-48);
  CHECK(Revealing(camera, kViewport, {0, 0, 50, 50}, 48) == camera);

  const WorldRect right{900, 0, 50, 50};
  const Camera moved = Revealing(camera, kViewport, right, 48);
  CHECK(moved.zoom == camera.zoom);
  CHECK(moved.center.y == camera.center.y);
  CHECK(ToScreen(moved, kViewport, right).Right() == Catch::Approx(clear.Right()));

  const WorldRect large{0, 0, 5000, 100};
  CHECK(Inside(ToScreen(Revealing(camera, kViewport, large, 48), kViewport, large), clear));
}

TEST_CASE("Kept_NeverLosesTheMap") {
  const WorldRect bounds{0, 0, 1000, 600};
  for (const float zoom : {0.05f, 1.0f, 6.0f})
    for (const WorldPoint center : {WorldPoint{1e6f, 0}, WorldPoint{-1e6f, -1e6f}, WorldPoint{500, 1e5f}}) {
      const Camera kept = Kept({center, zoom}, kViewport, bounds);
      const ScreenRect shown = ToScreen(kept, kViewport, bounds);
      CHECK(shown.Intersects(kViewport.Clear()));
      CHECK(kept.zoom == zoom);
    }
  const Camera fine{{500, 300}, 1};
  CHECK(Kept(fine, kViewport, bounds) == fine);
  CHECK(Kept({{9e5f, 3}, 1}, kViewport, {}) == Camera{{9e5f, 3}, 1});
}

TEST_CASE("FlightAt_BeginsAndEndsExactlyAndZoomsOutForFarTargets") {
  const Camera from{{0, 0}, 1.5f}, to{{8000, 3000}, 1.2f};
  CHECK(FlightAt(from, to, kViewport, 0) == from);
  CHECK(FlightAt(from, to, kViewport, 1) == to);
  float lowest = from.zoom, travelled = 0;
  for (int i = 1; i < 100; ++i) {
    const Camera now = FlightAt(from, to, kViewport, static_cast<float>(i) / 100);
    lowest = std::min(lowest, now.zoom);
    const float way = Distance(from.center, now.center);
    CHECK(way >= travelled);
    travelled = way;
    // On the straight line.
    CHECK(std::abs(now.center.x * 3000 - now.center.y * 8000) < 8000 * 0.5f);
  }
  CHECK(lowest < 0.5f);
  // Continuous at the ends.
  CHECK(Distance(FlightAt(from, to, kViewport, 0.001f).center, from.center) < 20);
  CHECK(Distance(FlightAt(from, to, kViewport, 0.999f).center, to.center) < 20);
}

TEST_CASE("FlightAt_OnTheSpotIsAnEvenZoom") {
  const Camera from{{10, 10}, 0.5f}, to{{10, 10}, 2};
  CHECK(FlightAt(from, to, kViewport, 0.5f).zoom == Catch::Approx(1));
  CHECK(FlightAt(from, to, kViewport, 0.5f).center == from.center);
}

}  // namespace
}  // namespace waymark
