#include "graph/graph.hpp"

#include <algorithm>

#include "graph/graph_builder.hpp"

namespace waymark {
namespace {

template <class T>
std::span<const T> Row(const std::vector<T>& items, const std::vector<std::uint32_t>& offsets, std::size_t row) {
  return std::span(items).subspan(offsets[row], offsets[row + 1] - offsets[row]);
}

}  // namespace

std::expected<Graph, std::vector<GraphProblem>> Graph::Check(const Roadmap& roadmap) {
  return GraphBuilder(roadmap).Run();
}

std::expected<Graph, std::vector<Error>> Graph::Build(const Roadmap& roadmap) {
  auto graph = Check(roadmap);
  if (graph) return std::move(*graph);
  std::vector<Error> errors;
  for (GraphProblem& problem : graph.error()) errors.push_back(std::move(problem.error));
  return std::unexpected(std::move(errors));
}

std::span<const NodeIndex> Graph::Children(NodeIndex node) const { return Row(children_, child_offsets_, node); }

std::span<const NodeIndex> Graph::Roots() const {
  if (child_offsets_.empty()) return {};
  return Row(children_, child_offsets_, child_offsets_.size() - 2);
}

std::span<const PrerequisiteEdge> Graph::EdgesInto(NodeIndex node) const { return Row(edges_, edge_offsets_, node); }

std::span<const NodeIndex> Graph::Unlocks(NodeIndex node) const { return Row(unlocks_, unlock_offsets_, node); }

NodeIndex Graph::Find(std::string_view id) const {
  const auto found =
      std::ranges::lower_bound(by_id_, id, {}, [](const auto& entry) -> std::string_view { return entry.first; });
  return found == by_id_.end() || found->first != id ? kNoNode : found->second;
}

NodeIndex Graph::FindKey(SkillKey key) const {
  const auto found = std::ranges::lower_bound(by_key_, key, {}, [](const auto& entry) { return entry.first; });
  return found == by_key_.end() || found->first != key ? kNoNode : found->second;
}

}  // namespace waymark
