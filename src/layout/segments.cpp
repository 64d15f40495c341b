#include "layout/segments.hpp"

#include <limits>

namespace waymark {

Segments::Segments(const LayeredPart& part) {
  constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  const auto edge_count = static_cast<std::uint32_t>(part.flow.size()),
             node_count = static_cast<std::uint32_t>(part.nodes.size());
  const auto vertex_count = static_cast<std::uint32_t>(part.order.size());
  const std::uint32_t bend_count = vertex_count - node_count;
  // With every bend that another stands for a segment went too.
  const std::uint32_t most = bend_count + edge_count;
  upper.reserve(most);
  lower.reserve(most);
  shared.reserve(most);
  way.reserve(part.bend_vertex.size() + edge_count);
  first.reserve(edge_count + 1);
  // A segment that enters, and one that leaves, each bend: all edges of a trunk come by the same one, or go by it.
  std::vector<std::uint32_t> entering(bend_count, kNone), leaving(bend_count, kNone);
  const auto add = [&](std::uint32_t above, std::uint32_t below) {
    const std::uint32_t out = above < node_count ? kNone : leaving[above - node_count];
    const std::uint32_t in = below < node_count ? kNone : entering[below - node_count];
    std::uint32_t s = kNone;
    if (in != kNone && upper[in] == above)
      s = in;
    else if (out != kNone && lower[out] == below)
      s = out;
    if (s == kNone) {
      s = static_cast<std::uint32_t>(upper.size());
      upper.push_back(above);
      lower.push_back(below);
      shared.push_back(0);
      if (above >= node_count) leaving[above - node_count] = s;
      if (below >= node_count) entering[below - node_count] = s;
    }
    ++shared[s];
    way.push_back(s);
  };
  for (std::uint32_t e = 0; e < edge_count; ++e) {
    first.push_back(static_cast<std::uint32_t>(way.size()));
    std::uint32_t above = part.flow[e].upper;
    for (std::uint32_t b = part.first_bend[e]; b < part.first_bend[e + 1]; ++b) {
      const std::uint32_t bend = part.bend_vertex[b - node_count];
      add(above, bend);
      above = bend;
    }
    add(above, part.flow[e].lower);
  }
  first.push_back(static_cast<std::uint32_t>(way.size()));
  const auto count = static_cast<std::uint32_t>(upper.size());
  const auto self = [](std::uint32_t s) { return s; };
  up = GroupByRow(vertex_count, count, [this](std::uint32_t s) { return lower[s]; }, self);
  down = GroupByRow(vertex_count, count, [this](std::uint32_t s) { return upper[s]; }, self);
}

}  // namespace waymark
