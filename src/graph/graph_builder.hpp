// The steps of Graph::Build, in their order.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cycles.hpp"
#include "graph/graph.hpp"
#include "graph/problems.hpp"

namespace waymark {

class GraphBuilder {
 public:
  explicit GraphBuilder(const Roadmap& roadmap) : roadmap_(roadmap), problems_(roadmap.file) {}

  std::expected<Graph, std::vector<GraphProblem>> Run() &&;

 private:
  std::size_t size() const { return roadmap_.skills.size(); }
  const Skill& At(NodeIndex node) const { return roadmap_.skills[node]; }
  // The first of `nodes` is whose place is named, unless another is given.
  void Report(GraphFault fault, std::vector<NodeIndex> nodes, std::string message, std::string name = {});
  void ReportAt(const Place& place, GraphFault fault, std::vector<NodeIndex> nodes, std::string message,
                std::string name = {});

  void IndexIds();
  void IndexKeys();
  void FindParents();
  void BreakParentLoops();
  void IndexTree();
  void CollectEdges();
  void CollectClause(NodeIndex to, std::uint32_t clause);
  void IndexUnlocks();
  void SortTopologically();  // reports the cycles that are in the way
  void ReportCycles();
  void CheckMentions();
  void CheckMentioned(std::size_t order, std::string_view what, const Place& place,
                      std::span<const std::string> skills);

  bool IsInside(NodeIndex node, NodeIndex group) const;

  const Roadmap& roadmap_;
  Problems problems_;
  Graph graph_;
  std::vector<std::uint32_t> preorder_begin_;  // position of a node and the end of what lies in it
  std::vector<std::uint32_t> preorder_end_;
};

}  // namespace waymark
