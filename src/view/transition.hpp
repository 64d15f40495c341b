// From one layout to another without a jump: what stays moves, what appears grows out of its group, what goes shrinks
// into it. A pure function of progress; the caller keeps the clock (kExpandMilliseconds) and skips it under reduced
// motion.
#pragma once

#include <span>
#include <vector>

#include "graph/graph.hpp"
#include "layout/map_layout.hpp"

namespace waymark {

// A layout that can be drawn, with how solid each node and edge is.
struct TransitionFrame {
  MapLayout layout;
  std::vector<float> node_opacity;  // by node, 0 to 1
  std::vector<float> edge_opacity;  // by position in layout.edges
};

class LayoutTransition {
 public:
  // Both layouts are of `graph`. The graph must outlive the transition. O(nodes + edges log edges).
  LayoutTransition(const Graph& graph, MapLayout from, MapLayout to);

  // The frame at `t` in [0,1] (linear in time; eased out here). At 1 it is exactly `to`, all solid.
  // The reference is valid until the next call. O(nodes + edge points).
  const TransitionFrame& At(float t);

  const MapLayout& Target() const { return to_; }

 private:
  struct EdgePair {  // the same edge in both layouts; kNone in one of them when it comes or goes
    std::uint32_t from;
    std::uint32_t to;
  };
  static constexpr std::uint32_t kNone = 0xffffffffu;

  MapLayout from_;
  MapLayout to_;
  std::vector<WorldRect> start_;  // of every node that is visible in either: where it comes from
  std::vector<WorldRect> end_;    // and where it goes
  std::vector<EdgePair> edges_;
  TransitionFrame frame_;
};

}  // namespace waymark
