#include "layout/layer_memory.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <numeric>
#include <set>

#include "layout/layered_layout.hpp"
#include "layout_checks.hpp"

using namespace waymark;

namespace {

SampleGraph Sorted(SampleGraph graph) {
  const auto ends = [](const LayeredEdge& e) { return std::pair(e.from, e.to); };
  std::ranges::sort(graph.edges, {}, ends);
  const auto repeated = std::ranges::unique(graph.edges, {}, ends);
  graph.edges.erase(repeated.begin(), repeated.end());
  return graph;
}

LayerOrder Anchored(const SampleGraph& graph, const LayeredOptions& options, const LayerMemory* memory = nullptr) {
  LayerOrder order = OrderLayers(graph.NodeCount(), graph.sizes, graph.edges, options, memory);
  AnchorLayers(order, graph.sizes, graph.edges, options);
  return order;
}

// A graph, and what it was before.
struct Changed {
  SampleGraph before, after;
  std::vector<std::uint32_t> now_of;
  LayerOrder order;
  LayerMemory memory;

  void Remember(const LayeredOptions& options) {
    order = Anchored(before, options);
    memory = waymark::Remember(order, before.edges, now_of, after.NodeCount(), after.edges);
  }
};

// One more node below some, one fewer, an edge more, an edge fewer; as `kind` says.
Changed Change(std::uint32_t kind, std::uint32_t seed) {
  Random random(seed);
  Changed changed;
  changed.before = Sorted(MakeSampleGraph(30, 40, seed));
  changed.after = changed.before;
  changed.now_of.resize(30);
  std::iota(changed.now_of.begin(), changed.now_of.end(), 0u);
  auto& edges = changed.after.edges;
  switch (kind) {
    case 0:
      changed.after.sizes.push_back({100, 40});
      for (int i = 0; i < 2; ++i) edges.push_back({random.Below(30), 30, 1});
      break;
    case 1: {
      const std::uint32_t gone = random.Below(30);
      changed.after.sizes.erase(changed.after.sizes.begin() + gone);
      for (std::uint32_t v = 0; v < 30; ++v) changed.now_of[v] = v == gone ? kNowhere : v - (v > gone);
      std::erase_if(edges, [&](const LayeredEdge& e) { return e.from == gone || e.to == gone; });
      for (LayeredEdge& e : edges) e = {changed.now_of[e.from], changed.now_of[e.to], e.weight};
      break;
    }
    case 2:
      edges.erase(edges.begin() + random.Below(static_cast<std::uint32_t>(edges.size())));
      break;
    default: {
      // Along a way that is there, so that no circle comes of it.
      const LayeredEdge first = edges[random.Below(static_cast<std::uint32_t>(edges.size()))];
      for (const LayeredEdge& e : changed.before.edges)
        if (e.from == first.to) edges.push_back({first.from, e.to, 1});
    }
  }
  changed.after = Sorted(changed.after);
  return changed;
}

}  // namespace

TEST_CASE("OrderLayers_WithMemoryKeepsUntouchedNodesInOrder", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 40)));
  const std::uint32_t kind = seed % 4;
  const LayeredOptions options{.aspect = seed % 3 == 0 ? 1.5f : 0};
  Changed changed = Change(kind, seed);
  changed.Remember(options);
  const LayerOrder order = Anchored(changed.after, options, &changed.memory);
  std::size_t compared = 0, held = 0;
  for (const char h : changed.memory.held) held += h != 0;
  CHECK(held + 12 >= changed.memory.held.size() - order.loose.size());
  for (const LayeredPart& part : order.parts) {
    for (std::uint32_t l = 0; l < part.LayerCount(); ++l) {
      float last = -1e9f;
      for (std::uint32_t i = part.layer_begin[l]; i < part.layer_begin[l + 1]; ++i) {
        if (part.order[i] >= part.nodes.size()) continue;
        const std::uint32_t v = part.nodes[part.order[i]];
        if (!changed.memory.held[v]) continue;
        CHECK(changed.memory.x[v] >= last);
        last = changed.memory.x[v];
        ++compared;
      }
    }
  }
  CHECK(compared == held);
  const LayeredDrawing drawing = PlaceLayers(order, changed.after.sizes, changed.after.edges, options);
  CHECK(CountOverlaps(drawing.nodes) == 0);
  CHECK(CountEdgesThroughNodes(drawing, changed.after.edges) == 0);
  CHECK(CountLooseEnds(drawing, changed.after.edges) == 0);
  CHECK(CountRising(drawing, changed.after.edges) == 0);
}

TEST_CASE("OrderLayers_WithMemoryMovesNobodyFartherThanARank", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 40)));
  Changed changed = Change(seed % 3, seed);
  changed.Remember({});
  const LayerOrder order = Anchored(changed.after, {}, &changed.memory);
  for (const LayeredPart& part : order.parts) {
    std::vector<std::int32_t> by;
    std::set<std::uint32_t> parts;
    for (std::uint32_t v = 0; v < part.nodes.size(); ++v) {
      const std::int32_t before = changed.memory.rank[part.nodes[v]];
      if (before == LayerMemory::kUnranked) continue;
      by.push_back(static_cast<std::int32_t>(part.natural_rank[v]) - before);
      parts.insert(changed.memory.part[part.nodes[v]]);
    }
    if (by.empty() || parts.size() > 1) continue;
    const auto [least, most] = std::ranges::minmax(by);
    CHECK(most - least <= 1);
  }
}

TEST_CASE("OrderLayers_WithMemoryOfTheSameGraphDrawsTheSame", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 12)));
  const LayeredOptions options{.aspect = seed % 2 == 0 ? 1.3f : 0};
  const SampleGraph graph = Sorted(MakeSampleGraph(30, 40, seed));
  const LayerOrder before = Anchored(graph, options);
  std::vector<std::uint32_t> same(graph.NodeCount());
  std::iota(same.begin(), same.end(), 0u);
  const LayerMemory memory = Remember(before, graph.edges, same, graph.NodeCount(), graph.edges);
  const LayerOrder after = Anchored(graph, options, &memory);
  CHECK(SameDrawing(PlaceLayers(before, graph.sizes, graph.edges, options),
                    PlaceLayers(after, graph.sizes, graph.edges, options)));
}

TEST_CASE("OrderLayers_WithMemoryPutsANewNodeBesideItsNeighbours", "[layout]") {
  // Six ways side by side; a seventh leaf under the third.
  SampleGraph before;
  for (std::uint32_t v = 0; v < 13; ++v) before.sizes.push_back({100, 40});
  for (std::uint32_t v = 0; v < 6; ++v) {
    before.edges.push_back({12, v, 1});
    before.edges.push_back({v, v + 6, 1});
  }
  before = Sorted(before);
  SampleGraph after = before;
  after.sizes.push_back({100, 40});
  after.edges.push_back({2, 13, 1});
  after = Sorted(after);
  const LayerOrder order = Anchored(before, {});
  std::vector<std::uint32_t> same(13);
  std::iota(same.begin(), same.end(), 0u);
  const LayerMemory memory = Remember(order, before.edges, same, 14, after.edges);
  const LayerOrder now = Anchored(after, {}, &memory);
  REQUIRE(now.parts.size() == 1);
  const LayeredPart& part = now.parts[0];
  std::vector<std::uint32_t> last(part.order.begin() + part.layer_begin[2], part.order.end());
  REQUIRE(last.size() == 7);
  const auto at = [&](std::uint32_t v) { return std::ranges::find(last, v) - last.begin(); };
  CHECK(std::abs(at(13) - at(8)) == 1);
}
