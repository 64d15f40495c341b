// How much memory the layout holds at most, counted at every allocation of the test program.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "layout/layered_layout.hpp"
#include "support/counted_memory.hpp"
#include "support/flat_graph.hpp"

using namespace waymark;

TEST_CASE("LayOut_HoldsAtMost600BytesANodeAnd200AnEdge", "[layout]") {
  const bool long_edges = GENERATE(false, true);
  const FlatGraph graph = MakeFlatGraph(2000, UsualDepth(2000), long_edges);
  for (const LayoutQuality quality : {LayoutQuality::kFast, LayoutQuality::kBalanced, LayoutQuality::kBest}) {
    const std::size_t before = most_bytes_held = bytes_held;
    REQUIRE(LayOut(graph.sizes, graph.edges, {.quality = quality}).nodes.size() == graph.sizes.size());
    CHECK(most_bytes_held - before <= 600 * graph.sizes.size() + 200 * graph.edges.size());
  }
}
