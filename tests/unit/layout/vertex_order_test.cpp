#include "layout/vertex_order.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "layout/crossing_reduction.hpp"
#include "layout_checks.hpp"

using namespace waymark;

TEST_CASE("CrossingCounter_AgreesWithEveryPairOfSegments", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 20)));
  const SampleGraph graph = MakeSampleGraph(40, 80, seed);
  const LayerOrder order = OrderLayers(40, {}, graph.edges, {.quality = LayoutQuality::kFast});
  CrossingCounter counter;
  for (LayeredPart part : order.parts) {
    part.bend_vertex.clear();
    OrderVertices(part, LayoutQuality::kFast);
    const VertexGraph vertices(part);
    VertexOrder places{part.order, std::vector<std::uint32_t>(part.order.size())};
    for (std::uint32_t l = 0; l < vertices.LayerCount(); ++l) {
      const auto layer = places.Layer(vertices, l);
      for (std::uint32_t p = 0; p < layer.size(); ++p) {
        CHECK(vertices.layer[layer[p]] == l);
        places.pos[layer[p]] = p;
      }
    }
    std::int64_t all = 0;
    for (std::uint32_t a = 0; a < vertices.VertexCount(); ++a)
      for (std::uint32_t b = 0; b < vertices.VertexCount(); ++b) {
        if (vertices.layer[a] != vertices.layer[b] || places.pos[a] >= places.pos[b]) continue;
        for (const std::uint32_t x : vertices.down[a])
          for (const std::uint32_t y : vertices.down[b]) all += places.pos[x] > places.pos[y];
      }
    CHECK(counter.CountAll(vertices, places) == all);
  }
}
