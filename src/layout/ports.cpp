#include "layout/ports.hpp"

#include <algorithm>
#include <cmath>

#include "base/key_sort.hpp"
#include "layout/isotonic.hpp"

namespace waymark {
namespace {

constexpr float kPortGap = 16;  // at most; less on a crowded border
constexpr float kCornerShare =
    0.7f;  // of a border's width that ports may use, clear of round corners and of what stands in them
constexpr int kSlideRounds = 3;

// Both ends of every segment: at its upper vertex, where it is one of those that leave downward, and at its lower one.
struct Side {
  const Adjacency& row;                   // segments of each vertex, left to right
  const std::vector<std::uint32_t>& own;  // vertex of each segment on this side
  const std::vector<std::uint32_t>& far;  // and on the other
  std::vector<float>& offset;
  const std::vector<float>& far_offset;
};

float GapOf(float width, std::size_t count) {
  return std::min(kPortGap, width * kCornerShare / static_cast<float>(count));
}

Adjacency SortedRows(const Adjacency& rows, const std::vector<std::uint32_t>& far, std::span<const std::uint32_t> pos) {
  Adjacency sorted = rows;
  KeySorter sorter;
  for (std::uint32_t v = 0; v + 1 < sorted.begin.size(); ++v)
    sorter.Sort(sorted.Row(v), [&](std::uint32_t s) { return pos[far[s]]; });
  return sorted;
}

class Slider {
 public:
  Slider(const Segments& segments, Ports& ports, std::span<const float> width, std::span<const float> x)
      : width_(width),
        x_(x),
        down_{ports.down, segments.upper, segments.lower, ports.upper, ports.lower},
        up_{ports.up, segments.lower, segments.upper, ports.lower, ports.upper} {}

  void Slide() {
    for (int round = 0; round < kSlideRounds; ++round) {
      SlideSide(down_);
      SlideSide(up_);
    }
  }

 private:
  void SlideSide(const Side& side) {
    for (std::uint32_t v = 0; v < width_.size(); ++v) {
      const auto row = side.row[v];
      if (width_[v] == 0 || row.empty()) continue;
      const float gap = GapOf(width_[v], row.size());
      const float reach = width_[v] * kCornerShare / 2;
      fit_.Clear();
      for (const std::uint32_t s : row) fit_.Add(x_[side.far[s]] + side.far_offset[s] - x_[v], 1, gap);
      const auto last = static_cast<float>(row.size() - 1);
      fit_.ForEach([gap](std::uint32_t) { return gap; },
                   [&](std::uint32_t i, float at) {
                     const float before = gap * static_cast<float>(i);
                     side.offset[row[i]] = std::clamp(at, before - reach, before - gap * last + reach);
                   });
    }
  }

  std::span<const float> width_, x_;
  Side down_, up_;
  IsotonicFit fit_;
};

}  // namespace

Ports DistributePorts(const Segments& segments, std::span<const float> width, std::span<const std::uint32_t> pos) {
  const std::size_t count = segments.upper.size();
  Ports ports{std::vector<float>(count, 0), std::vector<float>(count, 0), SortedRows(segments.up, segments.upper, pos),
              SortedRows(segments.down, segments.lower, pos)};
  const auto spread = [](std::span<const std::uint32_t> row, float room, std::vector<float>& offset) {
    const float gap = GapOf(room, row.size());
    float at = -gap * static_cast<float>(row.size() - 1) / 2;
    for (const std::uint32_t s : row) {
      offset[s] = std::round(at);
      at += gap;
    }
  };
  for (std::uint32_t v = 0; v < width.size(); ++v) {
    if (ports.down.Count(v) > 1) spread(ports.down[v], width[v], ports.upper);
    if (ports.up.Count(v) > 1) spread(ports.up[v], width[v], ports.lower);
  }
  return ports;
}

void SlidePorts(const Segments& segments, std::span<const float> width, std::span<const float> x, Ports& ports) {
  Slider(segments, ports, width, x).Slide();
}

void JoinPorts(const Segments& segments, std::uint32_t v, std::span<const float> x, Ports& ports) {
  constexpr float kNear = kPortGap + 0.5f;
  const auto row = ports.down[v];
  const auto lean = [&](std::uint32_t s) {
    return std::abs(x[segments.lower[s]] + ports.lower[s] - x[v] - ports.upper[s]);
  };
  for (std::size_t begin = 0, end; begin < row.size(); begin = end) {
    std::uint32_t least = row[begin];
    for (end = begin + 1; end < row.size() && ports.upper[row[end]] - ports.upper[row[end - 1]] <= kNear; ++end)
      if (lean(row[end]) < lean(least)) least = row[end];
    const float at = ports.upper[least];
    for (std::size_t i = begin; i < end; ++i) ports.upper[row[i]] = at;
  }
}

}  // namespace waymark
