#include "view/cards/card_text.hpp"

#include <cmath>
#include <cstdio>

namespace waymark {
namespace {

constexpr const char* kDot = " \u00b7 ";

// At most one decimal, and that only below ten hours.
std::string HourNumber(float hours) {
  const double rounded = hours < 10 ? std::round(hours * 10.0) / 10 : std::round(hours);
  char text[24];
  std::snprintf(text, sizeof text, "%.10g", rounded);
  return text;
}

std::string Counted(long count, const char* noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

}  // namespace

std::string HoursText(HourRange hours) {
  if (hours.high <= 0) return {};
  const std::string low = HourNumber(hours.low), high = HourNumber(hours.high);
  return (low == high ? low : low + "\u2013" + high) + " h";
}

std::string SkillMeta(const Skill& skill) {
  std::string text = HoursText(skill.hours.value_or(HourRange{}));
  if (skill.optional) text += text.empty() ? "optional" : std::string(kDot) + "optional";
  return text;
}

std::string GroupMeta(const Tally& tally, bool brief) {
  const std::string hours =
      brief && tally.hours.high > 0 ? HourNumber(tally.hours.Mid()) + " h" : HoursText(tally.hours);
  std::string text = Counted(tally.skills, "skill");
  if (!hours.empty()) text += kDot + hours;
  return text;
}

std::string PercentText(const Tally& tally) {
  const float fraction = tally.Fraction();
  int percent = static_cast<int>(std::floor(fraction * 100 + 1e-3f));
  if (percent == 0 && fraction > 0) percent = 1;
  return std::to_string(percent) + "%";
}

std::string OpensText(std::size_t unlocked) {
  return unlocked == 0 ? std::string() : "opens " + Counted(static_cast<long>(unlocked), "skill");
}

}  // namespace waymark
