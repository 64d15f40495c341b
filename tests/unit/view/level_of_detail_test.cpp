#include "view/level_of_detail.hpp"

#include <catch2/catch_test_macros.hpp>

#include "view/camera.hpp"

namespace waymark {
namespace {

TEST_CASE("ChooseDetail_NamesTheLevelOfAZoom") {
  CHECK(ChooseDetail(0.2f).detail == Detail::kFar);
  CHECK(ChooseDetail(0.5f).detail == Detail::kCompact);
  CHECK(ChooseDetail(1).detail == Detail::kMid);
  CHECK(ChooseDetail(2).detail == Detail::kNear);
  CHECK(ChooseDetail(5).detail == Detail::kClose);
}

TEST_CASE("ChooseDetail_PromisesTheSmallestZoomOfItsLevel") {
  for (float zoom = kMaxZoom; zoom > kMinZoom; zoom *= 0.97f) {
    const LevelOfDetail level = ChooseDetail(zoom);
    CHECK(SmallestZoom(level) <= zoom);
    if (level.detail == Detail::kFar) CHECK(zoom < SmallestZoom(level) * kFarStep * 1.0001f);
  }
}

TEST_CASE("ChooseDetail_DoesNotFlickerAtABoundary") {
  for (const float boundary : {kCompactZoom, kMidZoom, kNearZoom, kCloseZoom, kCompactZoom / kFarStep}) {
    LevelOfDetail level = ChooseDetail(boundary * 1.03f);
    const LevelOfDetail first = level;
    int changes = 0;
    for (int i = 0; i < 20; ++i) {
      const LevelOfDetail next = ChooseDetail(boundary * (i % 2 == 0 ? 0.97f : 1.03f), level);
      changes += next != level ? 1 : 0;
      level = next;
    }
    CHECK(changes == 0);
    // Well beyond it the level does change, both ways.
    const LevelOfDetail below = ChooseDetail(boundary * 0.9f, level);
    CHECK(below == ChooseDetail(boundary * 0.9f));
    CHECK(below != first);
    CHECK(ChooseDetail(boundary * 1.1f, below) == first);
  }
}

}  // namespace
}  // namespace waymark
