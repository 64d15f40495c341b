#include "plan/state_messages.hpp"

#include <utility>

namespace waymark {

Message StateMessage(SkillState state) {
  switch (state) {
    case SkillState::kNotStarted:
      return {"state.not-started"};
    case SkillState::kSkipped:
      return {"state.skipped"};
    case SkillState::kLearning:
      return {"state.learning"};
    case SkillState::kDone:
      return {"state.done"};
  }
  std::unreachable();
}

MessageId LabelOf(StateMark mark) {
  switch (mark) {
    case StateMark::kAvailable:
      return "state.available.label";
    case StateMark::kLearning:
      return "state.learning.label";
    case StateMark::kDone:
      return "state.done.label";
    case StateMark::kSkipped:
      return "state.skipped.label";
    case StateMark::kLocked:
      break;
  }
  return "state.locked.label";
}

}  // namespace waymark
