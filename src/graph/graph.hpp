// The prerequisite graph of a roadmap: who lives where, what must come first, what it opens.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "graph/problems.hpp"
#include "graph/roadmap.hpp"

namespace waymark {

// One plain edge from a prerequisite to the skill that asks for it. Edges of one anyOf clause share `clause`.
struct PrerequisiteEdge {
  NodeIndex from = kNoNode;
  NodeIndex to = kNoNode;
  std::uint32_t clause = 0;  // index into the requirements of `to`
  bool alternative = false;  // one of several that will do
};

// Groups in groups; far more than a reader can follow, and a bound for whoever walks the tree.
inline constexpr int kMaxGroupDepth = 32;

// Immutable once built. Owns no text: it refers to the roadmap by index, and the roadmap must outlive it unchanged.
class Graph {
 public:
  // Checks and indexes. Every problem found is returned, in file order, not only the first (up to kMaxProblems):
  // duplicate ids or keys, keys in retiredKeys, dangling ids, a parent loop, groups nested too deep, a cycle of
  // prerequisites (with the ids on it). Prerequisites join leaf skills: a requirement that names a group, its own or
  // another, or that stands on one, is a problem too. What is sound but not good (a requirement that others imply) is
  // no problem here; see edit/diagnostics.hpp. O(nodes log nodes + edges log edges).
  static std::expected<Graph, std::vector<GraphProblem>> Check(const Roadmap& roadmap);
  // The same with the problems in words alone.
  static std::expected<Graph, std::vector<Error>> Build(const Roadmap& roadmap);

  std::size_t size() const { return parent_.size(); }
  NodeIndex Parent(NodeIndex node) const { return parent_[node]; }
  std::span<const NodeIndex> Children(NodeIndex node) const;  // in file order
  std::span<const NodeIndex> Roots() const;                   // nodes without a parent, in file order
  bool IsGroup(NodeIndex node) const { return !Children(node).empty(); }
  int Depth(NodeIndex node) const { return depth_[node]; }  // 0 at the top

  std::span<const PrerequisiteEdge> Edges() const { return edges_; }  // sorted by (to, clause, from)
  std::span<const PrerequisiteEdge> EdgesInto(NodeIndex node) const;  // what it asks for, clause by clause
  std::span<const NodeIndex> Unlocks(NodeIndex node) const;           // skills that name it, ascending
  std::span<const NodeIndex> TopologicalOrder() const {
    return order_;
  }  // all nodes; prerequisites first, else file order
  std::span<const NodeIndex> Preorder() const { return preorder_; }  // the tree, parents first, file order

  NodeIndex Find(std::string_view id) const;  // kNoNode when there is none
  NodeIndex FindKey(SkillKey key) const;      // kNoNode when there is none

 private:
  friend class GraphBuilder;

  std::vector<NodeIndex> parent_;
  std::vector<int> depth_;
  std::vector<std::uint32_t> child_offsets_;  // CSR; the roots stand at the last row
  std::vector<NodeIndex> children_;
  std::vector<PrerequisiteEdge> edges_;
  std::vector<std::uint32_t> edge_offsets_;
  std::vector<std::uint32_t> unlock_offsets_;
  std::vector<NodeIndex> unlocks_;
  std::vector<NodeIndex> order_;
  std::vector<NodeIndex> preorder_;
  std::vector<std::pair<std::string, NodeIndex>> by_id_;  // sorted
  std::vector<std::pair<SkillKey, NodeIndex>> by_key_;    // sorted
};

}  // namespace waymark
