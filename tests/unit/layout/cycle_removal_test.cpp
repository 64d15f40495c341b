#include "layout/cycle_removal.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <numeric>

#include "layout_checks.hpp"

using namespace waymark;

TEST_CASE("EdgesToTurn_IsEmptyForADag", "[layout]") {
  const SampleGraph graph = MakeSampleGraph(60, 120, 5);
  CHECK(EdgesToTurn(60, graph.edges).empty());
  CHECK(EdgesToTurn(0, {}).empty());
}

TEST_CASE("EdgesToTurn_TurnsTheLeastWeightOfASmallKnot", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 30)));
  constexpr std::uint32_t kNodes = 6;
  const SampleGraph graph = MakeSampleGraph(kNodes, 14, seed, true);
  const auto turned = EdgesToTurn(kNodes, graph.edges);
  CHECK(AcyclicWithout(kNodes, graph.edges, turned));
  float weight = 0;
  for (const std::uint32_t e : turned) weight += graph.edges[e].weight;

  std::vector<std::uint32_t> place(kNodes);
  std::iota(place.begin(), place.end(), 0u);
  float least = 1e9f;
  do {
    float sum = 0;
    for (const LayeredEdge& e : graph.edges)
      if (place[e.from] > place[e.to]) sum += e.weight;
    least = std::min(least, sum);
  } while (std::ranges::next_permutation(place).found);
  CHECK(weight == least);
}

TEST_CASE("EdgesToTurn_BreaksEveryCycleOfALargeKnot", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 10)));
  const SampleGraph graph = MakeSampleGraph(200, 500, seed, true);
  const auto turned = EdgesToTurn(200, graph.edges);
  CHECK(AcyclicWithout(200, graph.edges, turned));
  CHECK(turned.size() < graph.edges.size() / 4);
  CHECK(std::ranges::is_sorted(turned));
}
