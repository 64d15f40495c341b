#include "layout/layered_layout.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "layout_checks.hpp"

using namespace waymark;

namespace {

constexpr LayoutQuality kQualities[] = {LayoutQuality::kFast, LayoutQuality::kBalanced, LayoutQuality::kBest};

void CheckDrawing(const SampleGraph& graph, const LayeredOptions& options, bool acyclic) {
  const LayeredDrawing drawing = LayOut(graph.sizes, graph.edges, options);
  REQUIRE(drawing.nodes.size() == graph.sizes.size());
  REQUIRE(drawing.edges.size() == graph.edges.size());
  for (std::size_t v = 0; v < graph.sizes.size(); ++v)
    REQUIRE(Size{drawing.nodes[v].w, drawing.nodes[v].h} == graph.sizes[v]);
  CHECK(CountOverlaps(drawing.nodes) == 0);
  CHECK(CountEdgesThroughNodes(drawing, graph.edges) == 0);
  CHECK(CountLooseEnds(drawing, graph.edges) == 0);
  if (acyclic) CHECK(CountRising(drawing, graph.edges) == 0);
  CHECK(SameDrawing(drawing, LayOut(graph.sizes, graph.edges, options)));
  for (const WorldRect& rect : drawing.nodes) CHECK(drawing.bounds.United(rect) == drawing.bounds);
}

}  // namespace

TEST_CASE("LayOut_KeepsNodesApartAndEdgesDownAndClear", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 25)));
  const std::uint32_t nodes = 2 + seed * 3;
  const std::uint32_t edges = nodes * (seed % 4 + 2) / 3;
  const SampleGraph graph = MakeSampleGraph(nodes, edges, seed);
  for (const LayoutQuality quality : kQualities)
    for (const float aspect : {0.0f, 1.4f}) CheckDrawing(graph, {.quality = quality, .aspect = aspect}, true);
}

TEST_CASE("LayOut_DrawsCyclicGraphs", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(100, 112)));
  CheckDrawing(MakeSampleGraph(30, 60, seed, true), {}, false);
}

TEST_CASE("LayOut_KeepsTheGapsAskedFor", "[layout]") {
  const SampleGraph graph = MakeSampleGraph(40, 60, 7);
  const LayeredOptions options{.node_gap = 33, .layer_gap = 51};
  const LayeredDrawing drawing = LayOut(graph.sizes, graph.edges, options);
  for (const WorldRect& a : drawing.nodes)
    for (const WorldRect& b : drawing.nodes) {
      if (&a == &b) continue;
      const float across = std::max(a.x - b.Right(), b.x - a.Right()),
                  down = std::max(a.y - b.Bottom(), b.y - a.Bottom());
      CHECK((across >= 33 - 0.01f || down >= 33 - 0.01f));
    }
  for (const LayeredEdge& e : graph.edges) CHECK(drawing.nodes[e.to].y - drawing.nodes[e.from].Bottom() >= 51 - 0.01f);
}

TEST_CASE("LayOut_AcceptsTheSmallestGraphs", "[layout]") {
  CHECK(LayOut({}, {}, {}).nodes.empty());
  const std::vector<Size> one = {{80, 30}};
  CHECK(LayOut(one, {}, {}).nodes[0] == WorldRect{0, 0, 80, 30});
  const std::vector<LayeredEdge> loop = {{0, 0, 1}};
  const LayeredDrawing looped = LayOut(one, loop, {});
  CHECK(CountLooseEnds(looped, loop) == 0);
  const std::vector<Size> two = {{80, 30}, {50, 40}};
  const std::vector<LayeredEdge> twice = {{0, 1, 1}, {0, 1, 1}, {1, 1, 1}};
  const LayeredDrawing doubled = LayOut(two, twice, {});
  CHECK(CountLooseEnds(doubled, twice) == 0);
  CHECK(doubled.edges[0] != doubled.edges[1]);
}

TEST_CASE("LayOut_TurnsOneEdgeOfATwoCycle", "[layout]") {
  const std::vector<LayeredEdge> edges = {{0, 1, 1}, {1, 0, 5}};
  CHECK(OrderLayers(2, {}, edges, {}).against_flow == std::vector<std::uint32_t>{0});
}

TEST_CASE("LayOut_DoesNotRecurseAlongAPath", "[layout]") {
  constexpr std::uint32_t kLength = 10'000;
  const std::vector<Size> sizes(kLength, Size{50, 20});
  std::vector<LayeredEdge> edges;
  for (std::uint32_t v = 0; v + 1 < kLength; ++v) edges.push_back({v, v + 1, 1});
  const LayeredDrawing drawing = LayOut(sizes, edges, {.quality = LayoutQuality::kFast});
  CHECK(drawing.nodes.back().y == (kLength - 1) * 60.0f);
  CHECK(CountRising(drawing, edges) == 0);

  edges.push_back({kLength - 1, 0, 1});
  CHECK(OrderLayers(kLength, {}, edges, {.quality = LayoutQuality::kFast}).against_flow.size() == 1);
}

TEST_CASE("LayOut_PacksLooseNodesTowardsTheAspect", "[layout]") {
  const std::vector<Size> sizes(100, Size{100, 50});
  const WorldRect bounds = LayOut(sizes, {}, {.aspect = 1.5f}).bounds;
  CHECK(bounds.w / bounds.h > 1.2f);
  CHECK(bounds.w / bounds.h < 1.9f);
}

TEST_CASE("LayOut_BreaksALayerThatIsTooWide", "[layout]") {
  const std::vector<Size> sizes(41, Size{120, 60});
  std::vector<LayeredEdge> star;
  for (std::uint32_t v = 1; v < sizes.size(); ++v) star.push_back({0, v, 1});
  const SampleGraph graph{sizes, star};
  const WorldRect natural = LayOut(sizes, star, {}).bounds, wrapped = LayOut(sizes, star, {.aspect = 1.5f}).bounds;
  CHECK(natural.w / natural.h > 20);
  // Not 1.5: the edges to lower rows pass between the cards of upper ones.
  CHECK(wrapped.w / wrapped.h < 4.5f);
  CheckDrawing(graph, {.aspect = 1.5f}, true);
}

TEST_CASE("LayOut_FoldsAWideTreeToTheAspectAskedFor", "[layout]") {
  constexpr std::uint32_t kBranches = 8;
  const std::vector<Size> sizes(1 + kBranches + 64 + 512, Size{100, 30});
  std::vector<LayeredEdge> edges;
  for (std::uint32_t v = 1; v < sizes.size(); ++v) edges.push_back({(v - 1) / kBranches, v, 1});
  for (const LayoutQuality quality : kQualities) {
    const LayeredOptions options{.quality = quality, .aspect = 1.5f};
    const LayeredDrawing drawing = LayOut(sizes, edges, options);
    CHECK(drawing.bounds.w > 0.75f * drawing.bounds.h);
    CHECK(drawing.bounds.w < 2.5f * drawing.bounds.h);
    CHECK(CountOverlaps(drawing.nodes) == 0);
    CHECK(CountEdgesThroughNodes(drawing, edges) == 0);
    CHECK(CountRising(drawing, edges) == 0);
  }
}

TEST_CASE("AnchorLayers_DrawsTheSameInTheSameSizes", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 9)));
  const SampleGraph graph = MakeSampleGraph(40, 55, seed);
  const LayeredOptions options{.aspect = 1.5f};
  LayerOrder order = OrderLayers(graph.NodeCount(), graph.sizes, graph.edges, options);
  const LayeredDrawing free = PlaceLayers(order, graph.sizes, graph.edges, options);
  AnchorLayers(order, graph.sizes, graph.edges, options);
  const LayeredDrawing anchored = PlaceLayers(order, graph.sizes, graph.edges, options);
  for (std::size_t v = 0; v < graph.sizes.size(); ++v) {
    CHECK(std::abs(free.nodes[v].x - anchored.nodes[v].x) < 0.5f);
    CHECK(free.nodes[v].y == anchored.nodes[v].y);
  }
}

TEST_CASE("AnchorLayers_MakesRoomWithoutChangingPlaces", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(20, 32)));
  SampleGraph graph = MakeSampleGraph(40, 55, seed);
  const LayeredOptions options{.aspect = 1.5f};
  LayerOrder order = OrderLayers(graph.NodeCount(), graph.sizes, graph.edges, options);
  AnchorLayers(order, graph.sizes, graph.edges, options);
  const LayeredDrawing before = PlaceLayers(order, graph.sizes, graph.edges, options);
  graph.sizes[seed] = {900, 700};
  const LayeredDrawing after = PlaceLayers(order, graph.sizes, graph.edges, options);
  CHECK(CountOverlaps(after.nodes) == 0);
  CHECK(CountEdgesThroughNodes(after, graph.edges) == 0);
  CHECK(CountLooseEnds(after, graph.edges) == 0);
  CHECK(CountRising(after, graph.edges) == 0);
  std::vector<float> moved;
  for (std::size_t a = 0; a < graph.sizes.size(); ++a) {
    moved.push_back(std::abs(before.nodes[a].Center().x - after.nodes[a].Center().x));
    for (std::size_t b = 0; b < graph.sizes.size(); ++b)
      if (before.nodes[a].y == before.nodes[b].y && before.nodes[a].x < before.nodes[b].x &&
          after.nodes[a].y == after.nodes[b].y)
        CHECK(after.nodes[a].x < after.nodes[b].x);
  }
  // Nodes are 40 to 240 wide; only the row of the one that grew, and parts packed beside it, have to give way.
  std::ranges::sort(moved);
  CHECK(moved[moved.size() / 2] < 140);
}
