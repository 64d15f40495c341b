#include "layout/ports.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "layout_checks.hpp"

using namespace waymark;

namespace {

struct PlacedPorts {
  LayeredPart part;
  std::vector<float> width, x;
  Ports centred, slid;
};

// The vertices of every layer 60 apart.
PlacedPorts SlideSample(std::uint32_t seed) {
  const SampleGraph graph = MakeSampleGraph(30, 60, seed);
  LayerOrder order = OrderLayers(30, {}, graph.edges, {.quality = LayoutQuality::kFast});
  PlacedPorts placed{std::move(order.parts[0]), {}, {}, {}, {}};
  const LayeredPart& part = placed.part;
  placed.width.assign(part.order.size(), 0);
  placed.x.assign(part.order.size(), 0);
  std::vector<std::uint32_t> pos(part.order.size());
  for (std::size_t v = 0; v < part.nodes.size(); ++v) placed.width[v] = 50;
  for (std::uint32_t l = 0; l < part.LayerCount(); ++l)
    for (std::uint32_t i = part.layer_begin[l]; i < part.layer_begin[l + 1]; ++i) {
      pos[part.order[i]] = i - part.layer_begin[l];
      placed.x[part.order[i]] = 60.0f * static_cast<float>(pos[part.order[i]]);
    }
  const Segments segments(part);
  placed.centred = DistributePorts(segments, placed.width, pos);
  placed.slid = placed.centred;
  SlidePorts(segments, placed.width, placed.x, placed.slid);
  return placed;
}

}  // namespace

TEST_CASE("SlidePorts_KeepsOrderGapsAndCorners", "[layout]") {
  const PlacedPorts placed = SlideSample(static_cast<std::uint32_t>(GENERATE(range(1, 9))));
  for (std::uint32_t v = 0; v < placed.part.nodes.size(); ++v) {
    const auto row = placed.slid.down[v];
    for (std::size_t i = 0; i < row.size(); ++i) {
      const float at = placed.slid.upper[row[i]];
      CHECK(std::abs(at) <= 0.35f * placed.width[v] + 0.01f);
      if (i > 0)
        CHECK(at - placed.slid.upper[row[i - 1]] >= std::min(16.0f, 35.0f / static_cast<float>(row.size())) - 0.01f);
    }
  }
}

TEST_CASE("SlidePorts_MakesSegmentsLeanLess", "[layout]") {
  const PlacedPorts placed = SlideSample(static_cast<std::uint32_t>(GENERATE(range(1, 9))));
  const Segments segments(placed.part);
  const auto lean = [&](const Ports& ports) {
    float sum = 0;
    for (std::uint32_t s = 0; s < segments.upper.size(); ++s)
      sum += std::abs(placed.x[segments.upper[s]] + ports.upper[s] - placed.x[segments.lower[s]] - ports.lower[s]);
    return sum;
  };
  CHECK(lean(placed.slid) < lean(placed.centred));
}

TEST_CASE("LayOut_DrawsAnEdgeUprightWhereItsCardsOverlap", "[layout]") {
  const std::vector<Size> sizes = {{300, 40}, {100, 40}, {100, 40}};
  const std::vector<LayeredEdge> edges = {{0, 1, 1}, {0, 2, 1}};
  for (const auto& points : LayOut(sizes, edges, {}).edges) {
    REQUIRE(points.size() == 2);
    CHECK(points[0].x == points[1].x);
  }
}

TEST_CASE("JoinPorts_LeavesFromOnePlaceWhatIsNear", "[layout]") {
  constexpr float kNear = 16.5f;
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 9)));
  const PlacedPorts placed = SlideSample(seed);
  const Segments segments(placed.part);
  Ports ports = placed.slid;
  for (std::uint32_t v = 0; v < placed.part.nodes.size(); ++v) {
    JoinPorts(segments, v, placed.x, ports);
    const auto row = ports.down[v];
    for (std::size_t i = 1; i < row.size(); ++i) {
      const bool near = placed.slid.upper[row[i]] - placed.slid.upper[row[i - 1]] <= kNear;
      CHECK((ports.upper[row[i]] == ports.upper[row[i - 1]]) == near);
    }
    for (const std::uint32_t s : row)
      CHECK(std::ranges::any_of(row, [&](std::uint32_t other) { return placed.slid.upper[other] == ports.upper[s]; }));
  }
  CHECK(ports.lower == placed.slid.lower);
}
