#include "base/spatial_index.hpp"

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>

namespace waymark {
namespace {

std::vector<WorldRect> RandomRects(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> place(-1000, 1000), size(0.5f, 90);
  std::vector<WorldRect> rects(count);
  for (WorldRect& r : rects) r = {place(random), place(random), size(random), size(random)};
  return rects;
}

template <class Window>
std::set<std::uint32_t> Found(const SpatialIndex& index, const Window& window) {
  std::set<std::uint32_t> found;
  index.Query(window, [&](std::uint32_t item) { CHECK(found.insert(item).second); });
  return found;
}

TEST_CASE("SpatialIndex_FindsWhatAFullSearchFinds") {
  for (const std::size_t count : {0u, 1u, 2u, 15u, 16u, 17u, 256u, 257u, 3000u}) {
    auto rects = RandomRects(count, static_cast<unsigned>(count) + 1);
    if (count > 5) rects[3] = {};  // an empty one is never found
    const SpatialIndex index(rects);
    const auto windows = RandomRects(60, 99);
    for (const WorldRect& window : windows) {
      std::set<std::uint32_t> in_window, at_point;
      for (std::uint32_t i = 0; i < count; ++i) {
        if (!rects[i].Empty() && rects[i].Intersects(window)) in_window.insert(i);
        if (rects[i].Contains(window.TopLeft())) at_point.insert(i);
      }
      CHECK(Found(index, window) == in_window);
      CHECK(Found(index, window.TopLeft()) == at_point);
    }
    CHECK(Found(index, index.Bounds()).size() == count - (count > 5 ? 1 : 0));
  }
}

TEST_CASE("SpatialIndex_SurvivesManyEqualRectangles") {
  const std::vector<WorldRect> rects(1000, WorldRect{5, 5, 10, 10});
  const SpatialIndex index(rects);
  CHECK(Found(index, WorldPoint{6, 6}).size() == 1000);
  CHECK(Found(index, WorldPoint{16, 6}).empty());
}

}  // namespace
}  // namespace waymark
