// Any small graph, cyclic or not, in the flat layout: no two nodes overlap and every number is finite.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "layout/layered_layout.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::uint32_t nodes = 1 + data[0] % 48;
  std::vector<waymark::Size> sizes(nodes);
  for (std::uint32_t i = 0; i < nodes; ++i) {
    const std::uint8_t shape = data[i % size];
    sizes[i] = {20.0f + static_cast<float>(shape), 20.0f + static_cast<float>(shape % 90)};
  }
  std::vector<waymark::LayeredEdge> edges;
  for (std::size_t i = 1; i + 1 < size && edges.size() < 200; i += 2) edges.push_back({data[i] % nodes, data[i + 1] % nodes});
  const waymark::LayeredDrawing drawing = waymark::LayOut(sizes, edges, {.quality = waymark::LayoutQuality::kBalanced});
  for (std::uint32_t a = 0; a < nodes; ++a) {
    if (!std::isfinite(drawing.nodes[a].x) || !std::isfinite(drawing.nodes[a].y)) std::abort();
    for (std::uint32_t b = a + 1; b < nodes; ++b)
      if (drawing.nodes[a].Inflated(-0.5f).Intersects(drawing.nodes[b].Inflated(-0.5f))) std::abort();
  }
  return 0;
}
