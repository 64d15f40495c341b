#include "layout/reinsertion.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <limits>
#include <utility>

using namespace waymark;

namespace {

constexpr std::uint32_t kEdges = 7, kLayers = 5;

// Edges without a common end from the first layer to the last: taking a node out takes one whole edge but its other
// end.
LayeredPart ParallelEdges() {
  LayeredPart part;
  for (std::uint32_t e = 0; e < kEdges; ++e) {
    part.nodes.insert(part.nodes.end(), {2 * e, 2 * e + 1});
    part.flow.push_back({2 * e, 2 * e + 1, 1});
    part.rank.insert(part.rank.end(), {0, kLayers - 1});
    part.first_bend.push_back(2 * kEdges + e * (kLayers - 2));
  }
  part.first_bend.push_back(kEdges * kLayers);
  return part;
}

using Layers = std::vector<std::vector<std::uint32_t>>;

Layers LayersOf(const VertexGraph& graph, const VertexOrder& order) {
  Layers layers;
  for (std::uint32_t l = 0; l < graph.LayerCount(); ++l) {
    const auto layer = order.Layer(graph, l);
    layers.emplace_back(layer.begin(), layer.end());
  }
  return layers;
}

std::int64_t Crossings(const VertexGraph& graph, const Layers& layers) {
  VertexOrder order{{}, std::vector<std::uint32_t>(graph.VertexCount())};
  for (const auto& layer : layers)
    for (std::uint32_t p = 0; p < layer.size(); ++p) order.order.push_back(layer[p]), order.pos[layer[p]] = p;
  return CrossingCounter().CountAll(graph, order);
}

// The vertices that move with `node`, from its layer on.
std::vector<std::uint32_t> Moving(const LayeredPart& part, std::uint32_t node) {
  std::vector<std::uint32_t> vertices = {node};
  for (std::uint32_t b = part.first_bend[node / 2]; b < part.first_bend[node / 2 + 1]; ++b) vertices.push_back(b);
  return vertices;
}

Layers Without(Layers layers, std::span<const std::uint32_t> gone) {
  for (auto& layer : layers)
    std::erase_if(layer, [&](std::uint32_t v) { return std::ranges::find(gone, v) != gone.end(); });
  return layers;
}

// The fewest crossings over all places of `moving`, by trying every one.
std::int64_t Fewest(const VertexGraph& graph, const Layers& rest, std::span<const std::uint32_t> moving) {
  if (moving.empty()) return Crossings(graph, rest);
  std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
  Layers layers = rest;
  auto& layer = layers[graph.layer[moving[0]]];
  layer.insert(layer.begin(), moving[0]);
  for (std::size_t gap = 0;; ++gap) {
    fewest = std::min(fewest, Fewest(graph, layers, moving.subspan(1)));
    if (gap + 1 == layer.size()) return fewest;
    std::swap(layer[gap], layer[gap + 1]);
  }
}

}  // namespace

TEST_CASE("Reinserter_FindsTheBestWayThroughTheLayers", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 7)));
  const LayeredPart part = ParallelEdges();
  const VertexGraph graph(part);
  Random random(seed);
  VertexOrder before{{}, std::vector<std::uint32_t>(graph.VertexCount())};
  for (std::uint32_t l = 0; l < kLayers; ++l) {
    std::vector<std::uint32_t> layer;
    for (std::uint32_t v = 0; v < graph.VertexCount(); ++v)
      if (graph.layer[v] == l) layer.push_back(v);
    for (std::uint32_t i = kEdges; i > 1; --i) std::swap(layer[i - 1], layer[random.Below(i)]);
    for (std::uint32_t p = 0; p < layer.size(); ++p) before.order.push_back(layer[p]), before.pos[layer[p]] = p;
  }
  VertexOrder after = before;
  std::int64_t work = 1;  // enough to begin with one node, not with a second
  Reinserter(graph, part, kEdges).Round(after, random, work);

  const Layers old_layers = LayersOf(graph, before), new_layers = LayersOf(graph, after);
  bool found = false;
  for (std::uint32_t node = 0; node < 2 * kEdges && !found; ++node) {
    const auto moving = Moving(part, node);
    const Layers rest = Without(old_layers, moving);
    found = rest == Without(new_layers, moving) && Crossings(graph, new_layers) == Fewest(graph, rest, moving);
  }
  CHECK(found);
}
