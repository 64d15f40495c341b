#include "layout/pinned_cards.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <set>

#include "layout_checks.hpp"

using namespace waymark;

namespace {

constexpr float kGap = 28;

// A level of a map as it is drawn before anything is dragged.
struct Level {
  SampleGraph graph;
  LayeredDrawing drawing;

  Level(std::uint32_t nodes, std::uint32_t edges, std::uint32_t seed) : graph(MakeSampleGraph(nodes, edges, seed)) {
    const LayeredOptions options{.quality = LayoutQuality::kFast, .node_gap = kGap, .layer_gap = 48, .aspect = 1.35f};
    LayerOrder order = OrderLayers(nodes, graph.sizes, graph.edges, options);
    AnchorLayers(order, graph.sizes, graph.edges, options);
    drawing = PlaceLayers(order, graph.sizes, graph.edges, options);
  }
  LayeredDrawing Pinned(const std::vector<PinnedCard>& pinned) const {
    LayeredDrawing result = drawing;
    PinCards(result, graph.edges, pinned, kGap);
    return result;
  }
};

// Drops `count` cards anywhere on the drawing or a little beside it, no two of them nearer than a gap to each other.
std::vector<PinnedCard> RandomDrags(const Level& level, std::uint32_t count, Random& random) {
  const WorldRect& bounds = level.drawing.bounds;
  std::vector<PinnedCard> pinned;
  std::vector<WorldRect> dropped;
  std::set<std::uint32_t> nodes;
  for (int attempt = 0; pinned.size() < count && attempt < 200; ++attempt) {
    const std::uint32_t node = random.Below(level.graph.NodeCount());
    const auto within = [&](float low, float size) {
      return low - 150 + static_cast<float>(random.Below(static_cast<std::uint32_t>(size) + 300));
    };
    const WorldPoint at{within(bounds.x, bounds.w), within(bounds.y, bounds.h)};
    const WorldRect rect{at.x, at.y, level.graph.sizes[node].w, level.graph.sizes[node].h};
    const auto near = [&](const WorldRect& other) { return other.Inflated(kGap).Intersects(rect); };
    if (std::ranges::any_of(dropped, near)) continue;
    if (!nodes.insert(node).second) continue;
    dropped.push_back(rect);
    pinned.push_back({node, at});
  }
  return pinned;
}

// Where an edge turns back both across and up or down, a curve would have a loop or a cusp.
bool Reverses(std::span<const WorldPoint> points) {
  for (std::size_t i = 0; i + 2 < points.size(); ++i) {
    const WorldVector a = points[i + 1] - points[i], b = points[i + 2] - points[i + 1];
    if (a.x * b.x <= 0 && a.y * b.y <= 0 && a.x * b.x + a.y * b.y < 0) return true;
  }
  return false;
}

void CheckDrags(const Level& level, std::uint32_t drags, Random& random) {
  const std::vector<PinnedCard> pinned = RandomDrags(level, drags, random);
  const LayeredDrawing after = level.Pinned(pinned);
  CHECK(SameDrawing(after, level.Pinned(pinned)));
  CHECK(CountOverlaps(after.nodes) == 0);
  for (const PinnedCard& card : pinned) CHECK(after.nodes[card.node].TopLeft() == card.top_left);
  CHECK(CountLooseEnds(after, level.graph.edges) == 0);
  for (std::size_t e = 0; e < level.graph.edges.size(); ++e) {
    const LayeredEdge& edge = level.graph.edges[e];
    const auto &was = level.drawing.edges[e], &is = after.edges[e];
    bool through = false, in_the_way = false;
    for (std::uint32_t v = 0; v < after.nodes.size(); ++v) {
      if (v == edge.from || v == edge.to) {
        in_the_way = in_the_way || after.nodes[v] != level.drawing.nodes[v];
        continue;
      }
      through = through || CurveEnters(is, after.nodes[v]);
      in_the_way = in_the_way || CurveEnters(was, after.nodes[v].Inflated(3));
    }
    CHECK_FALSE(through);
    CHECK_FALSE(Reverses(is));
    if (!in_the_way) CHECK(is == was);
  }
}

}  // namespace

TEST_CASE("PinCards_KeepsCardsAndEdgesApart", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 31)));
  Random random(seed * 7919);
  const Level small(12, 14, seed), medium(30, 36, seed), large(60, 80, seed);
  for (const Level* level : {&small, &medium, &large})
    for (std::uint32_t drags = 1; drags <= 4; ++drags) CheckDrags(*level, drags, random);
}

TEST_CASE("PinCards_KeepsLongEdgesApartFromHundredsOfCards", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 4)));
  const Level level(300, 380, seed);
  Random random(seed);
  CheckDrags(level, 1, random);
  CheckDrags(level, 6, random);
}

TEST_CASE("PinCards_ChangesNothingWhereNothingIsDragged", "[layout]") {
  const Level level(60, 80, 3);
  CHECK(SameDrawing(level.Pinned({}), level.drawing));
  // Nor where a card is dropped where it stood.
  CHECK(SameDrawing(level.Pinned({{7, level.drawing.nodes[7].TopLeft()}}), level.drawing));
}

TEST_CASE("PinCards_DrawsEdgesFromTheBordersThatFaceEachOther", "[layout]") {
  LayeredDrawing drawing;
  drawing.nodes = {{0, 0, 100, 50}, {0, 100, 100, 50}};
  drawing.edges = {{{50, 50}, {50, 100}}};
  const std::vector<LayeredEdge> edges = {{0, 1}};
  const auto dropped_at = [&](WorldPoint at) {
    LayeredDrawing after = drawing;
    PinCards(after, edges, std::vector<PinnedCard>{{1, at}}, kGap);
    return after.edges.front();
  };
  CHECK(dropped_at({300, 200}) == std::vector<WorldPoint>{{50, 50}, {350, 200}});
  CHECK(dropped_at({300, -200}) == std::vector<WorldPoint>{{50, 0}, {350, -150}});
  CHECK(dropped_at({300, 10}) == std::vector<WorldPoint>{{100, 30}, {300, 30}});
  CHECK(dropped_at({-300, -10}) == std::vector<WorldPoint>{{0, 20}, {-200, 20}});
  // Hardly beside each other: level out of one and into the other.
  const auto slanting = dropped_at({300, 45});
  REQUIRE(slanting.size() == 4);
  CHECK(slanting[0].y == slanting[1].y);
  CHECK(slanting[2].y == slanting[3].y);
}

TEST_CASE("PinCards_LeavesAnEdgeWhoseEndIsShutIn", "[layout]") {
  LayeredDrawing drawing;
  drawing.nodes = {{0, 0, 100, 50},    {0, 300, 100, 50},  {900, 0, 160, 30},
                   {900, 40, 160, 30}, {900, 80, 30, 160}, {1000, 0, 30, 160}};
  drawing.edges = {{{50, 50}, {50, 300}}};
  const std::vector<LayeredEdge> edges = {{0, 1}};
  // Four dragged cards stand round the first, itself dragged, like a frame and touch each other.
  const std::vector<PinnedCard> frame = {
      {0, {0, 0}}, {2, {-30, -40}}, {3, {-30, 60}}, {4, {-31, -50}}, {5, {101, -50}}};
  LayeredDrawing after = drawing;
  PinCards(after, edges, frame, kGap);
  CHECK(after.nodes[0] == WorldRect{0, 0, 100, 50});
  CHECK(after.edges.front() == drawing.edges.front());
}

TEST_CASE("PinCards_CountsWhatRoutingTakes", "[layout]") {
  // A hundred of a thousand cards dropped at random: the edges of a tenth of the level are drawn anew.
  const Level level(1000, 1200, 5);
  Random random(9);
  LayeredDrawing after = level.drawing;
  const PinSteps steps = PinCards(after, level.graph.edges, RandomDrags(level, 100, random), kGap);
  CHECK(steps.routing > 0);
  CHECK(steps.routing < kMostRoutingSteps + 10'000'000);
  CHECK(CountOverlaps(after.nodes) == 0);
}
