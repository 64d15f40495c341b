#include "layout/coordinates.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/key_sort.hpp"
#include "layout/isotonic.hpp"
#include "layout/network_simplex.hpp"

namespace waymark {
namespace {

constexpr float kBendGapShare = 0.5f;  // of the gap between nodes, where one or both neighbours are bends
constexpr int kSquareRounds = 12;
constexpr int kCenterRounds = 4;
// How much straighter a segment should be the more bends it joins (Gansner et al., section 4.2).
constexpr float kStraightness[3] = {1, 1, 2};
// When narrow: the whole width counts like one segment in so many, but not more than some; small drawings keep their lines.
constexpr std::size_t kSegmentsPerWidth = 200, kMostWidth = 64;

class Placer {
 public:
  Placer(const LayeredPart& part, const Segments& segments, const Ports& ports, std::span<const float> width, float node_gap)
      : part_(part),
        segments_(segments),
        ports_(ports),
        node_count_(static_cast<std::uint32_t>(part.nodes.size())),
        weight_(segments.upper.size()),
        gap_(part.order.size(), 0),
        x_(part.order.size(), 0) {
    // All edges alike, whatever they stand for: heavy ones would pull their ends out of the middle of the others.
    for (std::uint32_t s = 0; s < weight_.size(); ++s)
      weight_[s] = kStraightness[IsBend(segments.upper[s]) + IsBend(segments.lower[s])];
    for (std::uint32_t l = 0; l < part.LayerCount(); ++l) {
      const auto layer = Layer(l);
      for (std::size_t i = 1; i < layer.size(); ++i) {
        const float gap = IsBend(layer[i - 1]) || IsBend(layer[i]) ? node_gap * kBendGapShare : node_gap;
        gap_[layer[i]] = std::ceil((width[layer[i - 1]] + width[layer[i]]) / 2 + gap);
      }
      float right = 0;
      for (const std::uint32_t v : layer) x_[v] = right += gap_[v];
      for (const std::uint32_t v : layer) x_[v] -= right / 2;
    }
  }

  std::vector<float> PlaceNear(std::span<const float> anchor, std::span<const float> weight) {
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l) {
      const auto layer = Layer(l);
      fit_.Clear();
      for (const std::uint32_t v : layer) fit_.Add(anchor[v], weight[v], gap_[v]);
      fit_.ForEach([&](std::uint32_t i) { return gap_[layer[i]]; }, [&](std::uint32_t i, float at) { x_[layer[i]] = at; });
    }
    return std::move(x_);
  }

  std::vector<float> Place(bool narrow, std::int64_t& budget) {
    for (int round = 0; round < kSquareRounds; ++round) {
      for (std::uint32_t i = 0; i < part_.LayerCount(); ++i)
        FitLayer(round % 2 == 0 ? i : part_.LayerCount() - 1 - i);
      budget -= 6 * static_cast<std::int64_t>(x_.size());
    }
    Round();
    const auto size = static_cast<std::int64_t>(x_.size());
    if (budget >= size * size) Tighten(narrow, budget);
    for (int round = 0; round < kCenterRounds; ++round) Center();
    return std::move(x_);
  }

 private:
  int IsBend(std::uint32_t v) const { return v >= node_count_; }
  std::span<const std::uint32_t> Layer(std::uint32_t l) const {
    return {part_.order.data() + part_.layer_begin[l], part_.order.data() + part_.layer_begin[l + 1]};
  }
  // Where the vertex at the other end would like this one to be.
  float WantedByUpper(std::uint32_t s) const { return x_[segments_.upper[s]] + ports_.upper[s] - ports_.lower[s]; }
  float WantedByLower(std::uint32_t s) const { return x_[segments_.lower[s]] + ports_.lower[s] - ports_.upper[s]; }

  // The least-squares places of one layer's vertices with the layers beside it held still.
  void FitLayer(std::uint32_t l) {
    const auto layer = Layer(l);
    fit_.Clear();
    for (const std::uint32_t v : layer) {
      float sum = 0, weight = 0;
      for (const std::uint32_t s : segments_.up[v]) sum += weight_[s] * WantedByUpper(s), weight += weight_[s];
      for (const std::uint32_t s : segments_.down[v]) sum += weight_[s] * WantedByLower(s), weight += weight_[s];
      fit_.Add(sum / weight, weight, gap_[v]);
    }
    fit_.ForEach([&](std::uint32_t i) { return gap_[layer[i]]; }, [&](std::uint32_t i, float at) { x_[layer[i]] = at; });
  }

  void Round() {
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l) {
      const auto layer = Layer(l);
      for (std::size_t i = 0; i < layer.size(); ++i) {
        const float rounded = std::round(x_[layer[i]]);
        x_[layer[i]] = i == 0 ? rounded : std::max(rounded, x_[layer[i - 1]] + gap_[layer[i]]);
      }
    }
  }

  // |a − b| of a segment is the sum of the slacks of two edges that leave a vertex of its own.
  void Tighten(bool narrow, std::int64_t& budget) {
    const auto vertices = static_cast<std::uint32_t>(x_.size());
    std::vector<SimplexEdge> lines;
    lines.reserve(vertices + 2 * weight_.size());
    std::vector<std::int32_t> position(vertices + weight_.size());
    for (std::uint32_t v = 0; v < vertices; ++v) position[v] = static_cast<std::int32_t>(x_[v]);
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l) {
      const auto layer = Layer(l);
      for (std::size_t i = 1; i < layer.size(); ++i)
        lines.push_back({layer[i - 1], layer[i], static_cast<std::int32_t>(gap_[layer[i]]), 0});
    }
    for (std::uint32_t s = 0; s < weight_.size(); ++s) {
      const auto upper = static_cast<std::int32_t>(ports_.upper[s]), lower = static_cast<std::int32_t>(ports_.lower[s]);
      const auto weight = static_cast<std::int32_t>(weight_[s]);
      const std::uint32_t middle = vertices + s;
      lines.push_back({middle, segments_.upper[s], -upper, weight});
      lines.push_back({middle, segments_.lower[s], -lower, weight});
      position[middle] = std::min(position[segments_.upper[s]] + upper, position[segments_.lower[s]] + lower);
    }
    if (const std::size_t weight = std::min(weight_.size() / kSegmentsPerWidth, kMostWidth); narrow && weight > 0)
      AddBorders(lines, position, static_cast<std::int32_t>(weight));
    SolveNetworkSimplex(lines, position, budget);
    for (std::uint32_t v = 0; v < vertices; ++v) x_[v] = static_cast<float>(position[v]);
  }

  // Two vertices that hold all others between them.
  void AddBorders(std::vector<SimplexEdge>& lines, std::vector<std::int32_t>& position, std::int32_t weight) const {
    const auto left = static_cast<std::uint32_t>(position.size()), right = left + 1;
    const auto [first, last] = std::ranges::minmax(std::span(position).first(x_.size()));
    position.insert(position.end(), {first, last});
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l) {
      lines.push_back({left, Layer(l).front(), 0, 0});
      lines.push_back({Layer(l).back(), right, 0, 0});
    }
    lines.push_back({left, right, 0, weight});
  }

  // Every vertex to the middle of the places that are equally good for it, as far as its neighbours let it.
  void Center() {
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l) {
      const auto layer = Layer(l);
      for (std::size_t i = 0; i < layer.size(); ++i) {
        const std::uint32_t v = layer[i];
        wanted_.clear();
        float total = 0;
        for (const std::uint32_t s : segments_.up[v]) wanted_.push_back({WantedByUpper(s), weight_[s]}), total += weight_[s];
        for (const std::uint32_t s : segments_.down[v]) wanted_.push_back({WantedByLower(s), weight_[s]}), total += weight_[s];
        sorted_.resize(wanted_.size());
        std::iota(sorted_.begin(), sorted_.end(), 0u);
        sorter_.Sort(sorted_, [this](std::uint32_t k) { return wanted_[k].at; });
        const auto wanted = [this](std::size_t k) { return wanted_[sorted_[k]]; };
        float below = 0;
        std::size_t k = 0;
        while (below + wanted(k).weight < total / 2) below += wanted(k++).weight;
        const bool even = below + wanted(k).weight == total / 2 && k + 1 < wanted_.size();
        float aim = std::floor((wanted(k).at + wanted(even ? k + 1 : k).at) / 2);
        if (i > 0) aim = std::max(aim, x_[layer[i - 1]] + gap_[v]);
        if (i + 1 < layer.size()) aim = std::min(aim, x_[layer[i + 1]] - gap_[layer[i + 1]]);
        x_[v] = aim;
      }
    }
  }

  const LayeredPart& part_;
  const Segments& segments_;
  const Ports& ports_;
  std::uint32_t node_count_;
  std::vector<float> weight_;  // of each segment
  std::vector<float> gap_;     // of each vertex from the one before it, middle to middle
  std::vector<float> x_;
  IsotonicFit fit_;
  struct Wanted {
    float at;
    float weight;
  };
  std::vector<Wanted> wanted_;
  std::vector<std::uint32_t> sorted_;
  KeySorter sorter_;
};

}  // namespace

std::vector<float> PlaceVertices(const LayeredPart& part, const Segments& segments, const Ports& ports,
                                 std::span<const float> width, float node_gap, bool narrow, std::int64_t& budget) {
  return Placer(part, segments, ports, width, node_gap).Place(narrow, budget);
}

std::vector<float> PlaceVerticesNear(const LayeredPart& part, const Segments& segments, const Ports& ports,
                                     std::span<const float> width, float node_gap, std::span<const float> anchor,
                                     std::span<const float> weight) {
  return Placer(part, segments, ports, width, node_gap).PlaceNear(anchor, weight);
}

}  // namespace waymark
