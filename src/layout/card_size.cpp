#include "layout/card_size.hpp"

#include <algorithm>
#include <cmath>

#include "base/font_metrics.hpp"

namespace waymark {
namespace {

constexpr float kSkillTitle = 14.5f;  // type sizes
constexpr float kGroupTitle = 15.5f;
constexpr float kMeta = 12;
constexpr float kBesideMark = 44 + 14;  // what a skill's card needs beside its text: the mark's side, the right margin
constexpr float kBesideRing = 82 + 40;  // and a group's: the ring's side, the caret's
constexpr float kBesideRingBelow = 82 + 14;  // the caret is not beside the second line
constexpr float kBesideAreaTitle = 24 + 56;

}  // namespace

Size CardSizeOf(const Skill& skill, bool group) {
  const auto width = [](std::string_view text, FontWeight weight, float size) { return TextWidth(text, weight, size); };
  float wanted;
  if (group) {
    // The numbers that the second line will show are not known here; these are as wide as nearly all are.
    wanted = std::max(width(skill.title, FontWeight::kSemibold, kGroupTitle) + kBesideRing,
                      width("00 skills · 00–000 h", FontWeight::kRegular, kMeta) + kBesideRingBelow);
  } else {
    wanted = width(skill.title, FontWeight::kSemibold, kSkillTitle) + kBesideMark;
    if (skill.optional)
      wanted = std::max(wanted, width("00–00 h · optional", FontWeight::kRegular, kMeta) + kBesideMark);
  }
  return {std::ceil(std::clamp(wanted, kMinCardWidth, kMaxCardWidth)), group ? kGroupHeight : kCardHeight};
}

float AreaTitleWidth(const Skill& group) {
  return std::ceil(std::min(TextWidth(group.title, FontWeight::kSemibold, kGroupTitle), kMaxCardWidth) +
                   kBesideAreaTitle);
}

}  // namespace waymark
