#include "layout/reinsertion.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace waymark {
namespace {

constexpr std::size_t kManyStraight = 8;           // chains without bends that are looked at in one go
constexpr std::int64_t kMostMoving = 250'000'000;  // steps for one node; a hub that takes more stays

}  // namespace

Reinserter::Reinserter(const VertexGraph& graph, const LayeredPart& part, std::uint32_t reach)
    : graph_(graph),
      part_(part),
      reach_(reach),
      rows_(graph.LayerCount()),
      pos_(graph.VertexCount()),
      sequence_(graph.node_count) {
  const auto ends = static_cast<std::uint32_t>(2 * part.flow.size());
  edges_of_ = GroupByRow(
      graph.node_count, ends,
      [&](std::uint32_t i) { return i % 2 == 0 ? part.flow[i / 2].upper : part.flow[i / 2].lower; },
      [](std::uint32_t i) { return i / 2; });
  for (std::uint32_t v = 0; v < graph.node_count; ++v) sequence_[v] = v;
  segments_a_layer_ = static_cast<std::int64_t>(graph.down.item.size() / rows_.size());
}

void Reinserter::Round(VertexOrder& order, Random& random, std::int64_t& work) {
  Load(order);
  for (std::uint32_t i = graph_.node_count; i > 1; --i) std::swap(sequence_[i - 1], sequence_[random.Below(i)]);
  for (const std::uint32_t v : sequence_) {
    if (work <= 0) break;
    steps_ = 0;
    MoveNode(v, random);
    work -= steps_;
  }
  Store(order);
}

void Reinserter::Load(const VertexOrder& order) {
  for (std::uint32_t l = 0; l < rows_.size(); ++l) {
    const auto layer = order.Layer(graph_, l);
    rows_[l].assign(layer.begin(), layer.end());
  }
  pos_ = order.pos;
}

void Reinserter::Store(VertexOrder& order) const {
  for (std::uint32_t l = 0; l < rows_.size(); ++l) std::ranges::copy(rows_[l], order.Layer(graph_, l).begin());
  order.pos = pos_;
}

void Reinserter::Remove(std::uint32_t v) {
  auto& row = rows_[graph_.layer[v]];
  for (std::uint32_t p = pos_[v]; p + 1 < row.size(); ++p) pos_[row[p] = row[p + 1]] = p;
  row.pop_back();
  pos_[v] = kAbsent;
}

void Reinserter::Insert(std::uint32_t v, std::uint32_t gap) {
  auto& row = rows_[graph_.layer[v]];
  row.push_back(v);
  for (auto p = static_cast<std::uint32_t>(row.size() - 1); p > gap; --p) pos_[row[p] = row[p - 1]] = p;
  row[gap] = v;
  pos_[v] = gap;
}

void Reinserter::CollectChains(std::uint32_t v) {
  chains_.clear();
  for (const std::uint32_t e : edges_of_[v]) {
    const FlowEdge& edge = part_.flow[e];
    const std::uint32_t begin = part_.first_bend[e], count = part_.first_bend[e + 1] - begin;
    if (edge.lower == v)
      chains_.push_back({edge.upper, begin, count, true, ShareOf(edge.upper)});
    else
      chains_.push_back({edge.lower, begin + count - 1, count, false, ShareOf(edge.lower)});
  }
}

float Reinserter::ShareOf(std::uint32_t v) const {
  return (static_cast<float>(pos_[v]) + 0.5f) / static_cast<float>(rows_[graph_.layer[v]].size());
}

Reinserter::Window Reinserter::WindowOf(std::uint32_t layer, float left, float right) const {
  const auto gaps = static_cast<std::uint32_t>(rows_[layer].size());
  const auto first = static_cast<std::uint32_t>(left * static_cast<float>(gaps));
  const auto last = std::min(gaps, static_cast<std::uint32_t>(std::ceil(right * static_cast<float>(gaps))));
  return {first - std::min(first, reach_), std::min(gaps, last + reach_)};
}

Reinserter::Window Reinserter::WindowAt(const Chain& chain, std::uint32_t i) const {
  if (i == chain.bend_count) return WindowOf(LayerAt(chain, i), left_, right_);
  const float t = static_cast<float>(i + 1) / static_cast<float>(chain.bend_count + 1);
  return WindowOf(LayerAt(chain, i), chain.share + t * (left_ - chain.share), chain.share + t * (right_ - chain.share));
}

void Reinserter::MoveNode(std::uint32_t v, Random& random) {
  CollectChains(v);
  const std::uint32_t layer = graph_.layer[v];
  if (rows_[layer].size() == 1 && std::ranges::all_of(chains_, [](const Chain& c) { return c.bend_count == 0; }))
    return;
  if (CostOfMoving() > kMostMoving) return;
  left_ = right_ = ShareOf(v);
  for (const Chain& chain : chains_) {
    left_ = std::min(left_, chain.share);
    right_ = std::max(right_, chain.share);
  }
  Remove(v);
  for (const Chain& chain : chains_)
    for (std::uint32_t i = 0; i < chain.bend_count; ++i) Remove(Bend(chain, i));

  const Window window = WindowOf(layer, left_, right_);
  total_.assign(window.Size(), 0);
  const Chain* bent = nullptr;
  std::size_t bent_count = 0;
  const auto straight = static_cast<std::size_t>(std::ranges::count(chains_, 0u, &Chain::bend_count));
  const bool in_one_go = straight >= kManyStraight;
  if (in_one_go)
    for (const bool downward : {true, false}) AddStraightChains(downward, window);
  for (const Chain& chain : chains_) {
    if (in_one_go && chain.bend_count == 0) continue;
    LeaveFarEnd(chain, here_);
    if (chain.bend_count > 0) bent = &chain, ++bent_count;
    if (origin_.size() <= chain.bend_count) origin_.resize(chain.bend_count + 1);
    for (std::uint32_t i = 1; i <= chain.bend_count; ++i) {
      Advance(chain, i, here_, next_, origin_[i]);
      std::swap(here_, next_);
    }
    for (std::size_t p = 0; p < total_.size(); ++p) total_[p] += here_[p];
  }
  const std::int64_t least = *std::ranges::min_element(total_);
  auto pick = random.Below(static_cast<std::uint32_t>(std::ranges::count(total_, least)));
  std::uint32_t at = 0;
  while (total_[at] != least || pick-- > 0) ++at;
  Insert(v, window.first + at);
  if (bent_count == 1) return Return(*bent, origin_[bent->bend_count][at]);  // the ways found are as they were
  for (const Chain& chain : chains_)
    if (chain.bend_count > 0) Route(chain, v);
}

std::int64_t Reinserter::CostOfMoving() const {
  std::int64_t layers = 2;
  for (const Chain& chain : chains_) layers += chain.bend_count;
  return layers * segments_a_layer_;
}

// Passing a vertex with an edge to place p takes a crossing from every chain that ends right of p and brings one to
// every chain that ends left of it.
void Reinserter::AddStraightChains(bool downward, Window window) {
  ends_left_.clear();
  std::uint32_t layer = 0;  // of the node
  std::int64_t count = 0;
  for (const Chain& chain : chains_) {
    if (chain.bend_count > 0 || chain.downward != downward) continue;
    const std::uint32_t far_layer = graph_.layer[chain.far_end];
    if (ends_left_.empty()) ends_left_.assign(rows_[far_layer].size() + 1, 0), layer = LayerAt(chain, 0);
    ++ends_left_[pos_[chain.far_end] + 1];
    ++count;
  }
  if (count == 0) return;
  for (std::size_t p = 1; p < ends_left_.size(); ++p) ends_left_[p] += ends_left_[p - 1];
  const Adjacency& behind = downward ? graph_.up : graph_.down;
  std::int64_t crossings = 0;
  std::size_t neighbours = 0;
  for (std::uint32_t j = window.first; j < window.last; ++j) {
    const auto row = behind[rows_[layer][j]];
    neighbours += row.size();
    for (const std::uint32_t a : row)
      if (const std::uint32_t p = pos_[a]; p != kAbsent)
        crossings += std::int64_t{ends_left_[p]} - (count - std::int64_t{ends_left_[p + 1]});
    total_[j + 1 - window.first] += crossings;
  }
  steps_ += 2 * window.Size() * count;
  CountLookedAt(neighbours, window.Size());
}

void Reinserter::LeaveFarEnd(const Chain& chain, Costs& costs) {
  const auto& to = rows_[LayerAt(chain, 0)];
  const Window window = WindowAt(chain, 0);
  const std::uint32_t own = pos_[chain.far_end];
  std::int32_t crossings = 0;
  std::size_t neighbours = 0;
  costs.clear();
  costs.push_back(0);
  for (std::uint32_t j = window.first; j < window.last; ++j) {
    const auto row = Behind(chain)[to[j]];
    neighbours += row.size();
    for (const std::uint32_t a : row)
      if (pos_[a] != kAbsent) crossings += static_cast<int>(pos_[a] > own) - static_cast<int>(pos_[a] < own);
    costs.push_back(crossings);
  }
  steps_ += 2 * window.Size();
  CountLookedAt(neighbours, window.Size());
}

// g(i), the cost of coming from gap i, is kept while j runs over the gaps from left to right: passing a vertex that has
// an edge to position p makes the ways from gaps up to p one dearer and all others one cheaper. So where g(i) is more
// than g of some gap further right, i is never best again. The other gaps are a chain of costs that grow to the right;
// an edge changes only one of the differences along it.
void Reinserter::Advance(const Chain& chain, std::uint32_t to, const Costs& before, Costs& after,
                         std::vector<std::uint32_t>& from) {
  const auto& row_i = rows_[LayerAt(chain, to - 1)];
  const auto& row_j = rows_[LayerAt(chain, to)];
  const Window window_i = WindowAt(chain, to - 1), window_j = WindowAt(chain, to);
  const std::uint32_t gaps = window_i.Size();
  steps_ += 2 * gaps + 2 * window_j.Size();

  // Gap k of the window is entry k + 1; entry 0 stands for none.
  links_.resize(gaps + 1);
  std::int32_t crossings = 0;
  std::size_t neighbours = 0;
  for (std::uint32_t k = 0; k < gaps; ++k) {
    links_[k + 1].step = before[k] + crossings;
    if (k + 1 == gaps) break;
    const auto row = Ahead(chain)[row_i[window_i.first + k]];
    neighbours += row.size();
    for (const std::uint32_t w : row)
      if (pos_[w] != kAbsent) crossings += pos_[w] >= window_j.first ? 1 : -1;
  }
  std::uint32_t first = gaps;
  std::int32_t cost = links_[gaps].step;
  links_[gaps] = {std::numeric_limits<std::int32_t>::max(), gaps, 0, 0};
  for (std::uint32_t k = gaps - 1; k > 0; --k) {
    Link& link = links_[k];
    if (link.step > cost) {
      link.leader = 0;
      continue;
    }
    const std::int32_t own = link.step;
    link = {cost - own, k, 0, first};
    links_[first].before = k;
    first = k;
    cost = own;
  }
  links_[0].leader = 0;
  for (std::uint32_t k = 1; k < gaps; ++k)
    if (links_[k].leader == 0) links_[k].leader = links_[k - 1].leader;

  after.resize(window_j.Size());
  from.resize(window_j.Size());
  for (std::uint32_t j = window_j.first;; ++j) {
    after[j - window_j.first] = cost;
    from[j - window_j.first] = window_i.first + first - 1;
    if (j == window_j.last) break;
    const auto row = Behind(chain)[row_j[j]];
    neighbours += row.size();
    for (const std::uint32_t w : row) {
      const std::uint32_t p = pos_[w];
      if (p == kAbsent) continue;
      std::uint32_t k = 0;
      if (p >= window_i.last)
        k = gaps;
      else if (p >= window_i.first)
        k = LeaderOf(p - window_i.first + 1);
      if (k == 0) {
        --cost;
        continue;
      }
      ++cost;
      if (k == gaps) continue;
      links_[k].step -= 2;
      while (links_[k].step < 0) {
        const Link gone = links_[k];
        links_[k].leader = gone.before;
        links_[gone.next].before = gone.before;
        if (gone.before == 0) {
          first = gone.next;
          cost += gone.step;
          break;
        }
        k = gone.before;
        links_[k].next = gone.next;
        links_[k].step += gone.step;
      }
    }
  }
  CountLookedAt(neighbours, gaps + window_j.Size());
}

std::uint32_t Reinserter::LeaderOf(std::uint32_t k) {
  while (links_[k].leader != k) k = links_[k].leader = links_[links_[k].leader].leader;
  return k;
}

void Reinserter::ReachNode(const Chain& chain, std::uint32_t v, Costs& costs) {
  const auto& from = rows_[LayerAt(chain, chain.bend_count - 1)];
  const Window window = WindowAt(chain, chain.bend_count - 1);
  const std::uint32_t own = pos_[v];
  std::int32_t crossings = 0;
  std::size_t neighbours = 0;
  for (std::uint32_t i = window.first; i < window.last; ++i) {
    const auto row = Ahead(chain)[from[i]];
    neighbours += row.size();
    for (const std::uint32_t b : row)
      if (pos_[b] != kAbsent) crossings += static_cast<int>(pos_[b] > own) - static_cast<int>(pos_[b] < own);
    costs[i + 1 - window.first] += crossings;
  }
  CountLookedAt(neighbours, window.Size());
  steps_ += 2 * window.Size();
}

void Reinserter::Route(const Chain& chain, std::uint32_t v) {
  LeaveFarEnd(chain, here_);
  for (std::uint32_t i = 1; i < chain.bend_count; ++i) {
    Advance(chain, i, here_, next_, origin_[i]);
    std::swap(here_, next_);
  }
  ReachNode(chain, v, here_);
  Return(chain, WindowAt(chain, chain.bend_count - 1).first +
                    static_cast<std::uint32_t>(std::ranges::min_element(here_) - here_.begin()));
}

void Reinserter::Return(const Chain& chain, std::uint32_t gap) {
  for (std::uint32_t i = chain.bend_count; i-- > 0;) {
    const std::uint32_t before = i > 0 ? origin_[i][gap - WindowAt(chain, i).first] : 0;
    Insert(Bend(chain, i), gap);
    gap = before;
  }
}

}  // namespace waymark
