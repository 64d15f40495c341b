#include "layout/order_sweeps.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace waymark {

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
    for (auto i = static_cast<std::uint32_t>(items.size()); i > 1; --i) std::swap(items[i - 1], items[random->Below(i)]);
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
  smooth_.resize(count);
  next_.resize(count);
  for (std::uint32_t v = 0; v < count; ++v) {
    const std::uint32_t l = graph_.layer[v];
    const auto width = static_cast<float>(graph_.layer_begin[l + 1] - graph_.layer_begin[l]);
    smooth_[v] = (static_cast<float>(order.pos[v]) + 0.5f) / width - 0.5f;
  }
  for (int round = 0; round < rounds; ++round) {
    double sum = 0, degrees = 0, largest = 0;
    for (std::uint32_t v = 0; v < count; ++v) {
      float total = 0;
      for (const std::uint32_t w : graph_.up[v]) total += smooth_[w];
      for (const std::uint32_t w : graph_.down[v]) total += smooth_[w];
      const auto degree = static_cast<float>(graph_.up.Count(v) + graph_.down.Count(v));
      next_[v] = 0.5f * (smooth_[v] + total / degree);
      sum += static_cast<double>(next_[v]) * static_cast<double>(degree);
      degrees += static_cast<double>(degree);
    }
    const auto common = static_cast<float>(sum / degrees);
    for (float& x : next_) {
      x -= common;
      largest = std::max(largest, static_cast<double>(std::abs(x)));
    }
    if (largest < 1e-6) break;  // symmetric: nothing to tell vertices apart by
    const auto scale = static_cast<float>(0.5 / largest);
    for (std::uint32_t v = 0; v < count; ++v) smooth_[v] = next_[v] * scale;
    work -= 4 * static_cast<std::int64_t>(count);
  }
  for (std::uint32_t l = 0; l < graph_.LayerCount(); ++l) {
    const auto layer = order.Layer(graph_, l);
    sorter_.Sort(layer, [this](std::uint32_t v) { return smooth_[v]; });
    for (std::uint32_t p = 0; p < layer.size(); ++p) order.pos[layer[p]] = p;
  }
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
      std::uint32_t sum = 0;
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

std::int64_t OrderSweeper::Gain(const Adjacency& side, const VertexOrder& order, std::uint32_t u, std::uint32_t v) const {
  std::int64_t gain = 0;
  for (const std::uint32_t a : side[u])
    for (const std::uint32_t b : side[v])
      gain += static_cast<int>(order.pos[a] > order.pos[b]) - static_cast<int>(order.pos[a] < order.pos[b]);
  return gain;
}

std::int64_t OrderSweeper::Exchange(VertexOrder& order, std::int64_t& work) {
  std::int64_t total = 0;
  // The last pass in which a vertex or a neighbour of it moved: two that stand side by side since are not looked at again.
  changed_.assign(graph_.VertexCount(), 0);
  layer_changed_.assign(graph_.LayerCount(), 0);
  std::uint32_t pass = 0;
  const auto touch = [&](std::uint32_t v) {
    changed_[v] = pass;
    layer_changed_[graph_.layer[v]] = pass;
  };
  for (bool moved = true; moved && work > 0;) {
    moved = false;
    ++pass;
    for (std::uint32_t l = 0; l < graph_.LayerCount(); ++l) {
      if (layer_changed_[l] + 1 < pass) continue;
      const auto layer = order.Layer(graph_, l);
      work -= static_cast<std::int64_t>(layer.size());
      for (std::uint32_t p = 0; p + 1 < layer.size(); ++p) {
        const std::uint32_t u = layer[p], v = layer[p + 1];
        if (std::max(changed_[u], changed_[v]) + 1 < pass) continue;
        work -= 4;
        const std::int64_t gain = Gain(graph_.up, order, u, v) + Gain(graph_.down, order, u, v);
        if (gain <= 0) continue;
        std::swap(layer[p], layer[p + 1]);
        order.pos[u] = p + 1, order.pos[v] = p;
        for (const std::uint32_t w : {u, v}) {
          touch(w);
          for (const std::uint32_t near : graph_.up[w]) touch(near);
          for (const std::uint32_t near : graph_.down[w]) touch(near);
        }
        total += gain;
        moved = true;
      }
    }
  }
  return total;
}

}  // namespace waymark
