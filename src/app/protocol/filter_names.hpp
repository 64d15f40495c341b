// What the parts of a filter are called in the page's messages.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "plan/filter.hpp"

namespace waymark {

inline constexpr std::array<std::pair<std::string_view, StateMark>, 5> kMarkNames = {{
    {"available", StateMark::kAvailable},
    {"learning", StateMark::kLearning},
    {"done", StateMark::kDone},
    {"skipped", StateMark::kSkipped},
    {"locked", StateMark::kLocked},
}};
inline constexpr std::array<std::pair<std::string_view, FilterKind>, 2> kKindNames = {{
    {"needed", FilterKind::kNeeded},
    {"optional", FilterKind::kOptional},
}};
inline constexpr std::array<std::pair<std::string_view, FilterRelation>, 2> kRelationNames = {{
    {"way", FilterRelation::kRemainingPrerequisites},
    {"opens", FilterRelation::kUnlocks},
}};

}  // namespace waymark
