#include "layout/network_simplex.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <cstdlib>
#include <limits>

#include "layout/random.hpp"

using namespace waymark;

namespace {

std::int64_t CostOf(std::span<const SimplexEdge> edges, std::span<const std::int32_t> position) {
  std::int64_t cost = 0;
  for (const SimplexEdge& e : edges) {
    const std::int32_t length = position[e.head] - position[e.tail];
    if (length < e.min_length) return std::numeric_limits<std::int64_t>::max();
    cost += std::int64_t{e.weight} * length;
  }
  return cost;
}

// All positions from 0 to `limit`, the first vertex at each of them too.
std::int64_t LeastCost(std::span<const SimplexEdge> edges, std::uint32_t count, std::int32_t limit) {
  std::vector<std::int32_t> position(count, 0);
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (;;) {
    least = std::min(least, CostOf(edges, position));
    std::uint32_t v = 0;
    while (v < count && ++position[v] > limit) position[v++] = 0;
    if (v == count) return least;
  }
}

struct Sample {
  std::vector<SimplexEdge> edges;
  std::vector<std::int32_t> position;  // satisfies them
};

// Connected: every vertex after the first has an edge from an earlier one.
Sample MakeSample(std::uint32_t count, std::uint32_t more, std::uint32_t seed) {
  Random random(seed);
  Sample sample;
  sample.position.assign(count, 0);
  for (std::uint32_t v = 1; v < count + more; ++v) {
    const std::uint32_t head = v < count ? v : 1 + random.Below(count - 1), tail = random.Below(head);
    sample.edges.push_back(
        {tail, head, static_cast<std::int32_t>(random.Below(3)), static_cast<std::int32_t>(random.Below(4))});
  }
  for (std::uint32_t v = 0; v < count; ++v) sample.position[v] = static_cast<std::int32_t>(2 * v + v % 2);
  return sample;
}

}  // namespace

TEST_CASE("SolveNetworkSimplex_FindsTheLeastCost", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 60)));
  Sample sample = MakeSample(5, 4, seed);
  std::int64_t budget = 1'000'000;
  REQUIRE(SolveNetworkSimplex(sample.edges, sample.position, budget));
  CHECK(CostOf(sample.edges, sample.position) == LeastCost(sample.edges, 5, 8));
}

TEST_CASE("SolveNetworkSimplex_StaysFeasibleWhenTheBudgetEnds", "[layout]") {
  Sample sample = MakeSample(400, 500, 3);
  const std::int64_t before = CostOf(sample.edges, sample.position);
  std::int64_t budget = 1;
  CHECK_FALSE(SolveNetworkSimplex(sample.edges, sample.position, budget));
  CHECK(CostOf(sample.edges, sample.position) <= before);
}

TEST_CASE("SolveNetworkSimplex_LeavesASingleVertexAlone", "[layout]") {
  std::vector<std::int32_t> position = {7};
  std::int64_t budget = 10;
  CHECK(SolveNetworkSimplex({}, position, budget));
  CHECK(position[0] == 7);
}
