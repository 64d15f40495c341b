#include "layout/order_sweeps.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "layout/place_set.hpp"

namespace waymark {
namespace {

constexpr int kRoundsPerScaling = 10;  // smoothing loses less than half of a float's digits in so many

// Work is counted by vertices, as sparse graphs need it. From so many neighbours a vertex on edges are counted too.
constexpr std::size_t kDense = 16;
constexpr std::int64_t kMostSmoothing = 200'000'000;  // steps of one call
constexpr std::size_t kManyPairs = 512;               // of edges; from here on sorting beats comparing all

}  // namespace

VertexOrder OrderSweeper::Start(Random* random) {
  const std::uint32_t count = graph_.VertexCount();
  VertexOrder result{std::vector<std::uint32_t>(count), std::vector<std::uint32_t>(count)};
  std::vector<std::uint32_t> filled(graph_.layer_begin.begin(), graph_.layer_begin.end() - 1);
  std::vector<char> seen(count, 0);
  std::vector<std::uint32_t> sources, open;
  for (std::uint32_t v = 0; v < count; ++v)
    if (graph_.up.Count(v) == 0) sources.push_back(v);
  const auto shuffle = [random](std::span<std::uint32_t> items) {
    if (!random) return;
    for (auto i = static_cast<std::uint32_t>(items.size()); i > 1; --i)
      std::swap(items[i - 1], items[random->Below(i)]);
  };
  shuffle(sources);
  // Undirected, so that a source is reached from what it shares with others.
  for (const std::uint32_t source : sources) {
    open.push_back(source);
    while (!open.empty()) {
      const std::uint32_t v = open.back();
      open.pop_back();
      if (seen[v]) continue;
      seen[v] = 1;
      result.pos[v] = filled[graph_.layer[v]] - graph_.layer_begin[graph_.layer[v]];
      result.order[filled[graph_.layer[v]]++] = v;
      const std::size_t before = open.size();
      for (const Adjacency* side : {&graph_.up, &graph_.down}) {
        const auto row = (*side)[v];
        for (auto it = row.rbegin(); it != row.rend(); ++it)
          if (!seen[*it]) open.push_back(*it);
      }
      shuffle(std::span(open).subspan(before));
    }
  }
  return result;
}

void OrderSweeper::Smooth(VertexOrder& order, int rounds, std::int64_t& work) {
  const std::uint32_t count = graph_.VertexCount();
  // Everything by place in the order: what stands near in the drawing lies near in memory.
  std::vector<std::uint32_t> begin, near;
  begin.reserve(count + 1);
  near.reserve(2 * graph_.up.item.size());
  smooth_.resize(count);
  next_.resize(count);
  const auto place = [&](std::uint32_t v) { return graph_.layer_begin[graph_.layer[v]] + order.pos[v]; };
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t v = order.order[i], l = graph_.layer[v];
    begin.push_back(static_cast<std::uint32_t>(near.size()));
    for (const std::uint32_t w : graph_.up[v]) near.push_back(place(w));
    for (const std::uint32_t w : graph_.down[v]) near.push_back(place(w));
    const auto width = static_cast<float>(graph_.layer_begin[l + 1] - graph_.layer_begin[l]);
    smooth_[i] = (static_cast<float>(order.pos[v]) + 0.5f) / width - 0.5f;
  }
  begin.push_back(static_cast<std::uint32_t>(near.size()));
  const auto round_cost = static_cast<std::int64_t>(near.size() > kDense * count ? near.size() : count);
  constexpr std::int64_t kLeastRounds = 2 * kRoundsPerScaling;
  rounds = static_cast<int>(std::min<std::int64_t>(rounds, std::max(kLeastRounds, kMostSmoothing / round_cost)));
  for (int round = 1; round <= rounds; ++round) {
    for (std::uint32_t i = 0; i < count; ++i) {
      float total = 0;
      for (std::uint32_t k = begin[i]; k < begin[i + 1]; ++k) total += smooth_[near[k]];
      next_[i] = 0.5f * (smooth_[i] + total / static_cast<float>(begin[i + 1] - begin[i]));
    }
    std::swap(smooth_, next_);
    work -= round_cost;
    if ((round % kRoundsPerScaling == 0 || round == rounds) && !TakeCommonAway(begin)) break;
  }
  for (std::uint32_t i = 0; i < count; ++i) next_[order.order[i]] = smooth_[i];
  for (std::uint32_t l = 0; l < graph_.LayerCount(); ++l) {
    const auto layer = order.Layer(graph_, l);
    sorter_.Sort(layer, [this](std::uint32_t v) { return next_[v]; });
    for (std::uint32_t p = 0; p < layer.size(); ++p) order.pos[layer[p]] = p;
  }
}

bool OrderSweeper::TakeCommonAway(std::span<const std::uint32_t> begin) {
  double sum = 0, largest = 0;
  for (std::size_t i = 0; i < smooth_.size(); ++i) sum += static_cast<double>(smooth_[i]) * (begin[i + 1] - begin[i]);
  const auto common = static_cast<float>(sum / begin.back());
  for (float& x : smooth_) {
    x -= common;
    largest = std::max(largest, static_cast<double>(std::abs(x)));
  }
  if (largest < 1e-6) return false;
  const auto scale = static_cast<float>(0.5 / largest);
  for (float& x : smooth_) x *= scale;
  return true;
}

void OrderSweeper::Sweep(VertexOrder& order, bool downward, bool flip_ties, std::int64_t& work) {
  const Adjacency& side = downward ? graph_.up : graph_.down;
  const std::uint32_t layers = graph_.LayerCount();
  for (std::uint32_t i = 1; i < layers; ++i) {
    const auto layer = order.Layer(graph_, downward ? i : layers - 1 - i);
    movable_.clear();
    for (const std::uint32_t v : layer) {
      const auto row = side[v];
      work -= 2 + static_cast<std::int64_t>(row.size());
      if (row.empty()) continue;
      std::uint64_t sum = 0;
      for (const std::uint32_t w : row) sum += order.pos[w];
      key_[v] = static_cast<float>(sum) / static_cast<float>(row.size());
      movable_.push_back(v);
    }
    if (flip_ties) std::ranges::reverse(movable_);
    sorter_.Sort(movable_, [this](std::uint32_t v) { return key_[v]; });
    std::size_t next = 0;
    for (std::uint32_t& v : layer)
      if (!side[v].empty()) v = movable_[next++];
    for (std::uint32_t p = 0; p < layer.size(); ++p) order.pos[layer[p]] = p;
  }
}

std::int64_t OrderSweeper::Gain(const Adjacency& side, const VertexOrder& order, std::uint32_t u, std::uint32_t v,
                                std::int64_t& work) {
  const auto row_u = side[u], row_v = side[v];
  if (row_u.size() * row_v.size() > kManyPairs) return SortedGain(row_u, row_v, order, work);
  std::int64_t gain = 0;
  for (const std::uint32_t a : row_u)
    for (const std::uint32_t b : row_v)
      gain += static_cast<int>(order.pos[a] > order.pos[b]) - static_cast<int>(order.pos[a] < order.pos[b]);
  return gain;
}

std::int64_t OrderSweeper::SortedGain(std::span<const std::uint32_t> row_u, std::span<const std::uint32_t> row_v,
                                      const VertexOrder& order, std::int64_t& work) {
  const auto places = [&](std::span<const std::uint32_t> row, std::vector<std::uint32_t>& out) {
    out.clear();
    for (const std::uint32_t w : row) out.push_back(order.pos[w]);
    sorter_.Sort(out, [](std::uint32_t place) { return place; });
  };
  places(row_u, places_u_);
  places(row_v, places_v_);
  work -= 8 * static_cast<std::int64_t>(row_u.size() + row_v.size());
  std::int64_t gain = 0;
  std::size_t less = 0, not_greater = 0;  // of the places of v, than that of u
  for (const std::uint32_t place : places_u_) {
    while (less < places_v_.size() && places_v_[less] < place) ++less;
    while (not_greater < places_v_.size() && places_v_[not_greater] <= place) ++not_greater;
    gain += static_cast<std::int64_t>(less + not_greater) - static_cast<std::int64_t>(places_v_.size());
  }
  return gain;
}

std::int64_t OrderSweeper::Exchange(VertexOrder& order, std::int64_t& work) {
  std::int64_t total = 0;
  // Places where a vertex or a neighbour of it moved, in the last pass and in this one: two vertices that stand side by
  // side and clear of these are not looked at again.
  PlaceSet before(graph_.VertexCount(), true), now(graph_.VertexCount(), false);
  const auto touch = [&](std::uint32_t v) { now.Add(graph_.layer_begin[graph_.layer[v]] + order.pos[v]); };
  // A pass through a sparse graph is finished even when work runs out on its way.
  const std::int64_t overdraft = -16 * static_cast<std::int64_t>(graph_.VertexCount());
  for (bool moved = true; moved && work > 0;) {
    moved = false;
    work -= graph_.VertexCount() / 64;
    for (std::uint32_t l = 0; l < graph_.LayerCount() && work > overdraft; ++l) {
      const std::uint32_t begin = graph_.layer_begin[l], end = graph_.layer_begin[l + 1];
      for (std::uint32_t at = begin; at + 1 < end; ++at) {
        const std::uint32_t found = before.NextOfEither(now, at, end);
        if (found == end) break;
        at = std::max(at, std::max(found, 1u) - 1);
        work -= 4;
        const std::uint32_t u = order.order[at], v = order.order[at + 1];
        const std::int64_t gain = Gain(graph_.up, order, u, v, work) + Gain(graph_.down, order, u, v, work);
        if (gain <= 0) continue;
        std::swap(order.order[at], order.order[at + 1]);
        order.pos[u] = at + 1 - begin, order.pos[v] = at - begin;
        for (const std::uint32_t w : {u, v}) {
          touch(w);
          for (const std::uint32_t near : graph_.up[w]) touch(near);
          for (const std::uint32_t near : graph_.down[w]) touch(near);
        }
        total += gain;
        moved = true;
      }
    }
    std::swap(before, now);
    now.Clear();
  }
  return total;
}

}  // namespace waymark
