#include "edit/edit_error.hpp"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

constexpr std::size_t kMaxNamed = 12;  // nobody follows a longer circle in a sentence

std::string Quoted(std::string_view text) { return "‘" + std::string(text) + "’"; }

std::string Title(const EditError& error, std::size_t i) {
  return i < error.titles.size() ? Quoted(error.titles[i]) : std::string("The skill");
}

}  // namespace

std::string CircleOf(const std::vector<std::string>& titles) {
  std::string text;
  for (std::size_t i = 0; i < std::min(titles.size(), kMaxNamed); ++i) text += Quoted(titles[i]) + " → ";
  if (titles.size() > kMaxNamed) text += std::to_string(titles.size() - kMaxNamed) + " more → ";
  return titles.empty() ? text : text + Quoted(titles.front());
}

std::string MessageOf(const EditError& error) {
  switch (error.problem) {
    case EditProblem::kNoSuchSkill:
      return "This skill is no longer on the road.";
    case EditProblem::kNoSuchItem:
      return "What was to be changed is no longer there; look again and repeat it.";
    case EditProblem::kUnknownName:
      return "No skill is called " + Quoted(error.name) + "; choose one that is on the road.";
    case EditProblem::kKeyTaken:
      return "This key belongs or belonged to a skill, or is not for this road; leave it out and one is given.";
    case EditProblem::kNoKeyLeft:
      return "This road has used up all its keys; no skill can be added any more.";
    case EditProblem::kIdTaken:
      return "The id " + Quoted(error.name) + " is taken; choose another.";
    case EditProblem::kNotAnId:
      return Quoted(error.name) + " can't be an id; use small letters, digits and single hyphens between them.";
    case EditProblem::kTextMissing:
      return "This can't be left empty; write something.";
    case EditProblem::kTextTooLong:
      return "This is longer than " + std::to_string(error.limit) + " characters; shorten it.";
    case EditProblem::kUnsafeAddress:
      return Quoted(error.name) + " is no whole https: or http: address; copy it from the browser's address bar.";
    case EditProblem::kHoursOutOfRange:
      return "Hours go from low to high, from 0 to " + std::to_string(error.limit) + ".";
    case EditProblem::kOutOfRange:
      return "This number is too small or too large.";
    case EditProblem::kNamesNothing:
      return "This names no skill; choose at least one, or take it out.";
    case EditProblem::kNamedTwice:
      return Title(error, 0) + " names " + Title(error, 1) + " twice in one place; once is enough.";
    case EditProblem::kTooMany:
      return "There are " + std::to_string(error.limit) + " already, and a road holds no more.";
    case EditProblem::kInsideItself:
      return "A group can't live in itself: " + CircleOf(error.titles) + "; choose another place.";
    case EditProblem::kTooDeep:
      return Title(error, 0) + " would lie more than " + std::to_string(error.limit) +
             " groups deep; nobody finds it there.";
    case EditProblem::kGroupRequires:
      return Title(error, 0) +
             " needs something itself, so it can't become a group; move what it needs to the skills in it first.";
    case EditProblem::kGroupRequired:
      return Title(error, 0) + " needs " + Title(error, 1) +
             ", which would be a group; name the skills in it that are needed.";
    case EditProblem::kPrerequisiteCycle:
      return "These would need each other in a circle: " + CircleOf(error.titles) +
             "; take one of the prerequisites out first.";
  }
  std::unreachable();
}

}  // namespace waymark
