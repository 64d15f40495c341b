#include "layout/crossing_reduction.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "base/compact_sort.hpp"
#include "base/key_sort.hpp"
#include "layout/order_sweeps.hpp"
#include "layout/random.hpp"
#include "layout/reinsertion.hpp"
#include "layout/vertex_order.hpp"

namespace waymark {
namespace {

struct Effort {
  int starts;           // at most
  int stale_sweeps;     // a start is given up after so many sweeps without a better order
  std::size_t finals;   // starts that are improved by reinsertion
  int final_rounds;     // rounds for each of them
  int stale_rounds;     // the best goes on until so many rounds have found nothing better
  std::uint32_t reach;  // of reinsertion, in places
  std::int64_t work;    // steps in all
};

constexpr std::int64_t kMostWork = 300'000'000;     // of a part, whatever the quality: about a second, natively
constexpr std::int64_t kMostFastWork = 26'000'000;  // some ten sweeps of 100,000 nodes

// From so many vertices on they are renumbered, since what does not fit into a processor's nearest cache is slow to
// visit at random; and but for `fast` the shape of the whole is sought for longer.
constexpr std::uint32_t kManyVertices = 4096;

// Chosen by measurement, see docs/layout.md.
Effort EffortFor(LayoutQuality quality, std::uint32_t vertices) {
  const auto work = [vertices](std::int64_t per_vertex) {
    return std::min(2'000'000 + per_vertex * vertices, kMostWork);
  };
  switch (quality) {
    case LayoutQuality::kFast:
      return {1, 3, 1, 1, 0, 6, std::min(work(600), kMostFastWork)};
    case LayoutQuality::kBalanced:
      return {3, 3, 2, 2, 3, 16, work(vertices < kManyVertices ? 5'400 : 9'000)};
    case LayoutQuality::kBest:
      return {9, 5, 3, 4, 5, 30, work(50'000)};
  }
  return {};
}

// Rounds of smoothing that starts begin with, in turn: few keep what is near together, many find the shape of the
// whole. On large parts that takes more of them.
constexpr std::uint32_t kLargePart = 1000;  // vertices
constexpr int kSmoothRounds[] = {100, 400, 40}, kLargeSmoothRounds[] = {100, 800, 3000},
              kHugeSmoothRounds[] = {3000, 3000, 800};

std::span<const int> SmoothRounds(LayoutQuality quality, std::uint32_t vertices) {
  if (vertices < kLargePart) return kSmoothRounds;
  return vertices < kManyVertices || quality == LayoutQuality::kFast ? kLargeSmoothRounds : kHugeSmoothRounds;
}

struct Candidate {
  std::int64_t crossings = 0;
  VertexOrder order;
};

class Reducer {
 public:
  // `walk`, when given, is what the first start begins with.
  Reducer(const LayeredPart& part, LayoutQuality quality, const VertexOrder* walk)
      : graph_(part),
        sweeper_(graph_),
        effort_(EffortFor(quality, graph_.VertexCount())),
        smooth_rounds_(SmoothRounds(quality, graph_.VertexCount())),
        reinserter_(graph_, part, effort_.reach),
        walk_(walk),
        work_(effort_.work) {}

  VertexOrder Reduce() {
    for (int start = 0; start < effort_.starts; ++start) {
      // No more than half the work, so that what has been found can be improved.
      if (start > 0 && (finals_[0].crossings == 0 || work_ < effort_.work / 2)) break;
      Keep(SweptStart(start == 0 ? nullptr : &random_,
                      smooth_rounds_[static_cast<std::size_t>(start) % smooth_rounds_.size()]));
    }
    for (Candidate& candidate : finals_)
      for (int round = 0; round < effort_.final_rounds; ++round) Reinsert(candidate);
    CompactStableSort(finals_, &Candidate::crossings);
    for (int stale = 0; stale < effort_.stale_rounds; ++stale)
      if (Reinsert(finals_[0])) stale = -1;
    return std::move(finals_[0].order);
  }
  const VertexGraph& graph() const { return graph_; }
  std::int64_t StepsTaken() const { return effort_.work - work_; }

 private:
  Candidate SweptStart(Random* random, int smooth_rounds) {
    VertexOrder order = walk_ && !random ? *walk_ : sweeper_.Start(random);
    sweeper_.Smooth(order, smooth_rounds, work_);
    Candidate best{Count(order), order};
    for (int sweep = 0, stale = 0; stale < effort_.stale_sweeps && work_ > 0; ++sweep, ++stale) {
      sweeper_.Sweep(order, sweep % 2 == 0, sweep % 4 >= 2, work_);
      sweeper_.Exchange(order, work_);
      const std::int64_t crossings = Count(order);
      if (crossings < best.crossings) best = {crossings, order}, stale = -1;
    }
    return best;
  }

  // In a sparse graph counting takes no longer than the sweep before it, which counts for both.
  std::int64_t Count(const VertexOrder& order) {
    constexpr std::size_t kDense = 8;
    const std::size_t segments = graph_.down.item.size();
    if (segments > kDense * graph_.VertexCount()) work_ -= 8 * static_cast<std::int64_t>(segments);
    return counter_.CountAll(graph_, order);
  }

  void Keep(Candidate candidate) {
    const auto place = std::ranges::upper_bound(finals_, candidate.crossings, {}, &Candidate::crossings);
    finals_.insert(place, std::move(candidate));
    if (finals_.size() > effort_.finals) finals_.pop_back();
  }

  // Whether a round has found something better. The wandering goes on from where it was.
  bool Reinsert(Candidate& candidate) {
    if (work_ <= 0 || candidate.crossings == 0) return false;
    VertexOrder order = candidate.order;
    reinserter_.Round(order, random_, work_);
    const std::int64_t crossings = Count(order);
    const bool better = crossings < candidate.crossings;
    if (crossings <= candidate.crossings) candidate = {crossings, std::move(order)};
    return better;
  }

  VertexGraph graph_;
  OrderSweeper sweeper_;
  Effort effort_;
  std::span<const int> smooth_rounds_;
  Reinserter reinserter_;
  CrossingCounter counter_;
  Random random_{1};
  const VertexOrder* walk_;
  std::int64_t work_;
  std::vector<Candidate> finals_;  // best first
};

// A part whose nodes and edges are numbered as they stand, layer by layer, when it is walked depth first: what is
// looked at together lies together.
struct Renumbered {
  LayeredPart part;
  std::vector<std::uint32_t> original;  // of each vertex
  VertexOrder walk;
};

Renumbered Renumber(const LayeredPart& part) {
  const VertexGraph graph(part);
  Renumbered result;
  std::vector<std::uint32_t> number(graph.VertexCount()), edges(part.flow.size()), pos(graph.VertexCount());
  result.walk = OrderSweeper(graph).Start(nullptr);
  for (const std::uint32_t v : result.walk.order) {
    if (v >= graph.node_count) continue;
    number[v] = static_cast<std::uint32_t>(result.original.size());
    result.original.push_back(v);
    result.part.rank.push_back(part.rank[v]);
  }
  result.part.nodes = result.original;
  std::iota(edges.begin(), edges.end(), 0u);
  KeySorter sorter;
  sorter.Sort(edges, [&](std::uint32_t e) { return number[part.flow[e].lower]; });
  sorter.Sort(edges, [&](std::uint32_t e) { return number[part.flow[e].upper]; });
  for (const std::uint32_t e : edges) {
    result.part.first_bend.push_back(static_cast<std::uint32_t>(result.original.size()));
    result.part.flow.push_back({number[part.flow[e].upper], number[part.flow[e].lower], part.flow[e].weight});
    for (std::uint32_t b = part.first_bend[e]; b < part.first_bend[e + 1]; ++b) {
      number[b] = static_cast<std::uint32_t>(result.original.size());
      result.original.push_back(b);
    }
  }
  result.part.first_bend.push_back(static_cast<std::uint32_t>(result.original.size()));
  for (std::uint32_t& v : result.walk.order) v = number[v];
  for (std::uint32_t v = 0; v < number.size(); ++v) pos[number[v]] = result.walk.pos[v];
  result.walk.pos = std::move(pos);
  return result;
}

std::int64_t Order(LayeredPart& part, LayoutQuality quality, const VertexOrder* walk) {
  Reducer reducer(part, quality, walk);
  VertexOrder order = reducer.Reduce();
  part.layer_begin = reducer.graph().layer_begin;
  part.order = std::move(order.order);
  return reducer.StepsTaken();
}

}  // namespace

std::int64_t OrderVertices(LayeredPart& part, LayoutQuality quality) {
  if (part.first_bend.back() < kManyVertices) return Order(part, quality, nullptr);
  Renumbered renumbered = Renumber(part);
  const std::int64_t steps = Order(renumbered.part, quality, &renumbered.walk);
  part.layer_begin = std::move(renumbered.part.layer_begin);
  part.order = std::move(renumbered.part.order);
  for (std::uint32_t& v : part.order) v = renumbered.original[v];
  return steps;
}

}  // namespace waymark
