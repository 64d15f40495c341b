// How much memory the layout holds at most, counted at every allocation of the test program.
#include <malloc.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <new>

#include "layout/layered_layout.hpp"
#include "layout_checks.hpp"

namespace {

std::size_t bytes_held = 0, most_bytes_held = 0;

}  // namespace

void* operator new(std::size_t size) {
  void* block = std::malloc(size);
  if (!block) std::abort();
  bytes_held += malloc_usable_size(block);
  most_bytes_held = std::max(most_bytes_held, bytes_held);
  return block;
}
// Sorting asks for its buffer so, and not every library passes that on to the one above.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return operator new(size); }
void operator delete(void* block) noexcept {
  if (block) bytes_held -= malloc_usable_size(block);
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept { operator delete(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { operator delete(block); }

using namespace waymark;

TEST_CASE("LayOut_HoldsAtMost600BytesANodeAnd200AnEdge", "[layout]") {
  // As wide as it is deep, edges to the layer above.
  constexpr std::uint32_t kLayers = 40, kWidth = 50;
  Random random(5);
  const std::vector<Size> sizes(kLayers * kWidth, Size{100, 30});
  std::vector<LayeredEdge> edges;
  for (std::uint32_t v = kWidth; v < sizes.size(); ++v) {
    edges.push_back({v - kWidth, v, 1});
    const std::uint32_t layer = v / kWidth - 1;
    if (random.Below(10) < 3) edges.push_back({layer * kWidth + std::min(v % kWidth + random.Below(3), kWidth - 1), v, 1});
  }
  for (const LayoutQuality quality : {LayoutQuality::kFast, LayoutQuality::kBalanced, LayoutQuality::kBest}) {
    const std::size_t before = most_bytes_held = bytes_held;
    REQUIRE(LayOut(sizes, edges, {.quality = quality}).nodes.size() == sizes.size());
    CHECK(most_bytes_held - before <= 600 * sizes.size() + 200 * edges.size());
  }
}
