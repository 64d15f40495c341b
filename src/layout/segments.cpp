#include "layout/segments.hpp"

namespace waymark {

Segments::Segments(const LayeredPart& part) {
  const auto edge_count = static_cast<std::uint32_t>(part.flow.size());
  const std::uint32_t vertex_count = part.first_bend.back();
  first.reserve(edge_count + 1);
  upper.reserve(vertex_count - part.nodes.size() + edge_count);
  lower.reserve(upper.capacity());
  for (std::uint32_t e = 0; e < edge_count; ++e) {
    first.push_back(static_cast<std::uint32_t>(upper.size()));
    std::uint32_t above = part.flow[e].upper;
    for (std::uint32_t bend = part.first_bend[e]; bend < part.first_bend[e + 1]; ++bend) {
      upper.push_back(above);
      lower.push_back(bend);
      above = bend;
    }
    upper.push_back(above);
    lower.push_back(part.flow[e].lower);
  }
  const auto count = static_cast<std::uint32_t>(upper.size());
  first.push_back(count);
  const auto self = [](std::uint32_t s) { return s; };
  up = GroupByRow(vertex_count, count, [this](std::uint32_t s) { return lower[s]; }, self);
  down = GroupByRow(vertex_count, count, [this](std::uint32_t s) { return upper[s]; }, self);
}

}  // namespace waymark
