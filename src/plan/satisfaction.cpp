#include "plan/satisfaction.hpp"

namespace waymark {

Availability AvailabilityOf(const Graph& graph, NodeIndex node, std::span<const SkillState> state) {
  bool satisfied = true;
  ForEachClause(graph, node, [&](Clause clause) { satisfied = satisfied && IsSatisfied(clause, state); });
  return satisfied ? Availability::kAvailable : Availability::kLocked;
}

StateMark MarkOf(SkillState state, Availability availability) {
  switch (state) {
    case SkillState::kDone:
      return StateMark::kDone;
    case SkillState::kLearning:
      return StateMark::kLearning;
    case SkillState::kSkipped:
      return StateMark::kSkipped;
    case SkillState::kNotStarted:
      break;
  }
  return availability == Availability::kAvailable ? StateMark::kAvailable : StateMark::kLocked;
}

}  // namespace waymark
