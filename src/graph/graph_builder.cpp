#include "graph/graph_builder.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <ranges>
#include <utility>

#include "base/compact_sort.hpp"

namespace waymark {
namespace {

std::string Quoted(std::string_view id) { return '"' + std::string(id) + '"'; }

std::string InLine(const Place& place) {
  return place.line == 0 ? std::string() : " (line " + std::to_string(place.line) + ")";
}

// A circle longer than this is told by its beginning; nobody follows more.
constexpr std::size_t kMaxNamed = 30;

template <class NameOf>
std::string Circle(const std::vector<NodeIndex>& cycle, NameOf name_of) {
  std::string text;
  for (std::size_t i = 0; i < std::min(cycle.size(), kMaxNamed); ++i) text += Quoted(name_of(cycle[i])) + " → ";
  if (cycle.size() > kMaxNamed) text += std::to_string(cycle.size() - kMaxNamed) + " more → ";
  return text + Quoted(name_of(cycle.front()));
}

// Turns counts at offsets[i + 1] into where each row begins.
void Accumulate(std::vector<std::uint32_t>& offsets) {
  for (std::size_t i = 1; i < offsets.size(); ++i) offsets[i] += offsets[i - 1];
}

}  // namespace

void GraphBuilder::Report(GraphFault fault, std::vector<NodeIndex> nodes, std::string message, std::string name) {
  const Place& place = At(nodes.front()).place;
  ReportAt(place, fault, std::move(nodes), std::move(message), std::move(name));
}

void GraphBuilder::ReportAt(const Place& place, GraphFault fault, std::vector<NodeIndex> nodes, std::string message,
                            std::string name) {
  const NodeIndex order = nodes.front();
  problems_.Add(order, place, {fault, std::move(nodes), std::move(name), {.message = std::move(message)}});
}

std::expected<Graph, std::vector<GraphProblem>> GraphBuilder::Run() && {
  IndexIds();
  IndexKeys();
  FindParents();
  BreakParentLoops();
  IndexTree();
  CollectEdges();
  IndexUnlocks();
  SortTopologically();
  CheckMentions();
  if (!problems_.empty()) return std::unexpected(std::move(problems_).Sorted());
  return std::move(graph_);
}

void GraphBuilder::IndexIds() {
  auto& by_id = graph_.by_id_;
  for (NodeIndex i = 0; i < size(); ++i) by_id.emplace_back(At(i).id, i);
  std::ranges::sort(by_id);
  for (std::size_t i = 1; i < by_id.size(); ++i) {
    if (by_id[i].first != by_id[i - 1].first) continue;
    Report(GraphFault::kRepeatedId, {by_id[i].second, by_id[i - 1].second},
           "The id " + Quoted(by_id[i].first) + " is used twice" + InLine(At(by_id[i - 1].second).place) +
               "; give each skill an id of its own.");
  }
}

void GraphBuilder::IndexKeys() {
  auto& by_key = graph_.by_key_;
  for (NodeIndex i = 0; i < size(); ++i) by_key.emplace_back(At(i).key, i);
  CompactSort(by_key);
  std::vector<SkillKey> retired = roadmap_.retired_keys;
  CompactSort(retired);
  for (std::size_t i = 0; i < by_key.size(); ++i) {
    const auto [key, node] = by_key[i];
    if (i > 0 && by_key[i - 1].first == key) {
      Report(GraphFault::kRepeatedKey, {node, by_key[i - 1].second},
             "The key " + std::to_string(key.value) + " is used by " + Quoted(At(by_key[i - 1].second).id) +
                 InLine(At(by_key[i - 1].second).place) + " and by " + Quoted(At(node).id) +
                 "; give the newer skill a key that was never used.");
    }
    if (std::ranges::binary_search(retired, key)) {
      Report(GraphFault::kRetiredKey, {node},
             "The key " + std::to_string(key.value) + " of " + Quoted(At(node).id) +
                 " is retired: it belonged to a skill that was taken out; use a key that was never used.");
    }
  }
}

void GraphBuilder::FindParents() {
  graph_.parent_.assign(size(), kNoNode);
  for (NodeIndex i = 0; i < size(); ++i) {
    const Skill& skill = At(i);
    if (skill.parent.empty()) continue;
    graph_.parent_[i] = graph_.Find(skill.parent);
    if (graph_.parent_[i] == kNoNode) {
      Report(GraphFault::kUnknownParent, {i},
             "The parent " + Quoted(skill.parent) + " of " + Quoted(skill.id) +
                 " is not in this roadmap; name an id that is, or leave parent out.",
             skill.parent);
    }
  }
}

void GraphBuilder::BreakParentLoops() {
  std::vector<NodeIndex> seen_from(size(), kNoNode);  // the node whose walk came by first
  for (NodeIndex start = 0; start < size(); ++start) {
    NodeIndex v = start;
    while (v != kNoNode && seen_from[v] == kNoNode) {
      seen_from[v] = start;
      v = graph_.parent_[v];
    }
    if (v == kNoNode || seen_from[v] != start) continue;
    std::vector<NodeIndex> loop{v};
    for (NodeIndex w = graph_.parent_[v]; w != v; w = graph_.parent_[w]) loop.push_back(w);
    std::ranges::rotate(loop, std::ranges::min_element(loop));
    Report(GraphFault::kParentLoop, loop,
           "These skills live in each other in a circle: " + Circle(loop, [&](NodeIndex n) -> std::string_view {
             return At(n).id;
           }) + "; give one of them another parent.");
    graph_.parent_[loop.front()] = kNoNode;
  }
}

void GraphBuilder::IndexTree() {
  const auto row_of = [&](NodeIndex i) { return graph_.parent_[i] == kNoNode ? size() : graph_.parent_[i]; };
  auto& offsets = graph_.child_offsets_;
  offsets.assign(size() + 2, 0);
  for (NodeIndex i = 0; i < size(); ++i) ++offsets[row_of(i) + 1];
  Accumulate(offsets);
  graph_.children_.resize(size());
  std::vector<std::uint32_t> at(offsets.begin(), offsets.end() - 1);
  for (NodeIndex i = 0; i < size(); ++i) graph_.children_[at[row_of(i)]++] = i;

  graph_.depth_.assign(size(), 0);
  graph_.preorder_.reserve(size());
  const auto push_reversed = [](std::vector<NodeIndex>& stack, std::span<const NodeIndex> nodes) {
    stack.insert(stack.end(), nodes.rbegin(), nodes.rend());
  };
  std::vector<NodeIndex> stack;
  push_reversed(stack, graph_.Roots());
  while (!stack.empty()) {
    const NodeIndex v = stack.back();
    stack.pop_back();
    graph_.preorder_.push_back(v);
    const NodeIndex parent = graph_.parent_[v];
    graph_.depth_[v] = parent == kNoNode ? 0 : graph_.depth_[parent] + 1;
    if (graph_.depth_[v] == kMaxGroupDepth) {
      Report(GraphFault::kTooDeep, {v},
             Quoted(At(v).id) + " lies more than " + std::to_string(kMaxGroupDepth) +
                 " groups deep; nobody finds it there, so use fewer levels.");
    }
    push_reversed(stack, graph_.Children(v));
  }
  preorder_begin_.assign(size(), 0);
  preorder_end_.assign(size(), 0);
  for (NodeIndex i = 0; i < size(); ++i) preorder_begin_[graph_.preorder_[i]] = i;
  for (const NodeIndex v : graph_.preorder_ | std::views::reverse) {
    preorder_end_[v] = std::max(preorder_end_[v], preorder_begin_[v] + 1);
    const NodeIndex parent = graph_.parent_[v];
    if (parent != kNoNode) preorder_end_[parent] = std::max(preorder_end_[parent], preorder_end_[v]);
  }
}

bool GraphBuilder::IsInside(NodeIndex node, NodeIndex group) const {
  return preorder_begin_[group] <= preorder_begin_[node] && preorder_begin_[node] < preorder_end_[group];
}

void GraphBuilder::CollectEdges() {
  graph_.edge_offsets_.assign(1, 0);
  for (NodeIndex to = 0; to < size(); ++to) {
    const auto& requirements = At(to).requirements;
    if (graph_.IsGroup(to) && !requirements.empty()) {
      ReportAt(requirements.front().place, GraphFault::kGroupRequires, {to},
               "The group " + Quoted(At(to).id) +
                   " asks for something itself; move the requirement to the skills in it that need it.");
    } else {
      for (std::uint32_t clause = 0; clause < requirements.size(); ++clause) CollectClause(to, clause);
    }
    graph_.edge_offsets_.push_back(static_cast<std::uint32_t>(graph_.edges_.size()));
  }
}

void GraphBuilder::CollectClause(NodeIndex to, std::uint32_t clause) {
  const Requirement& requirement = At(to).requirements[clause];
  const auto report = [&](GraphFault fault, NodeIndex other, const std::string& message, const std::string& name = {}) {
    std::vector<NodeIndex> nodes{to};
    if (other != kNoNode) nodes.push_back(other);
    ReportAt(requirement.place, fault, std::move(nodes), message, name);
  };
  if (requirement.any_of.empty()) {
    report(GraphFault::kEmptyClause, kNoNode,
           "A requirement of " + Quoted(At(to).id) + " names no skill; name at least one, or take it out.");
  }
  const bool alternative = requirement.any_of.size() > 1;
  const std::size_t begin = graph_.edges_.size();
  for (const std::string& id : requirement.any_of) {
    const NodeIndex from = graph_.Find(id);
    if (from == kNoNode) {
      report(GraphFault::kUnknownPrerequisite, kNoNode,
             Quoted(At(to).id) + " asks for " + Quoted(id) + ", which is not in this roadmap; name an id that is.", id);
    } else if (graph_.IsGroup(from)) {
      report(GraphFault::kGroupRequired, from,
             Quoted(At(to).id) + " asks for " + Quoted(id) +
                 (IsInside(to, from) ? ", the group it lives in; name the skills it needs."
                                     : ", which is a group; name the skills in it that are needed."));
    } else {
      graph_.edges_.push_back({from, to, clause, alternative});
    }
  }
  const auto added = std::span(graph_.edges_).subspan(begin);
  CompactSort(added, &PrerequisiteEdge::from);
  for (std::size_t i = 1; i < added.size(); ++i) {
    if (added[i].from == added[i - 1].from) {
      report(GraphFault::kRepeatedAlternative, added[i].from,
             Quoted(At(to).id) + " names " + Quoted(At(added[i].from).id) + " twice in one anyOf; once is enough.");
    }
  }
}

void GraphBuilder::IndexUnlocks() {
  auto& offsets = graph_.unlock_offsets_;
  offsets.assign(size() + 1, 0);
  // Edges are sorted by `to`, so a skill that names another in two clauses comes twice in a row.
  std::vector<NodeIndex> last(size(), kNoNode);
  const auto each_once = [&](auto&& visit) {
    std::ranges::fill(last, kNoNode);
    for (const PrerequisiteEdge& edge : graph_.edges_) {
      if (std::exchange(last[edge.from], edge.to) != edge.to) visit(edge);
    }
  };
  each_once([&](const PrerequisiteEdge& edge) { ++offsets[edge.from + 1]; });
  Accumulate(offsets);
  graph_.unlocks_.resize(offsets.back());
  std::vector<std::uint32_t> at(offsets.begin(), offsets.end() - 1);
  each_once([&](const PrerequisiteEdge& edge) { graph_.unlocks_[at[edge.from]++] = edge.to; });
}

// Source: Kahn, "Topological sorting of large networks", CACM 5(11), 1962, with a heap for the ties.
void GraphBuilder::SortTopologically() {
  std::vector<std::uint32_t> missing(size(), 0);
  for (const NodeIndex to : graph_.unlocks_) ++missing[to];
  std::priority_queue<NodeIndex, std::vector<NodeIndex>, std::greater<>> ready;
  for (NodeIndex i = 0; i < size(); ++i) {
    if (missing[i] == 0) ready.push(i);
  }
  graph_.order_.reserve(size());
  while (!ready.empty()) {
    const NodeIndex v = ready.top();
    ready.pop();
    graph_.order_.push_back(v);
    for (const NodeIndex to : graph_.Unlocks(v)) {
      if (--missing[to] == 0) ready.push(to);
    }
  }
  if (graph_.order_.size() < size()) ReportCycles();
}

void GraphBuilder::ReportCycles() {
  // Along what each skill asks for, so that the circle reads "a asks for b, b asks for a".
  std::vector<NodeIndex> asked;
  for (const PrerequisiteEdge& edge : graph_.edges_) asked.push_back(edge.from);
  for (const std::vector<NodeIndex>& cycle : FindCycles(Rows{graph_.edge_offsets_, asked})) {
    const NodeIndex first = cycle.front();
    const NodeIndex second = cycle.size() > 1 ? cycle[1] : first;
    const auto into = graph_.EdgesInto(first);
    const auto edge = std::ranges::find(into, second, &PrerequisiteEdge::from);
    ReportAt(At(first).requirements[edge->clause].place, GraphFault::kPrerequisiteCycle, cycle,
             "These skills ask for each other in a circle: " + Circle(cycle, [&](NodeIndex n) -> std::string_view {
               return At(n).id;
             }) + "; take one of the requirements out.");
  }
}

void GraphBuilder::CheckMentions() {
  std::size_t order = size();
  std::vector<std::pair<std::string_view, std::size_t>> ids;
  const auto check_ids = [&](const std::string& what, const auto& items) {
    ids.clear();
    for (const auto& item : items) ids.emplace_back(item.id, ids.size());
    CompactSort(ids);
    for (std::size_t i = 1; i < ids.size(); ++i) {
      if (ids[i].first != ids[i - 1].first) continue;
      problems_.Add(
          order + ids[i].second, items[ids[i].second].place,
          {GraphFault::kRepeatedName,
           {},
           std::string(ids[i].first),
           {.message = "The id " + Quoted(ids[i].first) + " is used by several " + what + "s; give each its own."}});
    }
    for (const auto& item : items) CheckMentioned(order++, what + " " + Quoted(item.id), item.place, item.skills);
  };
  check_ids("waypoint", roadmap_.waypoints);
  check_ids("fact", roadmap_.facts);
}

void GraphBuilder::CheckMentioned(std::size_t order, std::string_view what, const Place& place,
                                  std::span<const std::string> skills) {
  for (const std::string& id : skills) {
    if (graph_.Find(id) != kNoNode) continue;
    problems_.Add(order, place,
                  {GraphFault::kUnknownMention,
                   {},
                   id,
                   {.message = "The " + std::string(what) + " names " + Quoted(id) +
                               ", which is not in this roadmap; name an id that is."}});
  }
}

}  // namespace waymark
