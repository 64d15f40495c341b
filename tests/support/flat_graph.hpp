// Graphs for measuring the flat layout, roadmap-like at any size.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "layout/layered_layout.hpp"
#include "layout/random.hpp"

namespace waymark {

struct FlatGraph {
  std::vector<Size> sizes;
  std::vector<LayeredEdge> edges;
};

// `count` cards in `depth` layers, each below a card of the layer above; three in ten have a further prerequisite, nine
// of ten times near by, else anywhere above when `long_edges`. Numbers carry no hint of the layers.
inline FlatGraph MakeFlatGraph(std::uint32_t count, std::uint32_t depth, bool long_edges) {
  Random random(count);
  std::vector<std::uint32_t> name(count), begin(depth + 1);
  for (std::uint32_t l = 0; l <= depth; ++l) begin[l] = static_cast<std::uint32_t>(std::uint64_t{count} * l / depth);
  for (std::uint32_t v = 0; v < count; ++v) name[v] = v;
  for (std::uint32_t v = count; v > 1; --v) std::swap(name[v - 1], name[random.Below(v)]);
  FlatGraph graph;
  for (std::uint32_t v = 0; v < count; ++v) graph.sizes.push_back({static_cast<float>(56 + random.Below(160)), 32});
  const auto connect = [&](std::uint32_t from_layer, std::uint32_t layer, std::uint32_t i, std::uint32_t blur) {
    const std::uint32_t above = begin[from_layer + 1] - begin[from_layer], here = begin[layer + 1] - begin[layer];
    const std::int64_t aim = std::int64_t{i} * above / here + random.Below(2 * blur + 1) - blur;
    const auto at = static_cast<std::uint32_t>(std::clamp<std::int64_t>(aim, 0, above - 1));
    graph.edges.push_back({name[begin[from_layer] + at], name[begin[layer] + i], 1});
  };
  for (std::uint32_t l = 1; l < depth; ++l)
    for (std::uint32_t i = 0; i < begin[l + 1] - begin[l]; ++i) {
      connect(l - 1, l, i, 1);
      if (random.Below(10) >= 3) continue;
      const bool far = random.Below(10) == 0 && long_edges;
      connect(far ? random.Below(l) : l - 1 - random.Below(std::min(l, 2u)), l, i, far ? 1 + count / depth / 10 : 3);
    }
  return graph;
}

// Layers grow deeper with the logarithm, as roadmaps do.
inline std::uint32_t UsualDepth(std::uint32_t count) {
  return static_cast<std::uint32_t>(std::lround(3 * std::log2(count)));
}

}  // namespace waymark
