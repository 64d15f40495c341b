#include "layout/pushing.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <cmath>
#include <vector>

#include "layout/random.hpp"

using namespace waymark;

namespace {

constexpr float kGap = 20;
constexpr float kRounding = 0.05f;

struct Cards {
  std::vector<WorldRect> rects;
  std::vector<std::uint32_t> fixed;
};

// `count` cards of any width and height in rows, a gap or more apart; of them `dragged` are dropped anywhere among
// them.
Cards RandomCards(std::uint32_t count, std::uint32_t dragged, std::uint32_t columns, std::uint32_t seed) {
  Random random(seed);
  Cards cards;
  float x = 0, y = 0, wide = 0;
  for (std::uint32_t v = 0; v < count; ++v) {
    if (v % columns == 0) x = 0, y += 100;
    const auto w = static_cast<float>(40 + random.Below(160)), h = static_cast<float>(30 + random.Below(50));
    cards.rects.push_back({x, y, w, h});
    x += w + kGap + (random.Below(3) == 0 ? static_cast<float>(random.Below(90)) : 0.0f);
    wide = std::max(wide, x);
  }
  for (std::uint32_t i = 0; i < dragged; ++i) {
    const std::uint32_t v = static_cast<std::uint32_t>(std::uint64_t{i} * count / dragged);
    cards.fixed.push_back(v);
    cards.rects[v].x = static_cast<float>(random.Below(static_cast<std::uint32_t>(wide)));
    cards.rects[v].y = static_cast<float>(random.Below(static_cast<std::uint32_t>(y) + 100));
  }
  return cards;
}

bool IsFixed(const Cards& cards, std::size_t v) { return std::ranges::contains(cards.fixed, v); }

}  // namespace

TEST_CASE("PushApart_LeavesAGapRoundEveryCard", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 41)));
  Cards cards = RandomCards(20 + seed * 5, 1 + seed % 6, 4 + seed % 9, seed);
  const std::vector<WorldRect> before = cards.rects;
  PushApart(cards.rects, cards.fixed, kGap);
  for (std::size_t a = 0; a < before.size(); ++a) {
    CHECK(cards.rects[a].y == before[a].y);
    if (IsFixed(cards, a)) CHECK(cards.rects[a] == before[a]);
    for (std::size_t b = a + 1; b < before.size(); ++b)
      if (!IsFixed(cards, a) || !IsFixed(cards, b))
        CHECK_FALSE(cards.rects[a].Inflated(kGap - kRounding).Intersects(cards.rects[b]));
  }
}

TEST_CASE("PushApart_MovesNobodyForNothing", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 21)));
  Cards cards = RandomCards(120, 1, 10, seed);
  const std::vector<WorldRect> before = cards.rects;
  PushApart(cards.rects, cards.fixed, kGap);
  const WorldRect& dragged = cards.rects[cards.fixed.front()];
  for (std::size_t v = 0; v < before.size(); ++v) {
    const WorldRect &was = before[v], &is = cards.rects[v];
    if (is == was) continue;
    // It moves away from the dragged card, and something is in its old place.
    CHECK((is.x > was.x) == (was.Center().x >= dragged.Center().x));
    bool taken = false;
    for (std::size_t other = 0; other < before.size(); ++other)
      taken = taken || (other != v && was.Inflated(kGap).Intersects(cards.rects[other]));
    CHECK(taken);
  }
}

TEST_CASE("PushApart_PushesARowAlongAndKeepsItsOrder", "[layout]") {
  std::vector<WorldRect> rects;
  for (int i = 0; i < 4; ++i) rects.push_back({static_cast<float>(i) * 110, 0, 100, 50});
  rects[0] = {130, 10, 100, 50};
  const std::uint32_t fixed[] = {0};
  PushApart(rects, fixed, 10);
  CHECK(rects[0].TopLeft() == WorldPoint{130, 10});
  CHECK(rects[1].x == 20);
  CHECK(rects[2].x == 240);
  CHECK(rects[3].x == 350);
}

TEST_CASE("PushApart_TakesTheTimeOfSorting", "[layout]") {
  // One row in which everybody is pushed, a square, and a column; few dragged and many.
  for (const bool many : {false, true})
    for (const std::uint32_t shape : {0u, 1u, 2u}) {
      const auto steps = [&](std::uint32_t count) {
        const auto side = static_cast<std::uint32_t>(std::sqrt(count));
        Cards cards = RandomCards(count, many ? count / 4 : 3, shape == 0 ? count : shape == 1 ? side : 1, 7);
        return static_cast<double>(PushApart(cards.rects, cards.fixed, kGap)) / (count * std::log2(count));
      };
      const double small = steps(1000), large = steps(10'000);
      CHECK(small > 0);
      CHECK(large < 1.3 * small);
      CHECK(large < 12);  // each card asks and raises: some four walks of the height of the tree
    }
}
