#include "layout/layer_memory.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "layout/ranking.hpp"
#include "layout/vertex_order.hpp"

namespace waymark {
namespace {

std::uint64_t PairOf(std::uint32_t from, std::uint32_t to) { return std::uint64_t{from} << 32 | to; }

// The nodes of a part in an order that its edges follow.
std::vector<std::uint32_t> TopologicalOrder(std::uint32_t count, std::span<const FlowEdge> flow,
                                            const Adjacency& down) {
  std::vector<std::uint32_t> missing(count, 0), order;
  for (const FlowEdge& e : flow) ++missing[e.lower];
  order.reserve(count);
  for (std::uint32_t v = 0; v < count; ++v)
    if (missing[v] == 0) order.push_back(v);
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const std::uint32_t w : down[order[i]])
      if (--missing[w] == 0) order.push_back(w);
  return order;
}

class Ranker {
 public:
  Ranker(const LayeredPart& part, const LayerMemory& memory)
      : part_(part),
        memory_(memory),
        count_(static_cast<std::uint32_t>(part.nodes.size())),
        rank_(count_, 0),
        placed_(count_, 0) {
    const auto edges = static_cast<std::uint32_t>(part.flow.size());
    const auto upper = [&](std::uint32_t e) { return part.flow[e].upper; };
    const auto lower = [&](std::uint32_t e) { return part.flow[e].lower; };
    down_ = GroupByRow(count_, edges, upper, lower);
    up_ = GroupByRow(count_, edges, lower, upper);
    topological_ = TopologicalOrder(count_, part.flow, down_);
  }

  std::vector<std::uint32_t> Run(std::int64_t& budget) {
    PlaceBlocks();
    PlaceOthers();
    for (const std::uint32_t v : topological_)
      for (const std::uint32_t u : up_[v]) rank_[v] = std::max(rank_[v], rank_[u] + 1);
    std::vector<std::int32_t> better = rank_;
    ImproveRanks(part_.flow, better, budget);
    if (Farthest(better) <= std::max(1, Farthest(rank_))) rank_ = std::move(better);
    const std::int32_t top = *std::ranges::min_element(rank_);
    std::vector<std::uint32_t> result(count_);
    std::ranges::transform(rank_, result.begin(),
                           [top](std::int32_t r) { return static_cast<std::uint32_t>(r - top); });
    return result;
  }

 private:
  std::int32_t Before(std::uint32_t v) const { return memory_.rank[part_.nodes[v]]; }
  bool Known(std::uint32_t v) const { return Before(v) != LayerMemory::kUnranked; }

  // What hung together keeps together; where several such blocks meet now, the largest stays and the others go where an
  // edge to what is placed wants them.
  void PlaceBlocks() {
    for (std::uint32_t v = 0; v < count_; ++v)
      if (Known(v)) blocks_[memory_.part[part_.nodes[v]]].push_back(v);
    std::vector<const std::vector<std::uint32_t>*> order;
    for (const auto& entry : blocks_) order.push_back(&entry.second);
    std::ranges::sort(order, [](const auto* a, const auto* b) {
      return a->size() != b->size() ? a->size() > b->size() : a->front() < b->front();
    });
    for (const auto* block : order) {
      std::int32_t least = std::numeric_limits<std::int32_t>::min(), most = std::numeric_limits<std::int32_t>::max();
      for (const std::uint32_t v : *block) {
        for (const std::uint32_t u : up_[v])
          if (placed_[u]) least = std::max(least, rank_[u] + 1 - Before(v));
        for (const std::uint32_t w : down_[v])
          if (placed_[w]) most = std::min(most, rank_[w] - 1 - Before(v));
      }
      const std::int32_t offset = least != std::numeric_limits<std::int32_t>::min()  ? least
                                  : most != std::numeric_limits<std::int32_t>::max() ? most
                                                                                     : 0;
      for (const std::uint32_t v : *block) rank_[v] = Before(v) + offset;
      for (const std::uint32_t v : *block) placed_[v] = 1;
    }
  }

  void PlaceOthers() {
    for (const std::uint32_t v : topological_) {
      if (placed_[v]) continue;
      for (const std::uint32_t u : up_[v]) {
        if (!placed_[u]) continue;
        rank_[v] = placed_[v] ? std::max(rank_[v], rank_[u] + 1) : rank_[u] + 1;
        placed_[v] = 1;
      }
    }
    for (auto v = topological_.rbegin(); v != topological_.rend(); ++v) {
      if (placed_[*v]) continue;
      for (const std::uint32_t w : down_[*v]) {
        if (!placed_[w]) continue;
        rank_[*v] = placed_[*v] ? std::min(rank_[*v], rank_[w] - 1) : rank_[w] - 1;
        placed_[*v] = 1;
      }
    }
  }

  // By how many ranks nodes of one block come to be farther from each other, or nearer, than they were.
  std::int32_t Farthest(std::span<const std::int32_t> rank) const {
    std::int32_t farthest = 0;
    for (const auto& entry : blocks_) {
      const auto [low, high] =
          std::ranges::minmax(entry.second, {}, [&](std::uint32_t v) { return rank[v] - Before(v); });
      farthest = std::max(farthest, (rank[high] - Before(high)) - (rank[low] - Before(low)));
    }
    return farthest;
  }

  const LayeredPart& part_;
  const LayerMemory& memory_;
  std::uint32_t count_;
  std::vector<std::int32_t> rank_;
  std::vector<char> placed_;
  Adjacency down_, up_;
  std::vector<std::uint32_t> topological_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> blocks_;
};

class Sifter {
 public:
  Sifter(const LayeredPart& part, const LayerMemory& memory)
      : part_(part), memory_(memory), graph_(part), key_(graph_.VertexCount(), 0), free_(graph_.VertexCount(), 0) {}

  void Run(LayeredPart& part) {
    FindKeys();
    SortByKeys();
    constexpr int kRounds = 3;
    bool moved = true;
    for (int round = 0; round < kRounds && moved; ++round) {
      moved = false;
      for (std::uint32_t v = 0; v < free_.size(); ++v)
        if (free_[v] && Sift(v)) moved = true;
    }
    part.layer_begin = graph_.layer_begin;
    part.order = std::move(order_.order);
  }

 private:
  std::uint32_t Node(std::uint32_t v) const { return part_.nodes[v]; }

  void FindKeys() {
    const std::uint32_t nodes = graph_.node_count;
    std::vector<char> known(nodes, 0);
    for (std::uint32_t v = 0; v < nodes; ++v) {
      known[v] = memory_.rank[Node(v)] != LayerMemory::kUnranked;
      free_[v] = !memory_.held[Node(v)];
      if (known[v]) key_[v] = memory_.x[Node(v)];
    }
    // New nodes between those they hang on, from these outwards.
    for (bool found = true; found;) {
      std::vector<float> sum(nodes, 0), near(nodes, 0);
      for (const FlowEdge& e : part_.flow) {
        if (known[e.upper] == known[e.lower]) continue;
        const std::uint32_t from = known[e.upper] ? e.upper : e.lower, to = known[e.upper] ? e.lower : e.upper;
        sum[to] += key_[from];
        near[to] += 1;
      }
      found = false;
      for (std::uint32_t v = 0; v < nodes; ++v) {
        if (known[v] || near[v] == 0) continue;
        key_[v] = sum[v] / near[v];
        known[v] = found = true;
      }
    }
    for (std::uint32_t e = 0; e < part_.flow.size(); ++e) {
      const auto [upper, lower, weight] = part_.flow[e];
      const std::uint32_t first = part_.first_bend[e], count = part_.first_bend[e + 1] - first;
      const std::vector<float>& bends = memory_.bends[part_.edges[e]];
      const bool same = bends.size() == count;
      for (std::uint32_t i = 0; i < count; ++i) {
        const float t = static_cast<float>(i + 1) / static_cast<float>(count + 1);
        key_[first + i] = same ? bends[i] : key_[upper] + (key_[lower] - key_[upper]) * t;
        free_[first + i] = !same || free_[upper] || free_[lower];
      }
    }
  }

  void SortByKeys() {
    const std::uint32_t count = graph_.VertexCount();
    order_.order.resize(count);
    order_.pos.resize(count);
    std::vector<std::uint32_t> next(graph_.layer_begin.begin(), graph_.layer_begin.end() - 1);
    for (std::uint32_t v = 0; v < count; ++v) order_.order[next[graph_.layer[v]]++] = v;
    for (std::uint32_t l = 0; l < graph_.LayerCount(); ++l) {
      const auto layer = order_.Layer(graph_, l);
      std::ranges::stable_sort(layer, {}, [&](std::uint32_t v) { return key_[v]; });
      for (std::uint32_t p = 0; p < layer.size(); ++p) order_.pos[layer[p]] = p;
    }
  }

  // Crossings of the edges of u and v when u stands left of v, less those when v stands left of u.
  std::int64_t Gain(std::uint32_t u, std::uint32_t v) const {
    std::int64_t gain = 0;
    for (const Adjacency* side : {&graph_.up, &graph_.down})
      for (const std::uint32_t a : (*side)[u])
        for (const std::uint32_t b : (*side)[v])
          gain += static_cast<int>(order_.pos[a] > order_.pos[b]) - static_cast<int>(order_.pos[a] < order_.pos[b]);
    return gain;
  }

  // How far from the mean of its neighbours v would stand between the vertices at `p` − 1 and `p` of `others`.
  float Away(std::span<const std::uint32_t> others, std::size_t p, float wish) const {
    if (others.empty()) return 0;
    const float left = key_[others[p > 0 ? p - 1 : 0]], right = key_[others[p < others.size() ? p : p - 1]];
    return wish < left ? left - wish : wish > right ? wish - right : 0;
  }

  float Wish(std::uint32_t v) const {
    float sum = 0;
    std::uint32_t count = 0;
    for (const Adjacency* side : {&graph_.up, &graph_.down})
      for (const std::uint32_t w : (*side)[v]) sum += key_[w], ++count;
    return count == 0 ? key_[v] : sum / static_cast<float>(count);
  }

  bool Sift(std::uint32_t v) {
    const auto layer = order_.Layer(graph_, graph_.layer[v]);
    if (layer.size() < 2) return false;
    std::vector<std::uint32_t> others;
    for (const std::uint32_t w : layer)
      if (w != v) others.push_back(w);
    const float wish = Wish(v);
    // Crossings relative to standing leftmost.
    std::int64_t crossings = 0, least = 0;
    std::size_t best = 0;
    float away = Away(others, 0, wish);
    for (std::size_t p = 1; p <= others.size(); ++p) {
      crossings -= Gain(v, others[p - 1]);
      const float now = Away(others, p, wish);
      if (crossings > least || (crossings == least && now >= away)) continue;
      least = crossings, best = p, away = now;
    }
    key_[v] = wish;
    if (order_.pos[v] == best) return false;
    others.insert(others.begin() + static_cast<std::ptrdiff_t>(best), v);
    std::ranges::copy(others, layer.begin());
    for (std::uint32_t p = 0; p < layer.size(); ++p) order_.pos[layer[p]] = p;
    return true;
  }

  const LayeredPart& part_;
  const LayerMemory& memory_;
  VertexGraph graph_;
  VertexOrder order_;
  std::vector<float> key_;
  std::vector<char> free_;
};

}  // namespace

LayerMemory Remember(const LayerOrder& order, std::span<const LayeredEdge> before_edges,
                     std::span<const std::uint32_t> now_of, std::uint32_t node_count,
                     std::span<const LayeredEdge> edges) {
  LayerMemory memory{std::vector<std::int32_t>(node_count, LayerMemory::kUnranked),
                     std::vector<std::uint32_t>(node_count, 0), std::vector<float>(node_count, 0),
                     std::vector<char>(node_count, 0), std::vector<std::vector<float>>(edges.size())};
  std::unordered_map<std::uint64_t, std::uint32_t> number;
  for (std::uint32_t e = 0; e < edges.size(); ++e) number.emplace(PairOf(edges[e].from, edges[e].to), e);
  std::vector<char> touched(node_count, 0), met(edges.size(), 0);
  std::vector<std::uint32_t> now_edge(before_edges.size(), kNowhere);
  for (std::uint32_t e = 0; e < before_edges.size(); ++e) {
    const std::uint32_t from = now_of[before_edges[e].from], to = now_of[before_edges[e].to];
    const auto found = from == kNowhere || to == kNowhere ? number.end() : number.find(PairOf(from, to));
    if (found != number.end()) {
      met[now_edge[e] = found->second] = 1;
      continue;
    }
    for (const std::uint32_t v : {from, to})
      if (v != kNowhere) touched[v] = 1;
  }
  for (std::uint32_t e = 0; e < edges.size(); ++e)
    if (!met[e]) touched[edges[e].from] = touched[edges[e].to] = 1;
  for (std::uint32_t p = 0; p < order.parts.size(); ++p) {
    const LayeredPart& part = order.parts[p];
    for (std::uint32_t v = 0; v < part.nodes.size(); ++v) {
      const std::uint32_t now = now_of[part.nodes[v]];
      if (now == kNowhere) continue;
      memory.rank[now] = static_cast<std::int32_t>(part.natural_rank[v]);
      memory.part[now] = p;
      memory.x[now] = part.anchor[v];
      memory.held[now] = !touched[now];
    }
    for (std::uint32_t e = 0; e < part.edges.size(); ++e) {
      const std::uint32_t now = now_edge[part.edges[e]];
      if (now == kNowhere) continue;
      for (std::uint32_t b = part.first_bend[e]; b < part.first_bend[e + 1]; ++b)
        memory.bends[now].push_back(part.anchor[part.bend_vertex[b - part.nodes.size()]]);
    }
  }
  return memory;
}

std::vector<std::uint32_t> RankAsBefore(const LayeredPart& part, const LayerMemory& memory, std::int64_t& budget) {
  return Ranker(part, memory).Run(budget);
}

void OrderAsBefore(LayeredPart& part, const LayerMemory& memory) { Sifter(part, memory).Run(part); }

}  // namespace waymark
