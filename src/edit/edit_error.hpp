// Why an edit is refused, in a form that a page can show and a person can act on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"

namespace waymark {

enum class EditProblem : std::uint8_t {
  kNoSuchSkill,        // skills: the key
  kNoSuchItem,         // a position that the list does not have
  kUnknownName,        // name: an id that no skill has
  kKeyTaken,           // skills: the key, used or used before, or outside the key space
  kNoKeyLeft,          // the key space is used up
  kIdTaken,            // name; skills: who has it, when it is a skill
  kNotAnId,            // name
  kTextMissing,        // a title or another text that has to be there
  kTextTooLong,        // name: what begins it; limit: code points
  kUnsafeAddress,      // name
  kHoursOutOfRange,    // limit
  kOutOfRange,         // a number beyond what the format holds
  kNamesNothing,       // a requirement or a waypoint without a skill
  kNamedTwice,         // skills: who asks, for what
  kTooMany,            // limit
  kInsideItself,       // skills: the circle of places; titles likewise
  kTooDeep,            // skills: what would lie too deep; limit
  kGroupRequires,      // skills: the skill that asks for something and would become a group
  kGroupRequired,      // skills: who asks, the group
  kPrerequisiteCycle,  // skills: the circle, each asking for the next; titles likewise
};

struct EditError {
  EditProblem problem = EditProblem::kNoSuchSkill;
  std::vector<SkillKey> skills = {};
  std::vector<std::string> titles = {};  // of `skills`, as far as they are known
  std::string name = {};
  std::size_t limit = 0;

  friend bool operator==(const EditError&, const EditError&) = default;
};

// One plain sentence that names what is in the way and says what to do.
std::string MessageOf(const EditError& error);

// A circle of titles as "‘A’ → ‘B’ → ‘A’"; a long one is told by its beginning.
std::string CircleOf(const std::vector<std::string>& titles);

}  // namespace waymark
