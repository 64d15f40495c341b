#include "plan/closure.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <ranges>
#include <utility>

#include "base/compact_sort.hpp"
#include "plan/satisfaction.hpp"

namespace waymark {
namespace {

double MidHours(const Skill& skill) { return skill.hours ? static_cast<double>(skill.hours->Mid()) : 0.0; }

// Leaf skills under `node`, itself when it is one; those of optional parts only when the part itself is `node`.
template <class Visit>
void ForEachLeaf(const Graph& graph, const Roadmap& roadmap, NodeIndex node, bool with_optional, Visit visit) {
  std::vector<NodeIndex> stack{node};
  while (!stack.empty()) {
    const NodeIndex v = stack.back();
    stack.pop_back();
    if (v != node && roadmap.skills[v].optional && !with_optional) continue;
    if (!graph.IsGroup(v)) visit(v);
    stack.insert(stack.end(), graph.Children(v).begin(), graph.Children(v).end());
  }
}

class ClosureFinder {
 public:
  ClosureFinder(const Graph& graph, const Roadmap& roadmap, std::span<const SkillState> state)
      : graph_(graph), roadmap_(roadmap), state_(state), member_(graph.size(), false), seen_(graph.size(), 0) {}

  std::vector<NodeIndex> Run(std::span<const NodeIndex> targets) {
    std::vector<bool> is_target(graph_.size(), false);
    for (const NodeIndex target : targets) {
      ForEachLeaf(graph_, roadmap_, target, false, [&](NodeIndex leaf) {
        is_target[leaf] = true;
        Add(leaf);
      });
    }
    TakePlainOnes();
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const Clause clause = open_[i];
      if (!IsMet(clause)) {
        Add(Cheapest(clause));
        TakePlainOnes();
      }
    }
    Prune(is_target);
    std::vector<NodeIndex> closure;
    for (const NodeIndex v : graph_.TopologicalOrder()) {
      if (member_[v]) closure.push_back(v);
    }
    return closure;
  }

 private:
  bool IsSatisfied(NodeIndex v) const { return v < state_.size() && waymark::IsSatisfied(state_[v]); }
  bool IsCounted(NodeIndex v) const { return member_[v] || IsSatisfied(v); }
  bool IsMet(Clause clause) const {
    return std::ranges::any_of(clause, [&](const PrerequisiteEdge& edge) { return IsCounted(edge.from); });
  }

  void Add(NodeIndex v) {
    if (IsCounted(v)) return;
    member_[v] = true;
    queue_.push_back(v);
  }

  // What must come in any case, before any choice is made; the choices are put off in `open_`.
  void TakePlainOnes() {
    while (!queue_.empty()) {
      const NodeIndex v = queue_.back();
      queue_.pop_back();
      ForEachClause(graph_, v, [&](Clause clause) {
        if (clause.size() == 1) {
          Add(clause.front().from);
        } else {
          open_.push_back(clause);
        }
      });
    }
  }

  NodeIndex Cheapest(Clause clause) {
    NodeIndex best = kNoNode;
    double least = std::numeric_limits<double>::infinity();
    for (const PrerequisiteEdge& edge : clause) {
      const double hours = HoursToAdd(edge.from, least);
      if (best == kNoNode || hours < least) best = edge.from, least = hours;
    }
    return best;
  }

  // Hours of what `start` would add. Of a choice on the way only the cheapest skill itself is counted, not what it
  // needs. Gives up past `limit`.
  double HoursToAdd(NodeIndex start, double limit) {
    ++round_;
    double hours = 0;
    std::vector<NodeIndex> stack;
    const auto visit = [&](NodeIndex v) {
      if (IsCounted(v) || seen_[v] == round_) return;
      seen_[v] = round_;
      hours += MidHours(roadmap_.skills[v]);
      stack.push_back(v);
    };
    visit(start);
    while (!stack.empty() && hours < limit) {
      const NodeIndex v = stack.back();
      stack.pop_back();
      ForEachClause(graph_, v, [&](Clause clause) {
        if (clause.size() == 1) return visit(clause.front().from);
        if (IsMet(clause)) return;
        double least = std::numeric_limits<double>::infinity();
        for (const PrerequisiteEdge& edge : clause) {
          least = std::min(least, seen_[edge.from] == round_ ? 0.0 : MidHours(roadmap_.skills[edge.from]));
        }
        hours += least;
      });
    }
    return hours;
  }

  // Takes out what an earlier choice brought in and later ones made needless: a member stays when a member after it has
  // a clause that nothing else meets.
  void Prune(const std::vector<bool>& is_target) {
    struct MemberClause {
      NodeIndex to;
      std::uint32_t met;  // how many of its alternatives are satisfied or members
    };
    std::vector<MemberClause> clauses;
    std::vector<std::pair<NodeIndex, std::size_t>> uses;  // a member and a clause that names it
    for (NodeIndex v = 0; v < graph_.size(); ++v) {
      if (!member_[v]) continue;
      ForEachClause(graph_, v, [&](Clause clause) {
        std::uint32_t met = 0;
        for (const PrerequisiteEdge& edge : clause) {
          if (IsCounted(edge.from)) ++met;
          if (member_[edge.from]) uses.emplace_back(edge.from, clauses.size());
        }
        clauses.push_back({v, met});
      });
    }
    CompactSort(uses);
    for (const NodeIndex v : graph_.TopologicalOrder() | std::views::reverse) {
      if (!member_[v] || is_target[v]) continue;
      const auto used_by = std::ranges::equal_range(uses, v, {}, [](const auto& use) { return use.first; });
      member_[v] = std::ranges::any_of(used_by, [&](const auto& use) {
        const MemberClause& clause = clauses[use.second];
        return member_[clause.to] && clause.met == 1;
      });
      if (member_[v]) continue;
      for (const auto& use : used_by) --clauses[use.second].met;
    }
  }

  const Graph& graph_;
  const Roadmap& roadmap_;
  std::span<const SkillState> state_;
  std::vector<bool> member_;
  std::vector<NodeIndex> queue_;
  std::vector<Clause> open_;
  std::vector<std::uint32_t> seen_;  // the round that came by last
  std::uint32_t round_ = 0;
};

}  // namespace

std::vector<NodeIndex> Closure(const Graph& graph, const Roadmap& roadmap, std::span<const NodeIndex> targets,
                               std::span<const SkillState> state) {
  return ClosureFinder(graph, roadmap, state).Run(targets);
}

std::vector<NodeIndex> Dependents(const Graph& graph, NodeIndex node) {
  std::vector<bool> blocked(graph.size(), false);
  std::vector<bool> own(graph.size(), false);
  std::vector<NodeIndex> stack{node};
  while (!stack.empty()) {
    const NodeIndex v = stack.back();
    stack.pop_back();
    blocked[v] = own[v] = true;
    stack.insert(stack.end(), graph.Children(v).begin(), graph.Children(v).end());
  }
  std::vector<NodeIndex> dependents;
  for (const NodeIndex v : graph.TopologicalOrder()) {
    if (own[v]) continue;
    bool locked_out = false;
    ForEachClause(graph, v, [&](Clause clause) {
      locked_out = locked_out ||
                   std::ranges::all_of(clause, [&](const PrerequisiteEdge& edge) { return bool{blocked[edge.from]}; });
    });
    if (!locked_out) continue;
    blocked[v] = true;
    dependents.push_back(v);
  }
  return dependents;
}

}  // namespace waymark
