#include "graph/redundancy.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/compact_sort.hpp"

namespace waymark {
namespace {

constexpr std::size_t kWords = 4;
constexpr std::size_t kBlock = kWords * 64;

struct Bits {
  std::array<std::uint64_t, kWords> words{};

  void Set(std::size_t i) { words[i / 64] |= std::uint64_t{1} << (i % 64); }
  bool Has(std::size_t i) const { return ((words[i / 64] >> (i % 64)) & 1u) != 0; }
  Bits& operator|=(const Bits& o) {
    for (std::size_t i = 0; i < kWords; ++i) words[i] |= o.words[i];
    return *this;
  }
  Bits& operator&=(const Bits& o) {
    for (std::size_t i = 0; i < kWords; ++i) words[i] &= o.words[i];
    return *this;
  }
};

class Finder {
 public:
  Finder(std::span<const PrerequisiteEdge> edges, std::span<const std::uint32_t> offsets,
         std::span<const NodeIndex> order)
      : edges_(edges),
        offsets_(offsets),
        order_(order),
        position_(order.size()),
        removed_(edges.size(), false),
        reach_(order.size()) {
    for (std::size_t i = 0; i < order.size(); ++i) position_[order[i]] = i;
  }

  std::vector<RedundantClause> Run() {
    CollectSources();
    for (std::size_t begin = 0; begin < sources_.size(); begin += kBlock) {
      RunBlock(std::span(sources_).subspan(begin, std::min(kBlock, sources_.size() - begin)));
    }
    CompactSort(found_, [](const RedundantClause& r) { return std::pair(r.to, r.clause); });
    return std::move(found_);
  }

 private:
  struct Source {
    std::size_t position;       // in topological order
    std::size_t last_position;  // of the last skill that names it and could do without
    NodeIndex node;
  };

  std::span<const PrerequisiteEdge> Into(NodeIndex v) const {
    return edges_.subspan(offsets_[v], offsets_[v + 1] - offsets_[v]);
  }
  bool HasSeveralClauses(NodeIndex v) const { return !Into(v).empty() && Into(v).back().clause > 0; }
  static std::size_t ClauseEnd(std::span<const PrerequisiteEdge> into, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < into.size() && into[end].clause == into[begin].clause) ++end;
    return end;
  }

  // Only a prerequisite that several clauses name can be implied at one place by another.
  void CollectSources() {
    std::vector<std::size_t> last(order_.size(), 0);
    std::vector<std::uint32_t> named(order_.size(), 0);
    for (const PrerequisiteEdge& edge : edges_) {
      ++named[edge.from];
      if (HasSeveralClauses(edge.to)) last[edge.from] = std::max(last[edge.from], position_[edge.to]);
    }
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const NodeIndex v = order_[i];
      if (named[v] > 1 && last[v] > 0) sources_.push_back({i, last[v], v});
    }
  }

  void RunBlock(std::span<const Source> block) {
    constexpr std::size_t kNotHere = kBlock;
    const std::size_t first = block.front().position;
    std::size_t last = 0;
    for (const Source& source : block) last = std::max(last, source.last_position);
    std::size_t next = 0;
    bit_.assign(order_.size(), static_cast<std::uint16_t>(kNotHere));
    for (std::size_t i = first; i <= last; ++i) {
      const NodeIndex v = order_[i];
      CheckNode(v, first, block);
      reach_[v] = Shared(v, first);
      if (next < block.size() && block[next].node == v) {
        bit_[v] = static_cast<std::uint16_t>(next);
        reach_[v].Set(next++);
      }
    }
  }

  // `reach_` of a node holds what must come before it, itself included; nodes before the block have nothing of it.
  Bits Reach(NodeIndex v, std::size_t first) const { return position_[v] < first ? Bits{} : reach_[v]; }

  Bits ClauseReach(std::span<const PrerequisiteEdge> clause, std::size_t first) const {
    Bits shared = Reach(clause.front().from, first);
    for (const PrerequisiteEdge& edge : clause.subspan(1)) shared &= Reach(edge.from, first);
    return shared;
  }

  Bits Shared(NodeIndex v, std::size_t first) const {
    Bits all;
    const auto into = Into(v);
    for (std::size_t begin = 0; begin < into.size();) {
      const std::size_t end = ClauseEnd(into, begin);
      all |= ClauseReach(into.subspan(begin, end - begin), first);
      begin = end;
    }
    return all;
  }

  void CheckNode(NodeIndex v, std::size_t first, std::span<const Source> block) {
    const auto into = Into(v);
    if (!HasSeveralClauses(v)) return;
    clauses_.clear();
    for (std::size_t begin = 0; begin < into.size();) {
      const std::size_t end = ClauseEnd(into, begin);
      clauses_.push_back({begin, end, ClauseReach(into.subspan(begin, end - begin), first)});
      begin = end;
    }
    for (std::size_t k = clauses_.size(); k-- > 0;) {
      const std::size_t removed_at = offsets_[v] + clauses_[k].begin;
      if (removed_[removed_at]) continue;
      for (std::size_t e = clauses_[k].begin; e < clauses_[k].end && !removed_[removed_at]; ++e) {
        const std::size_t bit = bit_[into[e].from];
        if (bit >= block.size() || !reach_[into[e].from].Has(bit)) continue;
        for (std::size_t j = 0; j < clauses_.size(); ++j) {
          if (j == k || removed_[offsets_[v] + clauses_[j].begin] || !clauses_[j].reach.Has(bit)) continue;
          removed_[removed_at] = true;
          found_.push_back({v, into[e].clause, into[e].from, into[clauses_[j].begin].clause});
          break;
        }
      }
    }
  }

  struct Clause {
    std::size_t begin;
    std::size_t end;
    Bits reach;
  };

  std::span<const PrerequisiteEdge> edges_;
  std::span<const std::uint32_t> offsets_;
  std::span<const NodeIndex> order_;
  std::vector<std::size_t> position_;
  std::vector<bool> removed_;  // by the first edge of a clause
  std::vector<Bits> reach_;
  std::vector<std::uint16_t> bit_;  // of a node that is a source in this block
  std::vector<Source> sources_;
  std::vector<Clause> clauses_;
  std::vector<RedundantClause> found_;
};

}  // namespace

std::vector<RedundantClause> FindRedundantClauses(std::span<const PrerequisiteEdge> edges,
                                                  std::span<const std::uint32_t> edge_offsets,
                                                  std::span<const NodeIndex> order) {
  return Finder(edges, edge_offsets, order).Run();
}

std::vector<RedundantClause> FindRedundantClauses(const Graph& graph) {
  std::vector<std::uint32_t> offsets{0};
  offsets.reserve(graph.size() + 1);
  for (NodeIndex v = 0; v < graph.size(); ++v)
    offsets.push_back(offsets.back() + static_cast<std::uint32_t>(graph.EdgesInto(v).size()));
  return FindRedundantClauses(graph.Edges(), offsets, graph.TopologicalOrder());
}

}  // namespace waymark
