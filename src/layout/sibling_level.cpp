#include "layout/sibling_level.hpp"

#include "base/key_sort.hpp"

namespace waymark {
namespace {

struct Lifted {
  std::uint32_t level;
  std::uint32_t from;  // position among the siblings
  std::uint32_t to;
  bool operator==(const Lifted&) const = default;
};

}  // namespace

std::vector<SiblingLevel> LiftEdges(const Graph& graph) {
  std::vector<SiblingLevel> levels(1);
  std::vector<std::uint32_t> level_of(graph.size(), 0);  // that holds the children
  std::vector<std::uint32_t> local(graph.size(), 0);
  const auto fill = [&](SiblingLevel& level, std::span<const NodeIndex> nodes) {
    level.nodes.assign(nodes.begin(), nodes.end());
    for (std::uint32_t i = 0; i < nodes.size(); ++i) local[nodes[i]] = i;
  };
  fill(levels[0], graph.Roots());
  for (const NodeIndex node : graph.Preorder()) {
    if (!graph.IsGroup(node)) continue;
    level_of[node] = static_cast<std::uint32_t>(levels.size());
    levels.emplace_back().parent = node;
    fill(levels.back(), graph.Children(node));
  }

  std::vector<Lifted> lifted(graph.Edges().size());
  std::vector<std::uint32_t> sorted;  // edges of the graph, by level and ends
  for (std::uint32_t e = 0; e < graph.Edges().size(); ++e) {
    NodeIndex from = graph.Edges()[e].from, to = graph.Edges()[e].to;
    // Up to the same depth, then together; an edge between a skill and its own group joins no siblings.
    while (graph.Depth(from) > graph.Depth(to)) from = graph.Parent(from);
    while (graph.Depth(to) > graph.Depth(from)) to = graph.Parent(to);
    if (from == to) continue;
    while (graph.Parent(from) != graph.Parent(to)) from = graph.Parent(from), to = graph.Parent(to);
    const NodeIndex parent = graph.Parent(from);
    lifted[e] = {parent == kNoNode ? 0 : level_of[parent], local[from], local[to]};
    sorted.push_back(e);
  }
  KeySorter sorter;
  sorter.Sort(sorted, [&](std::uint32_t e) { return lifted[e].to; });
  sorter.Sort(sorted, [&](std::uint32_t e) { return lifted[e].from; });
  sorter.Sort(sorted, [&](std::uint32_t e) { return lifted[e].level; });
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const Lifted& l = lifted[sorted[i]];
    SiblingLevel& level = levels[l.level];
    if (i == 0 || l != lifted[sorted[i - 1]]) {
      level.edges.push_back({l.from, l.to, 0});
      level.stands_for.emplace_back();
    }
    level.edges.back().weight += 1;
    level.stands_for.back().push_back(graph.Edges()[sorted[i]]);
  }
  return levels;
}

}  // namespace waymark
