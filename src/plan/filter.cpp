#include "plan/filter.hpp"

#include <algorithm>
#include <ranges>

#include "base/compact_sort.hpp"
#include "plan/closure.hpp"
#include "plan/remaining_prerequisites.hpp"

namespace waymark {
namespace {

// By node, whether it lies in an optional part or in one of `tracks`.
std::vector<char> Inherited(const Graph& graph, auto&& own) {
  std::vector<char> flags(graph.size(), 0);
  for (const NodeIndex node : graph.Preorder()) {
    const NodeIndex parent = graph.Parent(node);
    flags[node] = own(node) || (parent != kNoNode && flags[parent] != 0) ? 1 : 0;
  }
  return flags;
}

}  // namespace

std::vector<NodeIndex> RelatedSkills(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary,
                                     FilterRelation relation, NodeIndex of) {
  std::vector<NodeIndex> related;
  if (relation == FilterRelation::kNone || of == kNoNode) return related;
  related = relation == FilterRelation::kRemainingPrerequisites
                ? RemainingPrerequisitesOf(graph, roadmap, summary, {&of, 1}).skills
                : Dependents(graph, of);
  const bool unlocks = relation == FilterRelation::kUnlocks;
  const auto inside = Inherited(graph, [&](NodeIndex node) { return node == of; });
  for (NodeIndex node = 0; node < graph.size(); ++node) {
    if (inside[node] != 0 && (unlocks || node == of)) related.push_back(node);
  }
  std::erase_if(related, [&](NodeIndex node) { return graph.IsGroup(node); });
  CompactSort(related);
  const auto repeated = std::ranges::unique(related);
  related.erase(repeated.begin(), repeated.end());
  return related;
}

FilterMatches MatchesOf(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary,
                        const Filter& filter, bool hide_done) {
  FilterMatches matches;
  if (filter.Empty() && !hide_done) return matches;
  const auto optional = Inherited(graph, [&](NodeIndex node) { return roadmap.skills[node].optional; });
  const auto in_track =
      Inherited(graph, [&](NodeIndex node) { return filter.tracks.contains(roadmap.skills[node].key); });
  const std::vector<NodeIndex> related =
      RelatedSkills(graph, roadmap, summary, filter.relation, graph.FindKey(filter.of));
  matches.count.assign(graph.size(), 0);
  for (NodeIndex node = 0; node < graph.size(); ++node) {
    if (graph.IsGroup(node)) continue;
    ++matches.skills;
    const StateMark mark = MarkOf(summary.state[node], summary.availability[node]);
    const FilterKind kind = optional[node] != 0 ? FilterKind::kOptional : FilterKind::kNeeded;
    const bool state_fits =
        filter.marks.empty() ? !hide_done || !IsSatisfied(summary.state[node]) : filter.marks.contains(mark);
    const bool fits = state_fits && (filter.kinds.empty() || filter.kinds.contains(kind)) &&
                      (filter.tracks.empty() || in_track[node] != 0) &&
                      (filter.relation == FilterRelation::kNone || std::ranges::binary_search(related, node));
    matches.count[node] = fits ? 1 : 0;
    matches.whole += matches.count[node];
  }
  for (const NodeIndex node : graph.Preorder() | std::views::reverse) {
    if (const NodeIndex parent = graph.Parent(node); parent != kNoNode) matches.count[parent] += matches.count[node];
  }
  return matches;
}

}  // namespace waymark
