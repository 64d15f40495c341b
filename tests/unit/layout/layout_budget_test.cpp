// What a layout may cost, counted in steps, and that a drawing stays sound where the budget is met.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "graph/graph.hpp"
#include "layout/cycle_removal.hpp"
#include "layout/implied_edges.hpp"
#include "layout/layered_layout.hpp"
#include "layout/order_sweeps.hpp"
#include "layout/reinsertion.hpp"
#include "layout/sibling_level.hpp"
#include "layout/side_edges.hpp"
#include "layout_checks.hpp"

using namespace waymark;

namespace {

constexpr float kMapAspect = 1.35f;

SampleGraph FullLayers(std::uint32_t layers, std::uint32_t width) {
  SampleGraph graph;
  graph.sizes.assign(layers * width, Size{140, 48});
  for (std::uint32_t l = 0; l + 1 < layers; ++l)
    for (std::uint32_t i = 0; i < width; ++i)
      for (std::uint32_t j = 0; j < width; ++j) graph.edges.push_back({l * width + i, (l + 1) * width + j, 1});
  return graph;
}

// A chain, and edges from anywhere to anywhere below.
SampleGraph ChainWithLongEdges(std::uint32_t nodes, std::uint32_t edges) {
  SampleGraph graph;
  Random random(7);
  for (std::uint32_t v = 0; v < nodes; ++v) {
    graph.sizes.push_back({static_cast<float>(100 + random.Below(80)), static_cast<float>(40 + random.Below(40))});
    if (v > 0) graph.edges.push_back({v - 1, v, 1});
  }
  while (graph.edges.size() < edges) {
    const std::uint32_t a = random.Below(nodes), b = random.Below(nodes);
    if (a != b) graph.edges.push_back({std::min(a, b), std::max(a, b), 1});
  }
  return graph;
}

std::int64_t StepsOf(const SampleGraph& graph, const LayeredOptions& options) {
  return OrderLayers(graph.NodeCount(), graph.sizes, graph.edges, options).steps;
}

void CheckSound(const SampleGraph& graph, const LayeredDrawing& drawing) {
  CHECK(CountOverlaps(drawing.nodes) == 0);
  CHECK(CountEdgesThroughNodes(drawing, graph.edges) == 0);
  CHECK(CountLooseEnds(drawing, graph.edges) == 0);
  CHECK(CountRising(drawing, graph.edges) == 0);
  WorldRect bounds = drawing.bounds.Inflated(0.5f);
  for (const auto& points : drawing.edges)
    CHECK(std::ranges::all_of(points, [&](WorldPoint p) { return bounds.Contains(p); }));
}

}  // namespace

TEST_CASE("OrderLayers_TakesBoundedStepsForFullLayers", "[layout]") {
  // 1,100 cards, 100,000 edges, as one level of a map.
  constexpr std::int64_t kMost = 200'000'000;
  CHECK(StepsOf(FullLayers(11, 100), {.quality = LayoutQuality::kBalanced, .aspect = kMapAspect}) < kMost);
  CHECK(StepsOf(FullLayers(5, 100), {.quality = LayoutQuality::kBest, .aspect = kMapAspect}) < kMost);
}

TEST_CASE("OrderLayers_StepsGrowAsTheEdgesDo", "[layout]") {
  const LayeredOptions options{.quality = LayoutQuality::kBalanced, .aspect = kMapAspect};
  const std::int64_t some = StepsOf(FullLayers(4, 60), options), four_times = StepsOf(FullLayers(4, 120), options);
  CHECK(four_times < 6 * some);
}

TEST_CASE("OrderLayers_TakesBoundedStepsWhereNothingIsRegular", "[layout]") {
  // Every phase meets its end here: many edges, many bends, many starts worth improving.
  constexpr std::int64_t kMost = 450'000'000;
  const SampleGraph graph = MakeSampleGraph(400, 20'000, 3);
  CHECK(StepsOf(graph, {.quality = LayoutQuality::kBest, .aspect = kMapAspect}) < kMost);
}

TEST_CASE("BreakWideLayers_DoesNotMakeFullLayersWider", "[layout]") {
  const SampleGraph graph = FullLayers(11, 40);
  const LayeredOptions options{.quality = LayoutQuality::kFast};
  LayeredOptions broken = options;
  broken.aspect = kMapAspect;
  CHECK(LayOut(graph.sizes, graph.edges, broken).bounds.w <= 1.5f * LayOut(graph.sizes, graph.edges, options).bounds.w);
}

TEST_CASE("LayOut_LeadsLongEdgesBesideTheCardsWhereBendsWouldBeTooMany", "[layout]") {
  const SampleGraph graph = ChainWithLongEdges(300, 4000);
  const LayeredOptions options{.quality = LayoutQuality::kFast};
  LayerOrder order = OrderLayers(graph.NodeCount(), graph.sizes, graph.edges, options);
  REQUIRE(order.parts.size() == 1);
  const LayeredPart& part = order.parts[0];
  CHECK_FALSE(part.side_edges.empty());
  CHECK(part.edges.size() + part.side_edges.size() == graph.edges.size());
  CHECK(part.order.size() <= part.nodes.size() + MostBends(graph.sizes.size(), graph.edges.size()));
  CheckSound(graph, PlaceLayers(order, graph.sizes, graph.edges, options));
  AnchorLayers(order, graph.sizes, graph.edges, options);
  CheckSound(graph, PlaceLayers(order, graph.sizes, graph.edges, options));
}

TEST_CASE("LayOut_LeadsNoEdgeAsideThatTheLayersHaveRoomFor", "[layout]") {
  const SampleGraph graph = ChainWithLongEdges(100, 600);
  const LayerOrder order = OrderLayers(graph.NodeCount(), graph.sizes, graph.edges, {.quality = LayoutQuality::kFast});
  CHECK(order.parts[0].side_edges.empty());
}

TEST_CASE("OrderSweeper_CountsAlikeForFewEdgesAndMany", "[layout]") {
  // Of a dense part, what neighbours win by changing places is found by sorting; it has to be what is counted.
  const SampleGraph graph = MakeSampleGraph(90, 3000, 5);
  LayerOrder order = OrderLayers(graph.NodeCount(), {}, graph.edges, {.quality = LayoutQuality::kFast});
  LayeredPart& part = order.parts.front();
  const VertexGraph vertices(part);
  OrderSweeper sweeper(vertices);
  Random random(9);
  VertexOrder shuffled = sweeper.Start(&random);
  CrossingCounter counter;
  const std::int64_t before = counter.CountAll(vertices, shuffled);
  std::int64_t work = 100'000'000;
  const std::int64_t gained = sweeper.Exchange(shuffled, work);
  CHECK(gained > 0);
  CHECK(before - gained == counter.CountAll(vertices, shuffled));
}

TEST_CASE("Reinserter_FindsTheBestPlaceAmongManyStraightEdges", "[layout]") {
  // Two layers, so that all chains are straight: one node moved is where trying every place would put it.
  constexpr std::uint32_t kWidth = 14;
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    LayeredPart part;
    for (std::uint32_t v = 0; v < 2 * kWidth; ++v) part.nodes.push_back(v), part.rank.push_back(v / kWidth);
    for (std::uint32_t a = 0; a < kWidth; ++a)
      for (std::uint32_t b = 0; b < kWidth; ++b)
        if (random.Below(4) > 0) part.flow.push_back({a, kWidth + b, 1});
    part.first_bend.assign(part.flow.size() + 1, 2 * kWidth);
    const VertexGraph graph(part);
    VertexOrder order = OrderSweeper(graph).Start(&random);
    const VertexOrder before = order;
    std::int64_t work = 1;  // enough for one node
    Reinserter(graph, part, kWidth).Round(order, random, work);

    // Which node moved can't be seen where it stayed; then some node has to be at its best place.
    CrossingCounter counter;
    const std::int64_t crossings = counter.CountAll(graph, order);
    CHECK(crossings <= counter.CountAll(graph, before));
    bool best_of_some = false;
    for (std::uint32_t v = 0; v < 2 * kWidth && !best_of_some; ++v) {
      std::int64_t least = crossings;
      VertexOrder trial = order;
      const auto layer = trial.Layer(graph, v / kWidth);
      for (std::uint32_t p = trial.pos[v]; p > 0; --p) std::swap(layer[p], layer[p - 1]);
      for (std::uint32_t p = 0; p < kWidth; ++p) {
        for (std::uint32_t i = 0; i < kWidth; ++i) trial.pos[layer[i]] = i;
        least = std::min(least, counter.CountAll(graph, trial));
        if (p + 1 < kWidth) std::swap(layer[p], layer[p + 1]);
      }
      best_of_some = least == crossings;
    }
    CHECK(best_of_some);
  }
}

TEST_CASE("EdgesToTurn_OrdersTheFirstKnotsExactlyAndAllOfThem", "[layout]") {
  // 1,000 rings of twelve nodes would take a billion steps; each still loses one edge.
  constexpr std::uint32_t kRings = 1000, kSize = 12;
  std::vector<LayeredEdge> edges;
  for (std::uint32_t ring = 0; ring < kRings; ++ring)
    for (std::uint32_t i = 0; i < kSize; ++i)
      edges.push_back({ring * kSize + i, ring * kSize + (i + 1) % kSize, i == 5 ? 1.0f : 2.0f});
  const auto turned = EdgesToTurn(kRings * kSize, edges);
  CHECK(turned.size() == kRings);
  CHECK(AcyclicWithout(kRings * kSize, edges, turned));
  CHECK(turned.front() == 5);
}

namespace {

// Groups of two skills each: the second of each group asks for the first of every group before it.
Roadmap GroupsThatNeedAllBefore(std::uint32_t groups) {
  Roadmap roadmap;
  const auto add = [&](const std::string& id, const std::string& parent) -> Skill& {
    Skill& skill = roadmap.skills.emplace_back();
    skill.id = id;
    skill.parent = parent;
    skill.key = SkillKey{static_cast<std::uint32_t>(roadmap.skills.size())};
    return skill;
  };
  for (std::uint32_t g = 0; g < groups; ++g) {
    const std::string group = "g" + std::to_string(g);
    add(group, "");
    add(group + "a", group);
    Skill& last = add(group + "b", group);
    for (std::uint32_t before = 0; before < g; ++before)
      last.requirements.push_back({{"g" + std::to_string(before) + "a"}, {}, {}, {}});
  }
  return roadmap;
}

std::size_t TopEdges(const Roadmap& roadmap) {
  const Graph graph = *Graph::Build(roadmap);
  std::vector<SiblingLevel> levels = LiftEdges(graph);
  DropImpliedEdges(levels, graph);
  return levels[0].edges.size();
}

}  // namespace

TEST_CASE("DropImpliedEdges_KeepsAllWhereNotingTheWaysWouldBeTooMuch", "[layout]") {
  CHECK(TopEdges(GroupsThatNeedAllBefore(40)) == 39);
  // Each prerequisite would be noted at every step of its way: 4.5 million notes.
  CHECK(TopEdges(GroupsThatNeedAllBefore(300)) == 300 * 299 / 2);
}
