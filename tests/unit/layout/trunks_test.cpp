#include "layout/trunks.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <set>
#include <utility>
#include <vector>

#include "layout/crossing_reduction.hpp"
#include "layout/segments.hpp"
#include "layout_checks.hpp"

using namespace waymark;

namespace {

// Random edges, and cards that many lead far down from or to.
SampleGraph MakeHubs(std::uint32_t seed) {
  constexpr std::uint32_t kNodes = 60, kHubs = 4, kFar = 6;
  SampleGraph graph = MakeSampleGraph(kNodes, 70, seed);
  LayerOrder order = OrderLayers(kNodes, {}, graph.edges, {.quality = LayoutQuality::kFast});
  Random random(seed);
  for (LayeredPart& part : order.parts)
    for (std::uint32_t hub = 0; hub < kHubs; ++hub)
      for (std::uint32_t i = 0, a = random.Below(static_cast<std::uint32_t>(part.nodes.size())); i < kFar; ++i) {
        const std::uint32_t b = random.Below(static_cast<std::uint32_t>(part.nodes.size()));
        if (part.rank[a] < part.rank[b]) graph.edges.push_back({part.nodes[a], part.nodes[b], 1});
        if (part.rank[b] < part.rank[a]) graph.edges.push_back({part.nodes[b], part.nodes[a], 1});
      }
  return graph;
}

struct Ordered {
  LayeredPart apart, bundled;  // before and after trunks are shared
};

std::vector<Ordered> OrderHubs(std::uint32_t seed) {
  const SampleGraph graph = MakeHubs(seed);
  std::vector<Ordered> result;
  for (const LayeredPart& part :
       OrderLayers(graph.NodeCount(), {}, graph.edges, {.quality = LayoutQuality::kFast}).parts) {
    Ordered ordered{part, {}};
    ordered.apart.bend_vertex.clear();
    OrderVertices(ordered.apart, LayoutQuality::kFast);
    ordered.bundled = ordered.apart;
    ShareTrunks(ordered.bundled);
    result.push_back(std::move(ordered));
  }
  return result;
}

// The vertices of an edge, downward.
std::vector<std::uint32_t> WayOf(const LayeredPart& part, std::uint32_t e) {
  const auto nodes = static_cast<std::uint32_t>(part.nodes.size());
  std::vector<std::uint32_t> way = {part.flow[e].upper};
  for (std::uint32_t b = part.first_bend[e]; b < part.first_bend[e + 1]; ++b)
    way.push_back(part.bend_vertex.empty() ? b : part.bend_vertex[b - nodes]);
  way.push_back(part.flow[e].lower);
  return way;
}

// Crossings of edges without a common end, by every pair of pieces.
int CountCrossings(const LayeredPart& part) {
  std::vector<int> place(part.first_bend.back());
  for (std::uint32_t i = 0; i < part.order.size(); ++i) place[part.order[i]] = static_cast<int>(i);
  int crossings = 0;
  for (std::uint32_t e = 0; e < part.flow.size(); ++e)
    for (std::uint32_t f = 0; f < e; ++f) {
      const FlowEdge &a = part.flow[e], &b = part.flow[f];
      if (a.upper == b.upper || a.lower == b.lower || a.upper == b.lower || a.lower == b.upper) continue;
      const auto ways = std::pair{WayOf(part, e), WayOf(part, f)};
      const std::uint32_t top = std::max(part.rank[a.upper], part.rank[b.upper]),
                          end = std::min(part.rank[a.lower], part.rank[b.lower]);
      for (std::uint32_t l = top; l < end; ++l) {
        const std::uint32_t i = l - part.rank[a.upper], j = l - part.rank[b.upper];
        const int above = place[ways.first[i]] - place[ways.second[j]],
                  below = place[ways.first[i + 1]] - place[ways.second[j + 1]];
        REQUIRE(above != 0);
        REQUIRE(below != 0);
        crossings += (above < 0) != (below < 0);
      }
    }
  return crossings;
}

}  // namespace

TEST_CASE("ShareTrunks_KeepsOrderAndCrossings", "[layout]") {
  std::size_t shared = 0;
  for (std::uint32_t seed = 1; seed < 13; ++seed)
    for (const auto& [apart, bundled] : OrderHubs(seed)) {
      CHECK(CountCrossings(bundled) == CountCrossings(apart));
      REQUIRE(bundled.LayerCount() == apart.LayerCount());
      const auto nodes = static_cast<std::uint32_t>(apart.nodes.size());
      for (std::uint32_t l = 0; l < apart.LayerCount(); ++l) {
        std::vector<std::uint32_t> expected;
        for (std::uint32_t i = apart.layer_begin[l]; i < apart.layer_begin[l + 1]; ++i) {
          const std::uint32_t v = apart.order[i], now = v < nodes ? v : bundled.bend_vertex[v - nodes];
          if (expected.empty() || expected.back() != now) expected.push_back(now);
        }
        const auto begin = bundled.layer_begin[l], end = bundled.layer_begin[l + 1];
        CHECK(std::ranges::equal(expected, std::span(bundled.order).subspan(begin, end - begin)));
      }
      const std::set<std::uint32_t> vertices(bundled.order.begin(), bundled.order.end());
      CHECK(vertices.size() == bundled.order.size());
      CHECK(*vertices.rbegin() + 1 == bundled.order.size());
      shared += apart.order.size() - bundled.order.size();
    }
  CHECK(shared > 0);
}

TEST_CASE("ShareTrunks_LeavesItPlainWhereEachEdgeEnds", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 13)));
  for (const auto& [apart, bundled] : OrderHubs(seed)) {
    const auto nodes = static_cast<std::uint32_t>(bundled.nodes.size());
    std::vector<std::set<std::uint32_t>> below(bundled.order.size()), targets(nodes);
    for (std::uint32_t e = 0; e < bundled.flow.size(); ++e) {
      const auto way = WayOf(bundled, e);
      for (std::size_t i = 0; i + 1 < way.size(); ++i) below[way[i]].insert(way[i + 1]);
      targets[bundled.flow[e].upper].insert(bundled.flow[e].lower);
    }
    for (std::uint32_t v = 0; v < nodes; ++v) {
      std::set<std::uint32_t> reached;
      std::vector<std::uint32_t> open(below[v].begin(), below[v].end());
      while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        if (at < nodes)
          reached.insert(at);
        else
          open.insert(open.end(), below[at].begin(), below[at].end());
      }
      CHECK(reached == targets[v]);
    }
  }
}

TEST_CASE("ShareTrunks_MakesNoForkOfOneLayer", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 13)));
  for (const auto& [apart, bundled] : OrderHubs(seed))
    for (std::uint32_t e = 0; e < bundled.flow.size(); ++e)
      for (std::uint32_t f = 0; f < e; ++f) {
        const auto a = WayOf(bundled, e), b = WayOf(bundled, f);
        std::vector<std::uint32_t> common;
        for (const std::uint32_t v : a)
          if (v >= bundled.nodes.size() && std::ranges::find(b, v) != b.end()) common.push_back(v);
        CHECK(common.size() != 1);
        if (common.empty()) continue;
        const bool from_one_card = bundled.flow[e].upper == bundled.flow[f].upper;
        REQUIRE((from_one_card || bundled.flow[e].lower == bundled.flow[f].lower));
        if (from_one_card) CHECK(std::ranges::equal(common, std::span(a).subspan(1, common.size())));
      }
}

TEST_CASE("Segments_CountTheEdgesOfATrunk", "[layout]") {
  for (const auto& [apart, bundled] : OrderHubs(3)) {
    const Segments segments(bundled);
    std::vector<std::uint32_t> shared(segments.upper.size(), 0);
    for (std::uint32_t e = 0; e < bundled.flow.size(); ++e) {
      const auto way = WayOf(bundled, e);
      REQUIRE(segments.first[e + 1] - segments.first[e] + 1 == way.size());
      for (std::uint32_t i = 0; i + 1 < way.size(); ++i) {
        const std::uint32_t s = segments.way[segments.first[e] + i];
        CHECK(std::pair{segments.upper[s], segments.lower[s]} == std::pair{way[i], way[i + 1]});
        ++shared[s];
      }
    }
    CHECK(segments.shared == shared);
  }
}

TEST_CASE("LayOut_DrawsEdgesFromOneCardToFarLayersAlongOneLine", "[layout]") {
  // A chain of seven cards beside edges from the first to the last three.
  const std::vector<Size> sizes(7, Size{100, 40});
  std::vector<LayeredEdge> edges;
  for (std::uint32_t v = 0; v + 1 < sizes.size(); ++v) edges.push_back({v, v + 1, 1});
  for (std::uint32_t v = 4; v < sizes.size(); ++v) edges.push_back({0, v, 1});
  const LayeredDrawing drawing = LayOut(sizes, edges, {});
  // Past the chain there are two sides, so at least two of the three share a trunk.
  bool shared = false;
  for (std::size_t e = 6; e < edges.size(); ++e)
    for (std::size_t f = 6; f < e; ++f) {
      const auto &a = drawing.edges[e], &b = drawing.edges[f];
      shared = shared || (a[0] == b[0] && a[1].x == b[1].x && a.back() != b.back());
    }
  CHECK(shared);
  CHECK(CountEdgesThroughNodes(drawing, edges) == 0);
}

TEST_CASE("LayOut_KeepsDrawingsWithHubsClear", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 13)));
  const SampleGraph graph = MakeHubs(seed);
  for (const LayoutQuality quality : {LayoutQuality::kFast, LayoutQuality::kBest}) {
    const LayeredDrawing drawing = LayOut(graph.sizes, graph.edges, {.quality = quality});
    CHECK(CountOverlaps(drawing.nodes) == 0);
    CHECK(CountEdgesThroughNodes(drawing, graph.edges) == 0);
    CHECK(CountLooseEnds(drawing, graph.edges) == 0);
    CHECK(CountRising(drawing, graph.edges) == 0);
    CHECK(SameDrawing(drawing, LayOut(graph.sizes, graph.edges, {.quality = quality})));
  }
}
