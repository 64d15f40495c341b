// Improving an order by taking one node at a time out of it, with all its edges, and putting it back where that costs
// the fewest crossings, every edge along the best way through the layers that there is. Sifting (Matuszewski, Schönfeld
// and Molitor, "Using Sifting for k-Layer Straightline Crossing Minimization", GD 1999) extended to whole edges as in
// global sifting (Bachmaier, Brandenburg, Brunner and Hübner, "Global k-Level Crossing Reduction", JGAA 15(5), 2011),
// but with the bends of an edge free to take different places: a shortest way through two layers is found in time that
// grows with their vertices and edges alone (all but; by union and find).
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "layout/random.hpp"
#include "layout/vertex_order.hpp"

namespace waymark {

class Reinserter {
 public:
  Reinserter(const VertexGraph& graph, const LayeredPart& part, std::uint32_t reach);

  // Moves every node once, in an order drawn from `random`, until `work` (elementary steps, counted down) is used up.
  // Equally good places are drawn from too, so that rounds go on to wander. Crossings very rarely grow. In every layer
  // only the stretch between where a node and its neighbours stand, and `reach` places beyond, is looked at, less of it
  // nearer to a neighbour.
  void Round(VertexOrder& order, Random& random, std::int64_t& work);

 private:
  // An edge of the node that moves, seen from its other end.
  struct Chain {
    std::uint32_t far_end = 0;
    std::uint32_t first_bend = 0;  // nearest to the far end
    std::uint32_t bend_count = 0;
    bool downward = false;  // from the far end to the node
    float share = 0;        // where in its layer the far end stands, from 0 to 1
  };
  // Crossings of each gap in a layer's window, less what is common to all of them.
  using Costs = std::vector<std::int32_t>;
  struct Window {
    std::uint32_t first = 0;  // gap
    std::uint32_t last = 0;
    std::uint32_t Size() const { return last - first + 1; }
  };

  static constexpr std::uint32_t kAbsent = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t Bend(const Chain& chain, std::uint32_t i) const {
    return chain.downward ? chain.first_bend + i : chain.first_bend - i;
  }
  const Adjacency& Ahead(const Chain& chain) const { return chain.downward ? graph_.down : graph_.up; }
  const Adjacency& Behind(const Chain& chain) const { return chain.downward ? graph_.up : graph_.down; }

  void Load(const VertexOrder& order);
  void Store(VertexOrder& order) const;
  void Remove(std::uint32_t v);
  void Insert(std::uint32_t v, std::uint32_t gap);
  void MoveNode(std::uint32_t v, Random& random);
  void CollectChains(std::uint32_t v);
  float ShareOf(std::uint32_t v) const;
  // The layer of a chain's bend, counted from the far end; that of the node after the last.
  std::uint32_t LayerAt(const Chain& chain, std::uint32_t i) const {
    return chain.downward ? graph_.layer[chain.far_end] + 1 + i : graph_.layer[chain.far_end] - 1 - i;
  }
  Window WindowOf(std::uint32_t layer, float left, float right) const;
  // Where the chain may pass on a straight way, and the reach about it.
  Window WindowAt(const Chain& chain, std::uint32_t i) const;

  // A rough bound of the steps that moving the node of `chains_` takes.
  std::int64_t CostOfMoving() const;
  // Adds to `total_` what the chains without bends cost from one side; in one go where they are many.
  void AddStraightChains(bool downward, Window window);
  // What a segment costs from the far end to each gap of the next layer.
  void LeaveFarEnd(const Chain& chain, Costs& costs);
  // Neighbours of vertices beside `gaps` were looked at: in a sparse graph that is counted with the gaps.
  void CountLookedAt(std::size_t neighbours, std::uint32_t gaps) {
    constexpr std::size_t kDense = 8;
    if (neighbours > kDense * gaps) steps_ += static_cast<std::int64_t>(neighbours);
  }
  // The least cost of each gap of layer `to` of the chain, and the gap before from which it comes.
  void Advance(const Chain& chain, std::uint32_t to, const Costs& before, Costs& after,
               std::vector<std::uint32_t>& from);
  // Adds what the last segment costs from each gap to the node where it stands.
  void ReachNode(const Chain& chain, std::uint32_t v, Costs& costs);
  // Puts the bends of a chain to a standing node along the best way.
  void Route(const Chain& chain, std::uint32_t v);
  // Puts the last bend into `gap` and the others where the way there comes from.
  void Return(const Chain& chain, std::uint32_t gap);

  // A gap from which the best way may yet come; see Advance.
  struct Link {
    std::int32_t step = 0;     // what the next such gap costs more
    std::uint32_t leader = 0;  // the last such gap up to here, by union and find
    std::uint32_t before = 0;
    std::uint32_t next = 0;
  };
  std::uint32_t LeaderOf(std::uint32_t k);

  const VertexGraph& graph_;
  const LayeredPart& part_;
  std::uint32_t reach_;
  float left_ = 0, right_ = 1;  // the stretch looked at, as shares of a layer
  Adjacency edges_of_;          // of each node
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<std::uint32_t> pos_;
  std::vector<std::uint32_t> sequence_;
  std::vector<Chain> chains_;
  Costs here_, next_;
  std::vector<std::int64_t> total_;
  std::vector<std::uint32_t> ends_left_;  // by place in the far layer, how many of the straight chains end left of it
  std::vector<std::vector<std::uint32_t>> origin_;  // by step of a chain
  std::vector<Link> links_;
  std::int64_t steps_ = 0;
  std::int64_t segments_a_layer_ = 0;  // on average
};

}  // namespace waymark
