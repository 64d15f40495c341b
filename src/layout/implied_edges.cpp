#include "layout/implied_edges.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/key_sort.hpp"

namespace waymark {
namespace {

// Reachability takes a bit for each pair of siblings: half a megabyte here.
constexpr std::size_t kMostSiblings = 2000;
// Steps along ways that stand for dropped edges, and prerequisites noted at them: sixteen bytes each.
constexpr std::int64_t kMostSteps = 2'000'000;

class Reachability {
 public:
  explicit Reachability(std::size_t nodes) : words_((nodes + 63) / 64), bits_(nodes * words_, 0) {}
  bool Has(std::uint32_t from, std::uint32_t to) const { return bits_[from * words_ + to / 64] >> (to % 64) & 1; }
  // `from` reaches `via` and all that `via` reaches.
  void Add(std::uint32_t from, std::uint32_t via) {
    bits_[from * words_ + via / 64] |= std::uint64_t{1} << (via % 64);
    for (std::size_t w = 0; w < words_; ++w) bits_[from * words_ + w] |= bits_[via * words_ + w];
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

// The place of each sibling in an order that every edge follows; none when there is a ring.
std::optional<std::vector<std::uint32_t>> TopologicalPlaces(const SiblingLevel& level) {
  const std::size_t count = level.nodes.size();
  std::vector<std::uint32_t> waiting(count, 0), ready, place(count, 0);
  for (const LayeredEdge& edge : level.edges) ++waiting[edge.to];
  std::vector<std::vector<std::uint32_t>> next(count);
  for (const LayeredEdge& edge : level.edges) next[edge.from].push_back(edge.to);
  for (std::uint32_t n = 0; n < count; ++n)
    if (waiting[n] == 0) ready.push_back(n);
  for (std::size_t i = 0; i < ready.size(); ++i) {
    place[ready[i]] = static_cast<std::uint32_t>(i);
    for (const std::uint32_t to : next[ready[i]])
      if (--waiting[to] == 0) ready.push_back(to);
  }
  if (ready.size() < count) return std::nullopt;
  return place;
}

void Reduce(SiblingLevel& level, const Graph& graph) {
  const auto touches_group = [&](const LayeredEdge& edge) {
    return graph.IsGroup(level.nodes[edge.from]) || graph.IsGroup(level.nodes[edge.to]);
  };
  if (level.nodes.size() > kMostSiblings || std::ranges::none_of(level.edges, touches_group)) return;
  const auto place = TopologicalPlaces(level);
  if (!place) return;

  // Last sources first, and of each its nearest targets first: what they reach makes the farther ones superfluous.
  std::vector<std::uint32_t> by_place(level.edges.size());
  for (std::uint32_t e = 0; e < by_place.size(); ++e) by_place[e] = e;
  KeySorter sorter;
  sorter.Sort(by_place, [&](std::uint32_t e) { return (*place)[level.edges[e].to]; });
  sorter.Sort(by_place, [&](std::uint32_t e) { return ~(*place)[level.edges[e].from]; });
  std::int64_t work = kMostSteps;
  Reachability reach(level.nodes.size());
  std::vector<bool> dropped(level.edges.size(), false);
  std::vector<std::vector<std::uint32_t>> kept(level.nodes.size());  // edges out of each, nearest target first
  for (const std::uint32_t e : by_place) {
    const LayeredEdge& edge = level.edges[e];
    dropped[e] = reach.Has(edge.from, edge.to) && touches_group(edge);
    if (dropped[e]) continue;
    kept[edge.from].push_back(e);
    reach.Add(edge.from, edge.to);
  }

  const auto for_each_step = [&](const LayeredEdge& edge, auto visit) {
    for (std::uint32_t at = edge.from; at != edge.to;) {
      const std::uint32_t step = *std::ranges::find_if(kept[at], [&](std::uint32_t k) {
        --work;
        return level.edges[k].to == edge.to || reach.Has(level.edges[k].to, edge.to);
      });
      visit(step);
      at = level.edges[step].to;
    }
  };
  // What is dropped has to be found again along each way; where that would be too much everything stays.
  for (std::uint32_t e = 0; e < level.edges.size() && work > 0; ++e) {
    if (!dropped[e]) continue;
    for_each_step(level.edges[e],
                  [&](std::uint32_t) { work -= static_cast<std::int64_t>(level.stands_for[e].size()); });
  }
  if (work <= 0) return;
  for (std::uint32_t e = 0; e < level.edges.size(); ++e) {
    if (!dropped[e]) continue;
    for_each_step(level.edges[e], [&](std::uint32_t step) {
      level.stands_for[step].insert(level.stands_for[step].end(), level.stands_for[e].begin(),
                                    level.stands_for[e].end());
    });
  }
  std::size_t left = 0;
  for (std::uint32_t e = 0; e < level.edges.size(); ++e) {
    if (dropped[e]) continue;
    level.edges[left] = level.edges[e];
    if (left != e) level.stands_for[left] = std::move(level.stands_for[e]);
    ++left;
  }
  level.edges.resize(left);
  level.stands_for.resize(left);
}

}  // namespace

void DropImpliedEdges(std::vector<SiblingLevel>& levels, const Graph& graph) {
  for (SiblingLevel& level : levels) Reduce(level, graph);
}

}  // namespace waymark
