#include "layout/ports.hpp"

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

constexpr float kPortGap = 16;      // at most; less on a crowded border
constexpr float kCornerShare = 0.8f;  // of a border's width that ports may use, clear of the round corners

}  // namespace

Ports DistributePorts(const Segments& segments, std::span<const float> width, std::span<const std::uint32_t> pos) {
  Ports ports{std::vector<float>(segments.upper.size(), 0), std::vector<float>(segments.upper.size(), 0)};
  std::vector<std::uint32_t> sorted;
  const auto spread = [&](std::span<const std::uint32_t> row, const std::vector<std::uint32_t>& far, float room,
                          std::vector<float>& offset) {
    if (row.size() < 2) return;
    sorted.assign(row.begin(), row.end());
    std::ranges::stable_sort(sorted, {}, [&](std::uint32_t s) { return pos[far[s]]; });
    const auto count = static_cast<float>(sorted.size());
    const float gap = std::min(kPortGap, room * kCornerShare / count);
    float at = -gap * (count - 1) / 2;
    for (const std::uint32_t s : sorted) {
      offset[s] = std::round(at);
      at += gap;
    }
  };
  for (std::uint32_t v = 0; v < width.size(); ++v) {
    spread(segments.down[v], segments.lower, width[v], ports.upper);
    spread(segments.up[v], segments.upper, width[v], ports.lower);
  }
  return ports;
}

}  // namespace waymark
