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
// When narrow: the whole width counts like one segment in so many, but not more than some; small drawings keep their
// lines.
constexpr std::size_t kSegmentsPerWidth = 200, kMostWidth = 64;

// Works on places, the vertices' positions in LayeredPart::order, so that what is used together lies together.
class Placer {
 public:
  Placer(const LayeredPart& part, const Segments& segments, const Ports& ports, std::span<const float> width,
         float node_gap)
      : part_(part),
        segments_(segments),
        ports_(ports),
        node_count_(static_cast<std::uint32_t>(part.nodes.size())),
        gap_(part.order.size(), 0),
        x_(part.order.size(), 0) {
    for (std::uint32_t l = 0; l < part.LayerCount(); ++l) {
      const Layer layer = LayerAt(l);
      float right = 0;
      for (std::uint32_t i = layer.begin; i < layer.end; ++i) {
        if (i > layer.begin) {
          const std::uint32_t before = part.order[i - 1], v = part.order[i];
          const float gap = IsBend(before) || IsBend(v) ? node_gap * kBendGapShare : node_gap;
          gap_[i] = std::ceil((width[before] + width[v]) / 2 + gap);
        }
        x_[i] = right += gap_[i];
      }
      for (std::uint32_t i = layer.begin; i < layer.end; ++i) x_[i] -= right / 2;
    }
  }

  std::vector<float> PlaceNear(std::span<const float> anchor, std::span<const float> weight) {
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l) {
      const Layer layer = LayerAt(l);
      fit_.Clear();
      for (std::uint32_t i = layer.begin; i < layer.end; ++i)
        fit_.Add(anchor[part_.order[i]], weight[part_.order[i]], gap_[i]);
      TakeFit(layer);
    }
    return ByVertex();
  }

  std::vector<float> Place(bool narrow, std::int64_t& budget) {
    CollectPulls();
    for (int round = 0; round < kSquareRounds; ++round) {
      for (std::uint32_t i = 0; i < part_.LayerCount(); ++i) FitLayer(round % 2 == 0 ? i : part_.LayerCount() - 1 - i);
      budget -= 6 * static_cast<std::int64_t>(x_.size());
    }
    Round();
    // Where there are many more segments than vertices, they are what it takes.
    const auto size = static_cast<std::int64_t>(std::max(x_.size(), segments_.upper.size() / 4));
    if (budget >= size * size) Tighten(narrow, budget);
    for (int round = 0; round < kCenterRounds; ++round) Center();
    return ByVertex();
  }

 private:
  // A segment as one of its ends feels it: the other wants this one at x_[from] + offset.
  struct Pull {
    std::uint32_t from = 0;
    float offset = 0;
    float weight = 1;
  };
  struct Layer {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  int IsBend(std::uint32_t v) const { return v >= node_count_; }
  Layer LayerAt(std::uint32_t l) const { return {part_.layer_begin[l], part_.layer_begin[l + 1]}; }
  std::span<const Pull> PullsOf(std::uint32_t place) const {
    return {pulls_.data() + pull_begin_[place], pulls_.data() + pull_begin_[place + 1]};
  }
  // All edges alike, whatever they stand for: heavy ones would pull their ends out of the middle of the others.
  float Straightness(std::uint32_t s) const {
    return kStraightness[IsBend(segments_.upper[s]) + IsBend(segments_.lower[s])] *
           static_cast<float>(segments_.shared[s]);
  }

  void CollectPulls() {
    std::vector<std::uint32_t> place(part_.order.size());
    for (std::uint32_t i = 0; i < place.size(); ++i) place[part_.order[i]] = i;
    pulls_.reserve(2 * segments_.upper.size());
    pull_begin_.reserve(place.size() + 1);
    for (const std::uint32_t v : part_.order) {
      pull_begin_.push_back(static_cast<std::uint32_t>(pulls_.size()));
      for (const std::uint32_t s : segments_.up[v])
        pulls_.push_back({place[segments_.upper[s]], ports_.upper[s] - ports_.lower[s], Straightness(s)});
      for (const std::uint32_t s : segments_.down[v])
        pulls_.push_back({place[segments_.lower[s]], ports_.lower[s] - ports_.upper[s], Straightness(s)});
    }
    pull_begin_.push_back(static_cast<std::uint32_t>(pulls_.size()));
  }

  std::vector<float> ByVertex() const {
    std::vector<float> x(x_.size());
    for (std::size_t i = 0; i < x.size(); ++i) x[part_.order[i]] = x_[i];
    return x;
  }

  void TakeFit(Layer layer) {
    fit_.ForEach([&](std::uint32_t i) { return gap_[layer.begin + i]; },
                 [&](std::uint32_t i, float at) { x_[layer.begin + i] = at; });
  }

  // The least-squares places of one layer's vertices with the layers beside it held still.
  void FitLayer(std::uint32_t l) {
    const Layer layer = LayerAt(l);
    fit_.Clear();
    for (std::uint32_t i = layer.begin; i < layer.end; ++i) {
      float sum = 0, weight = 0;
      for (const Pull& pull : PullsOf(i)) sum += pull.weight * (x_[pull.from] + pull.offset), weight += pull.weight;
      fit_.Add(sum / weight, weight, gap_[i]);
    }
    TakeFit(layer);
  }

  void Round() {
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l) {
      const Layer layer = LayerAt(l);
      for (std::uint32_t i = layer.begin; i < layer.end; ++i) {
        const float rounded = std::round(x_[i]);
        x_[i] = i == layer.begin ? rounded : std::max(rounded, x_[i - 1] + gap_[i]);
      }
    }
  }

  // |a − b| of a segment is the sum of the slacks of two edges that leave a vertex of its own.
  void Tighten(bool narrow, std::int64_t& budget) {
    const auto vertices = static_cast<std::uint32_t>(x_.size()),
               segment_count = static_cast<std::uint32_t>(segments_.upper.size());
    std::vector<SimplexEdge> lines;
    lines.reserve(vertices + 2 * segment_count);
    std::vector<std::int32_t> position(vertices + segment_count);
    for (std::uint32_t i = 0; i < vertices; ++i) position[part_.order[i]] = static_cast<std::int32_t>(x_[i]);
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l) {
      const Layer layer = LayerAt(l);
      for (std::uint32_t i = layer.begin + 1; i < layer.end; ++i)
        lines.push_back({part_.order[i - 1], part_.order[i], static_cast<std::int32_t>(gap_[i]), 0});
    }
    for (std::uint32_t s = 0; s < segment_count; ++s) {
      const auto upper = static_cast<std::int32_t>(ports_.upper[s]), lower = static_cast<std::int32_t>(ports_.lower[s]);
      const auto weight = static_cast<std::int32_t>(Straightness(s));
      const std::uint32_t middle = vertices + s;
      lines.push_back({middle, segments_.upper[s], -upper, weight});
      lines.push_back({middle, segments_.lower[s], -lower, weight});
      position[middle] = std::min(position[segments_.upper[s]] + upper, position[segments_.lower[s]] + lower);
    }
    if (const std::size_t weight = std::min<std::size_t>(segment_count / kSegmentsPerWidth, kMostWidth);
        narrow && weight > 0)
      AddBorders(lines, position, static_cast<std::int32_t>(weight));
    SolveNetworkSimplex(lines, position, budget);
    for (std::uint32_t i = 0; i < vertices; ++i) x_[i] = static_cast<float>(position[part_.order[i]]);
  }

  // Two vertices that hold all others between them.
  void AddBorders(std::vector<SimplexEdge>& lines, std::vector<std::int32_t>& position, std::int32_t weight) const {
    const auto left = static_cast<std::uint32_t>(position.size()), right = left + 1;
    const auto [first, last] = std::ranges::minmax(std::span(position).first(x_.size()));
    position.insert(position.end(), {first, last});
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l) {
      lines.push_back({left, part_.order[LayerAt(l).begin], 0, 0});
      lines.push_back({part_.order[LayerAt(l).end - 1], right, 0, 0});
    }
    lines.push_back({left, right, 0, weight});
  }

  // Every vertex to the middle of the places that are equally good for it, as far as its neighbours let it.
  void Center() {
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l) {
      const Layer layer = LayerAt(l);
      for (std::uint32_t i = layer.begin; i < layer.end; ++i) {
        wanted_.clear();
        float total = 0;
        for (const Pull& pull : PullsOf(i))
          wanted_.push_back({x_[pull.from] + pull.offset, pull.weight}), total += pull.weight;
        sorted_.resize(wanted_.size());
        std::iota(sorted_.begin(), sorted_.end(), 0u);
        sorter_.Sort(sorted_, [this](std::uint32_t k) { return wanted_[k].at; });
        const auto wanted = [this](std::size_t k) { return wanted_[sorted_[k]]; };
        float below = 0;
        std::size_t k = 0;
        while (below + wanted(k).weight < total / 2) below += wanted(k++).weight;
        const bool even = below + wanted(k).weight == total / 2 && k + 1 < wanted_.size();
        float aim = std::floor((wanted(k).at + wanted(even ? k + 1 : k).at) / 2);
        if (i > layer.begin) aim = std::max(aim, x_[i - 1] + gap_[i]);
        if (i + 1 < layer.end) aim = std::min(aim, x_[i + 1] - gap_[i + 1]);
        x_[i] = aim;
      }
    }
  }

  const LayeredPart& part_;
  const Segments& segments_;
  const Ports& ports_;
  std::uint32_t node_count_;
  std::vector<float> gap_;  // of each place from the one before it, middle to middle
  std::vector<float> x_;    // of each place
  std::vector<Pull> pulls_;
  std::vector<std::uint32_t> pull_begin_;  // of each place, one past the last at the end
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
