#include "layout/layer_breaking.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/key_sort.hpp"
#include "layout/adjacency.hpp"
#include "layout/side_edges.hpp"

namespace waymark {
namespace {

constexpr float kTolerance = 1.5f;  // a part is left alone until its width is so many times what was asked for
constexpr float kBendShare = 0.5f;  // of the gap between nodes, that an edge takes which passes through a layer
constexpr float kSlack = 1.2f;      // drawn layers are not packed tightly
constexpr int kSteps = 16;

struct Layers {
  Adjacency nodes;            // of each layer, in the order in which they are dealt out
  std::vector<float> width;   // of each node with its gap
  std::vector<float> height;  // of each layer with its gap
};

// Nodes without anything above them first, those without anything below them last: their edges have the shortest way.
Layers Collect(const LayeredPart& part, std::span<const Size> sizes, const LayeredOptions& options) {
  const auto count = static_cast<std::uint32_t>(part.nodes.size());
  const std::uint32_t layer_count = *std::ranges::max_element(part.rank) + 1;
  std::vector<std::uint32_t> place(count, 0);
  std::vector<char> above(count, 0), below(count, 0);
  for (const FlowEdge& e : part.flow) below[e.upper] = above[e.lower] = 1;
  for (std::uint32_t v = 0; v < count; ++v) place[v] = !above[v] ? 0 : below[v] ? 1 : 2;
  Layers layers;
  layers.nodes =
      GroupByRow(layer_count, count, [&](std::uint32_t v) { return part.rank[v]; }, [](std::uint32_t v) { return v; });
  layers.height.assign(layer_count, 0);
  for (std::uint32_t v = 0; v < count; ++v) {
    const Size& size = sizes[part.nodes[v]];
    layers.width.push_back(size.w + options.node_gap);
    layers.height[part.rank[v]] = std::max(layers.height[part.rank[v]], size.h + options.layer_gap);
  }
  KeySorter sorter;
  for (std::uint32_t l = 0; l < layer_count; ++l)
    sorter.Sort(layers.nodes.Row(l), [&](std::uint32_t v) { return place[v]; });
  return layers;
}

// Deals every layer out to as few rows as hold it and about equally full: rank[v] becomes the row. Returns the height.
float Deal(const Layers& layers, float limit, std::vector<std::uint32_t>& rank) {
  float height = 0;
  std::uint32_t row = 0;
  for (std::uint32_t l = 0; l < layers.height.size(); ++l) {
    float total = 0;
    for (const std::uint32_t v : layers.nodes[l]) total += layers.width[v];
    const float rows = std::max(1.0f, std::ceil(total / limit));
    const float share = total / rows;
    float done = 0;
    const std::uint32_t first = row;
    for (const std::uint32_t v : layers.nodes[l]) {
      const float middle = done + layers.width[v] / 2;
      row = std::max(row, first + static_cast<std::uint32_t>(std::min(middle / share, rows - 1)));
      rank[v] = row;
      done += layers.width[v];
    }
    height += static_cast<float>(row - first + 1) * layers.height[l];
    ++row;
  }
  return height;
}

// Of the widest row, the edges that pass through it counted in.
float WidthOf(const LayeredPart& part, const Layers& layers, std::span<const std::uint32_t> rank, float bend_width) {
  std::vector<float> width(std::ranges::max(rank) + 2, 0);
  for (const FlowEdge& e : part.flow) {
    width[rank[e.upper] + 1] += bend_width;
    width[rank[e.lower]] -= bend_width;
  }
  for (std::size_t r = 1; r < width.size(); ++r) width[r] += width[r - 1];
  for (std::size_t v = 0; v < rank.size(); ++v) width[rank[v]] += layers.width[v];
  return kSlack * *std::ranges::max_element(width);
}

}  // namespace

bool BreakWideLayers(LayeredPart& part, std::span<const Size> sizes, const LayeredOptions& options) {
  const Layers layers = Collect(part, sizes, options);
  float widest = 0, least = 0;
  for (std::uint32_t l = 0; l < layers.height.size(); ++l) {
    float total = 0;
    for (const std::uint32_t v : layers.nodes[l]) total += layers.width[v], least = std::max(least, layers.width[v]);
    widest = std::max(widest, total);
  }
  std::vector<std::uint32_t> rank(part.rank.size());
  const float natural_height = Deal(layers, widest, rank);
  if (widest <= kTolerance * options.aspect * natural_height) return false;
  const std::size_t most_bends = MostBends(part.nodes.size(), part.flow.size());
  const float bend_width = kBendShare * options.node_gap;
  float low = least, high = widest;
  for (int step = 0; step < kSteps && high - low > 1; ++step) {
    const float middle = (low + high) / 2;
    const float height = Deal(layers, middle, rank);
    const bool too_narrow =
        CountBends(part.flow, rank) > most_bends || WidthOf(part, layers, rank, bend_width) < options.aspect * height;
    (too_narrow ? low : high) = middle;
  }
  Deal(layers, high, rank);
  // With many edges what passes through takes more room than cards leave.
  if (high == widest || WidthOf(part, layers, rank, bend_width) >= WidthOf(part, layers, part.rank, bend_width))
    return false;
  part.rank = std::move(rank);
  return true;
}

}  // namespace waymark
