// The one set of names of states.
#pragma once

#include "base/message.hpp"
#include "plan/satisfaction.hpp"

namespace waymark {

// As it stands in a sentence: "done".
Message StateMessage(SkillState state);
// As it stands alone, beside its mark: "Available".
MessageId LabelOf(StateMark mark);

}  // namespace waymark
