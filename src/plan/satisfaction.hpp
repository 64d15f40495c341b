// When a skill counts as a prerequisite that is met, and the clauses of what a skill requires.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "graph/graph.hpp"
#include "progress/progress.hpp"

namespace waymark {

// The one rule: what is done or skipped no longer stands in the way of anything.
constexpr bool IsSatisfied(SkillState state) { return state == SkillState::kDone || state == SkillState::kSkipped; }

// The edges of one requirement: any one of them will do.
using Clause = std::span<const PrerequisiteEdge>;

// Whether an alternative of the clause is satisfied. `state` has one state a node.
inline bool IsSatisfied(Clause clause, std::span<const SkillState> state) {
  return std::ranges::any_of(clause, [&](const PrerequisiteEdge& edge) { return IsSatisfied(state[edge.from]); });
}

// Calls `visit(Clause)` for each requirement of `node`, in file order. O(edges into `node`).
template <class Visit>
void ForEachClause(const Graph& graph, NodeIndex node, Visit visit) {
  const Clause into = graph.EdgesInto(node);
  for (std::size_t begin = 0; begin < into.size();) {
    std::size_t end = begin + 1;
    while (end < into.size() && into[end].clause == into[begin].clause) ++end;
    visit(into.subspan(begin, end - begin));
    begin = end;
  }
}

enum class Availability : std::uint8_t {
  kLocked,     // something must come first
  kAvailable,  // every clause of its requirements is satisfied
};

// Of a leaf skill. O(edges into `node`).
Availability AvailabilityOf(const Graph& graph, NodeIndex node, std::span<const SkillState> state);

// State and availability as one: what a learner is told about a skill.
enum class StateMark : std::uint8_t {
  kAvailable,
  kLearning,
  kDone,
  kSkipped,
  kLocked,
};

// What was done outranks what is locked.
StateMark MarkOf(SkillState state, Availability availability);

}  // namespace waymark
