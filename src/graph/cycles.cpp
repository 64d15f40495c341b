#include "graph/cycles.hpp"

#include <algorithm>

namespace waymark {
namespace {

constexpr std::uint32_t kUnseen = 0;

// The component of each node, by Tarjan's algorithm with its stack made explicit.
class Components {
 public:
  explicit Components(const Rows& rows)
      : rows_(rows), component_(rows.size(), kNoNode), index_(rows.size(), kUnseen), low_(rows.size(), 0) {
    for (NodeIndex v = 0; v < rows.size(); ++v) {
      if (index_[v] == kUnseen) Visit(v);
    }
  }
  const std::vector<NodeIndex>& component() const { return component_; }

 private:
  struct Frame {
    NodeIndex node;
    std::uint32_t next;
  };

  void Enter(NodeIndex v) {
    index_[v] = low_[v] = ++counter_;
    open_.push_back(v);
    frames_.push_back({v, rows_.offsets[v]});
  }

  void Visit(NodeIndex start) {
    Enter(start);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const NodeIndex v = frame.node;
      if (frame.next < rows_.offsets[v + 1]) {
        const NodeIndex w = rows_.targets[frame.next++];
        if (index_[w] == kUnseen) {
          Enter(w);
        } else if (component_[w] == kNoNode) {
          low_[v] = std::min(low_[v], index_[w]);
        }
        continue;
      }
      frames_.pop_back();
      if (!frames_.empty()) {
        const NodeIndex u = frames_.back().node;
        low_[u] = std::min(low_[u], low_[v]);
      }
      if (low_[v] == index_[v]) Close(v);
    }
  }

  void Close(NodeIndex root) {
    NodeIndex w = kNoNode;
    do {
      w = open_.back();
      open_.pop_back();
      component_[w] = root;
    } while (w != root);
  }

  const Rows& rows_;
  std::vector<NodeIndex> component_;  // named by one of its nodes
  std::vector<std::uint32_t> index_;
  std::vector<std::uint32_t> low_;
  std::vector<NodeIndex> open_;
  std::vector<Frame> frames_;
  std::uint32_t counter_ = kUnseen;
};

}  // namespace

std::vector<std::vector<NodeIndex>> FindCycles(const Rows& rows) {
  const Components components(rows);
  const std::vector<NodeIndex>& component = components.component();
  std::vector<std::vector<NodeIndex>> cycles;
  std::vector<bool> reported(rows.size(), false);  // by component
  std::vector<NodeIndex> came_from(rows.size(), kNoNode);
  for (NodeIndex first = 0; first < rows.size(); ++first) {
    if (reported[component[first]]) continue;
    reported[component[first]] = true;
    // Breadth first inside the component until an edge leads back.
    std::vector<NodeIndex> queue{first};
    NodeIndex last = kNoNode;
    for (std::size_t i = 0; i < queue.size() && last == kNoNode; ++i) {
      for (const NodeIndex w : rows.Of(queue[i])) {
        if (w == first) {
          last = queue[i];
          break;
        }
        if (component[w] == component[first] && came_from[w] == kNoNode) {
          came_from[w] = queue[i];
          queue.push_back(w);
        }
      }
    }
    if (last == kNoNode) continue;
    std::vector<NodeIndex> cycle;
    for (NodeIndex v = last; v != first; v = came_from[v]) cycle.push_back(v);
    cycle.push_back(first);
    std::ranges::reverse(cycle);
    cycles.push_back(std::move(cycle));
  }
  return cycles;
}

}  // namespace waymark
