#include "layout/trunks.hpp"

#include <numeric>
#include <utility>

namespace waymark {
namespace {

class TrunkFinder {
 public:
  explicit TrunkFinder(const LayeredPart& part)
      : part_(part),
        node_count_(static_cast<std::uint32_t>(part.nodes.size())),
        leader_(part.order.size()),
        edge_(part.order.size()),
        place_(part.order.size()),
        forks_(part.order.size(), 0) {
    for (std::uint32_t v = 0; v < leader_.size(); ++v) leader_[v] = v;
    for (std::uint32_t i = 0; i < place_.size(); ++i) place_[part.order[i]] = i;
    for (std::uint32_t e = 0; e < part.flow.size(); ++e)
      for (std::uint32_t b = part.first_bend[e]; b < part.first_bend[e + 1]; ++b) edge_[b] = e;
  }

  // Of each vertex, the one that stands for it.
  std::vector<std::uint32_t> Find() {
    for (std::uint32_t l = 0; l < part_.LayerCount(); ++l)
      ForEachPair(l, [this](std::uint32_t u, std::uint32_t v) {
        const std::uint32_t above = Above(u);
        if (above != Above(v)) return;
        if (above < node_count_ && (Below(u) < node_count_ || Below(v) < node_count_ || !SideBySide(u + 1, v + 1)))
          return;
        leader_[v] = leader_[u];
        forks_[u] = forks_[v] = 1;
      });
    for (std::uint32_t l = part_.LayerCount(); l-- > 0;)
      ForEachPair(l, [this](std::uint32_t u, std::uint32_t v) {
        const std::uint32_t below = Below(u);
        if (below != Below(v) || forks_[u] || forks_[v]) return;
        if (below < node_count_ && (Above(u) < node_count_ || Above(v) < node_count_ || !SideBySide(u - 1, v - 1) ||
                                    forks_[u - 1] || forks_[v - 1]))
          return;
        leader_[v] = leader_[u];
      });
    return std::move(leader_);
  }

 private:
  // Bends that stand side by side, left to right.
  template <class Visit>
  void ForEachPair(std::uint32_t l, Visit visit) const {
    for (std::uint32_t i = part_.layer_begin[l] + 1; i < part_.layer_begin[l + 1]; ++i)
      if (part_.order[i - 1] >= node_count_ && part_.order[i] >= node_count_) visit(part_.order[i - 1], part_.order[i]);
  }
  bool SideBySide(std::uint32_t u, std::uint32_t v) const { return place_[v] == place_[u] + 1; }
  // The vertex before a bend, and after it, on its edge's way.
  std::uint32_t Above(std::uint32_t bend) const {
    const std::uint32_t e = edge_[bend];
    return bend == part_.first_bend[e] ? part_.flow[e].upper : leader_[bend - 1];
  }
  std::uint32_t Below(std::uint32_t bend) const {
    const std::uint32_t e = edge_[bend];
    return bend + 1 == part_.first_bend[e + 1] ? part_.flow[e].lower : leader_[bend + 1];
  }

  const LayeredPart& part_;
  std::uint32_t node_count_;
  std::vector<std::uint32_t> leader_, edge_, place_;  // of each vertex; an edge of bends alone
  std::vector<char> forks_;                           // whether a vertex is on a trunk from a source
};

}  // namespace

void ShareTrunks(LayeredPart& part, bool share) {
  const auto node_count = static_cast<std::uint32_t>(part.nodes.size());
  std::vector<std::uint32_t> leader(part.order.size());
  std::iota(leader.begin(), leader.end(), 0u);
  if (share) leader = TrunkFinder(part).Find();
  std::vector<std::uint32_t> number(leader.size());
  std::uint32_t kept = 0, next = node_count, begin = 0;
  for (std::uint32_t l = 0; l < part.LayerCount(); ++l) {
    for (std::uint32_t i = std::exchange(begin, part.layer_begin[l + 1]); i < begin; ++i) {
      const std::uint32_t v = part.order[i];
      if (leader[v] == v) part.order[kept++] = number[v] = v < node_count ? v : next++;
    }
    part.layer_begin[l + 1] = kept;
  }
  part.order.resize(kept);
  part.bend_vertex.reserve(leader.size() - node_count);
  for (std::uint32_t b = node_count; b < leader.size(); ++b) part.bend_vertex.push_back(number[leader[b]]);
}

}  // namespace waymark
