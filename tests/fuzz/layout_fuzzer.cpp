// Any small graph, cyclic or not, in the flat layout, or anchored and then with other sizes, as when a group opens: no
// two nodes overlap and every number is finite. The first three bytes choose which, quality, aspect and the number of
// nodes; the rest are edges, and sizes come from all of them.
#include <cmath>
#include <cstdint>
#include <vector>

#include "fuzz_check.hpp"
#include "layout/layered_layout.hpp"

namespace {

using namespace waymark;

// Small, so that there are thousands of tries a second; large graphs are the property tests' business.
constexpr std::uint32_t kMaxNodes = 10;
constexpr std::size_t kMaxEdges = 14;
constexpr LayoutQuality kQualities[] = {LayoutQuality::kFast, LayoutQuality::kBalanced, LayoutQuality::kBest};
constexpr float kAspects[] = {0, 0.5f, 1.6f};

// One for each node, from the bytes after `begin`.
std::vector<Size> SizesFrom(const std::uint8_t* data, std::size_t size, std::size_t begin, std::uint32_t nodes) {
  std::vector<Size> sizes(nodes);
  for (std::uint32_t i = 0; i < nodes; ++i) {
    const std::uint8_t shape = data[(begin + i) % size];
    sizes[i] = {20.0f + static_cast<float>(shape), 20.0f + static_cast<float>(shape % 90)};
  }
  return sizes;
}

void Check(const LayeredDrawing& drawing) {
  for (const WorldRect& a : drawing.nodes) {
    Require(std::isfinite(a.x) && std::isfinite(a.y));
    for (const WorldRect& b : drawing.nodes) {
      Require(&a >= &b || !a.Inflated(-0.5f).Intersects(b.Inflated(-0.5f)));
    }
  }
  for (const auto& line : drawing.edges) {
    for (const WorldPoint& p : line) Require(std::isfinite(p.x) && std::isfinite(p.y));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return -1;
  LayeredOptions options;
  options.quality = kQualities[data[0] % 3];
  options.aspect = kAspects[data[1] % 3];
  const std::uint32_t nodes = 1 + data[2] % kMaxNodes;
  const std::vector<Size> sizes = SizesFrom(data, size, 0, nodes);
  std::vector<LayeredEdge> edges;
  for (std::size_t i = 3; i + 1 < size && edges.size() < kMaxEdges; i += 2)
    edges.push_back({data[i] % nodes, data[i + 1] % nodes});
  LayerOrder order = OrderLayers(nodes, sizes, edges, options);
  if ((data[0] & 4) == 0) {
    Check(PlaceLayers(order, sizes, edges, options));
  } else {
    AnchorLayers(order, sizes, edges, options);
    Check(PlaceLayers(order, SizesFrom(data, size, 1, nodes), edges, options));
  }
  return 0;
}
