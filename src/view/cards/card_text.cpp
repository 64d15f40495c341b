#include "view/cards/card_text.hpp"

#include <cmath>

namespace waymark {
namespace {

constexpr const char* kDot = " \u00b7 ";

// At most one decimal, and that only below ten hours.
double ShownHours(float hours) {
  return hours < 10 ? std::round(hours * 10.0) / 10 : std::round(static_cast<double>(hours));
}

}  // namespace

std::string SkillCount(const MessageCatalogue& messages, std::size_t count) {
  return messages.Format({"count.skills", {{"count", count}}});
}

std::string HoursText(const MessageCatalogue& messages, HourRange hours) {
  if (hours.high <= 0) return {};
  const double low = ShownHours(hours.low), high = ShownHours(hours.high);
  if (low == high) return messages.Format({"hours.one", {{"hours", low}}});
  return messages.Format({"hours.range", {{"low", low}, {"high", high}}});
}

std::string SkillMeta(const MessageCatalogue& messages, const Skill& skill) {
  std::string text = HoursText(messages, skill.hours.value_or(HourRange{}));
  if (skill.optional) {
    if (!text.empty()) text += kDot;
    text += messages.Find("skill.optional");
  }
  return text;
}

std::string GroupMeta(const MessageCatalogue& messages, const Tally& tally, bool brief) {
  const float mid = tally.hours.Mid();
  const std::string hours = HoursText(messages, brief && tally.hours.high > 0 ? HourRange{mid, mid} : tally.hours);
  std::string text = SkillCount(messages, static_cast<std::size_t>(tally.skills));
  if (!hours.empty()) text += kDot + hours;
  return text;
}

std::string PercentText(const MessageCatalogue& messages, const Tally& tally) {
  const float fraction = tally.Fraction();
  int percent = static_cast<int>(std::floor(fraction * 100 + 1e-3f));
  if (percent == 0 && fraction > 0) percent = 1;
  return messages.Format({"map.percent", {{"percent", percent}}});
}

std::string OpensText(const MessageCatalogue& messages, std::size_t unlocked) {
  return unlocked == 0 ? std::string() : messages.Format({"map.opens-count", {{"count", unlocked}}});
}

}  // namespace waymark
