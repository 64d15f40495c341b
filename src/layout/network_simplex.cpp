#include "layout/network_simplex.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <limits>
#include <queue>

#include "layout/adjacency.hpp"

namespace waymark {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
// Moving slices and walking to the root is left out of the budget, since it is cheap: up to so many times the budget.
constexpr std::int64_t kMovesPerStep = 8;

class NetworkSimplex {
 public:
  NetworkSimplex(std::span<const SimplexEdge> edges, std::vector<std::int32_t>& position, std::int64_t& budget)
      : edges_(edges),
        position_(position),
        budget_(budget),
        moves_left_(kMovesPerStep * std::min(budget, std::numeric_limits<std::int64_t>::max() / kMovesPerStep)),
        count_(static_cast<std::uint32_t>(position.size())) {
    const auto edge_count = static_cast<std::uint32_t>(edges.size());
    const auto self = [](std::uint32_t e) { return e; };
    out_ = GroupByRow(count_, edge_count, [&](std::uint32_t e) { return edges[e].tail; }, self);
    in_ = GroupByRow(count_, edge_count, [&](std::uint32_t e) { return edges[e].head; }, self);
  }

  bool Solve() {
    GrowTightTree();
    ComputeCutValues();
    for (std::uint32_t leaving; (leaving = FindLeaving()) != kNone;) {
      if (budget_ <= 0 || moves_left_ <= 0) return false;
      Pivot(leaving);
    }
    return true;
  }

 private:
  std::int32_t Slack(std::uint32_t e) const {
    return position_[edges_[e].head] - position_[edges_[e].tail] - edges_[e].min_length;
  }
  bool InSubtree(std::uint32_t vertex, std::uint32_t root) const {
    return place_[vertex] - place_[root] < size_[root];  // unsigned: also false when before it
  }

  // A spanning tree of edges without slack, grown from one vertex; when none is left to follow, the whole tree moves
  // until the edge with the least slack has none. Moving is a common offset, so that the whole takes O(edges × log
  // edges).
  void GrowTightTree() {
    using Entry = std::pair<std::int64_t, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> leaving_tree, entering_tree;
    std::vector<char> inside(count_, 0);
    parent_.assign(count_, kNone);
    parent_edge_.assign(count_, kNone);
    std::int64_t offset = 0;  // what a vertex of the tree still has to move
    const auto add = [&](std::uint32_t v) {
      inside[v] = 1;
      position_[v] = static_cast<std::int32_t>(position_[v] - offset);
      for (const std::uint32_t e : out_[v])
        if (!inside[edges_[e].head]) leaving_tree.emplace(Slack(e), e);
      for (const std::uint32_t e : in_[v])
        if (!inside[edges_[e].tail]) entering_tree.emplace(Slack(e), e);
    };
    add(0);
    for (std::uint32_t added = 1; added < count_;) {
      while (!leaving_tree.empty() && inside[edges_[leaving_tree.top().second].head]) leaving_tree.pop();
      while (!entering_tree.empty() && inside[edges_[entering_tree.top().second].tail]) entering_tree.pop();
      assert(!leaving_tree.empty() || !entering_tree.empty());
      constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max();
      const std::int64_t down = leaving_tree.empty() ? kFar : leaving_tree.top().first - offset;
      const std::int64_t up = entering_tree.empty() ? kFar : entering_tree.top().first + offset;
      std::uint32_t joining, anchor, e;
      if (down <= up) {
        e = leaving_tree.top().second;
        joining = edges_[e].head, anchor = edges_[e].tail;
        offset += down;
      } else {
        e = entering_tree.top().second;
        joining = edges_[e].tail, anchor = edges_[e].head;
        offset -= up;
      }
      parent_[joining] = anchor;
      parent_edge_[joining] = e;
      add(joining);
      ++added;
      budget_ -= 4;
    }
    for (std::int32_t& p : position_) p = static_cast<std::int32_t>(p + offset);
    NumberTree();
  }

  void NumberTree() {
    const Adjacency children = ChildLists();
    order_.clear();
    order_.reserve(count_);
    place_.assign(count_, 0);
    size_.assign(count_, 1);
    std::vector<std::uint32_t> open{0};
    while (!open.empty()) {
      const std::uint32_t v = open.back();
      open.pop_back();
      place_[v] = static_cast<std::uint32_t>(order_.size());
      order_.push_back(v);
      for (const std::uint32_t c : children[v]) open.push_back(c);
    }
    for (std::uint32_t i = count_; i-- > 1;) size_[parent_[order_[i]]] += size_[order_[i]];
    scratch_.resize(count_);
  }

  Adjacency ChildLists() const {
    return GroupByRow(
        count_, count_ - 1, [&](std::uint32_t i) { return parent_[i + 1]; }, [](std::uint32_t i) { return i + 1; });
  }

  // The cut value of a tree edge is the weight that leaves its tail's side less the weight that comes back: the sum of
  // (out − in) over that side.
  void ComputeCutValues() {
    std::vector<std::int64_t> surplus(count_, 0);
    for (const SimplexEdge& e : edges_) surplus[e.tail] += e.weight, surplus[e.head] -= e.weight;
    cut_.assign(count_, 0);
    for (std::uint32_t i = count_; i-- > 1;) {
      const std::uint32_t v = order_[i];
      cut_[v] = edges_[parent_edge_[v]].tail == v ? surplus[v] : -surplus[v];
      surplus[parent_[v]] += surplus[v];
    }
  }

  // The lower end of the tree edge with the most negative cut value in the next block that has one.
  std::uint32_t FindLeaving() {
    constexpr std::uint32_t kBlock = 64;
    std::uint32_t best = kNone;
    std::int64_t least = 0;
    for (std::uint32_t seen = 0; seen < count_;) {
      const std::uint32_t stop = std::min(count_, seen + kBlock);
      for (; seen < stop; ++seen) {
        if (++cursor_ >= count_) cursor_ = 0;
        if (cut_[cursor_] < least) least = cut_[cursor_], best = cursor_;
      }
      budget_ -= kBlock / 8;
      if (best != kNone) break;
    }
    return best;
  }

  // The edge with the least slack that runs against the leaving one, from its head's side to its tail's.
  std::uint32_t FindEntering(std::uint32_t child, bool child_is_tail) {
    std::uint32_t best = kNone;
    std::int32_t least = std::numeric_limits<std::int32_t>::max();
    const std::uint32_t first = place_[child], last = first + size_[child];
    const bool inner = size_[child] <= count_ / 2;  // look from the smaller side
    const bool incoming = inner == child_is_tail;
    const auto scan = [&](std::uint32_t begin, std::uint32_t end) {
      for (std::uint32_t i = begin; i < end && least > 0; ++i) {
        const std::uint32_t v = order_[i];
        const auto row = incoming ? in_[v] : out_[v];
        budget_ -= 1 + static_cast<std::int64_t>(row.size());
        for (const std::uint32_t e : row) {
          const std::uint32_t other = incoming ? edges_[e].tail : edges_[e].head;
          if (InSubtree(other, child) == inner) continue;
          const std::int32_t slack = Slack(e);
          if (slack < least) least = slack, best = e;
        }
      }
    };
    if (inner) {
      scan(first, last);
    } else {
      scan(0, first);
      scan(last, count_);
    }
    return best;
  }

  void Pivot(std::uint32_t child) {
    const bool child_is_tail = edges_[parent_edge_[child]].tail == child;
    const std::uint32_t entering = FindEntering(child, child_is_tail);
    assert(entering != kNone);  // a negative cut has an edge that runs back
    Shift(child, child_is_tail ? -Slack(entering) : Slack(entering));

    const std::uint32_t inner = child_is_tail ? edges_[entering].head : edges_[entering].tail;
    const std::uint32_t outer = child_is_tail ? edges_[entering].tail : edges_[entering].head;
    const std::int64_t gain = -cut_[child];
    UpdateCutValues(edges_[entering].head, edges_[entering].tail, gain);
    Rehang(child, inner, outer, entering);
    cut_[inner] = gain;
  }

  // Moves the smaller side; which one moves makes no difference to any length.
  void Shift(std::uint32_t child, std::int32_t by) {
    if (by == 0) return;
    const std::uint32_t first = place_[child], last = first + size_[child];
    if (size_[child] <= count_ / 2) {
      for (std::uint32_t i = first; i < last; ++i) position_[order_[i]] += by;
    } else {
      for (std::uint32_t i = 0; i < first; ++i) position_[order_[i]] -= by;
      for (std::uint32_t i = last; i < count_; ++i) position_[order_[i]] -= by;
    }
  }

  // Sends `gain` round the cycle that the entering edge closes: along the tree from its head back to its tail.
  void UpdateCutValues(std::uint32_t from, std::uint32_t to, std::int64_t gain) {
    for (std::uint32_t v = from; !InSubtree(to, v); v = parent_[v], --budget_)
      cut_[v] += edges_[parent_edge_[v]].tail == v ? gain : -gain;
    for (std::uint32_t v = to; !InSubtree(from, v); v = parent_[v], --budget_)
      cut_[v] += edges_[parent_edge_[v]].head == v ? gain : -gain;
  }

  // Takes the subtree of `child` off its parent, makes `inner` its root and hangs it under `outer`.
  void Rehang(std::uint32_t child, std::uint32_t inner, std::uint32_t outer, std::uint32_t entering) {
    const std::uint32_t first = place_[child], total = size_[child], last = first + total;
    for (std::uint32_t v = parent_[child]; v != kNone; v = parent_[v], --moves_left_) size_[v] -= total;
    for (std::uint32_t v = outer; v != kNone; v = parent_[v], --moves_left_) size_[v] += total;

    // New preorder of the subtree: the slice of `inner`, then of each former ancestor what the slice before it left.
    std::uint32_t written = 0;
    const auto copy = [&](std::uint32_t begin, std::uint32_t end) {
      std::copy(order_.begin() + begin, order_.begin() + end, scratch_.begin() + written);
      written += end - begin;
    };
    std::uint32_t hole_begin = place_[inner], hole_end = hole_begin;
    std::uint32_t new_parent = outer, new_edge = entering, remaining = total;
    std::int64_t carried = 0;
    for (std::uint32_t v = inner;;) {
      const std::uint32_t begin = place_[v], end = begin + size_[v];
      if (v == inner) {
        copy(begin, end);
      } else {
        copy(begin, hole_begin);
        copy(hole_end, end);
      }
      hole_begin = begin, hole_end = end;
      const std::uint32_t old_parent = parent_[v], old_edge = parent_edge_[v], old_size = size_[v];
      const std::int64_t old_cut = cut_[v];
      parent_[v] = new_parent, parent_edge_[v] = new_edge, size_[v] = remaining, cut_[v] = carried;
      if (v == child) break;
      remaining = total - old_size;
      new_parent = v, new_edge = old_edge, carried = old_cut;
      v = old_parent;
    }

    // Moves the slice to right after `outer`; what lies between closes up.
    const std::uint32_t target = place_[outer] + 1;
    if (target <= first) {
      std::move_backward(order_.begin() + target, order_.begin() + first, order_.begin() + last);
      std::copy(scratch_.begin(), scratch_.begin() + total, order_.begin() + target);
      Renumber(target, last);
    } else {
      std::move(order_.begin() + last, order_.begin() + target, order_.begin() + first);
      std::copy(scratch_.begin(), scratch_.begin() + total, order_.begin() + (target - total));
      Renumber(first, target);
    }
  }

  void Renumber(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i) place_[order_[i]] = i;
    budget_ -= (end - begin) / 4;
  }

  std::span<const SimplexEdge> edges_;
  std::vector<std::int32_t>& position_;
  std::int64_t& budget_;
  std::int64_t moves_left_;
  std::uint32_t count_;
  Adjacency out_, in_;                 // edges by tail, by head
  std::vector<std::uint32_t> parent_;  // in the tree; vertex 0 is its root
  std::vector<std::uint32_t> parent_edge_;
  std::vector<std::int64_t> cut_;     // of the edge to the parent
  std::vector<std::uint32_t> order_;  // vertices in preorder
  std::vector<std::uint32_t> place_;  // inverse of order_
  std::vector<std::uint32_t> size_;   // of the subtree
  std::vector<std::uint32_t> scratch_;
  std::uint32_t cursor_ = 0;
};

}  // namespace

bool SolveNetworkSimplex(std::span<const SimplexEdge> edges, std::vector<std::int32_t>& position,
                         std::int64_t& budget) {
  if (position.size() < 2) return true;
  return NetworkSimplex(edges, position, budget).Solve();
}

}  // namespace waymark
