#include "edit/field_rules.hpp"

#include <cmath>
#include <cstdint>
#include <utility>

#include "base/safe_url.hpp"
#include "graph/roadmap_rules.hpp"

namespace waymark {
namespace {

constexpr int kLastYear = 9999;
constexpr std::size_t kNameBytes = 60;  // of a wrong value: enough to know it by

std::unexpected<EditError> Wrong(EditProblem problem, std::string_view name = {}, std::size_t limit = 0) {
  return std::unexpected(
      EditError{.problem = problem, .name = Sanitized(Utf8Prefix(name, kNameBytes)), .limit = limit});
}

// The first that is wrong.
template <class... Checks>
Checked All(Checks... checks) {
  Checked checked;
  ((checked = checks(), checked.has_value()) && ...);
  return checked;
}

}  // namespace

Checked CheckText(std::string& text, std::size_t max, bool required, LineBreaks line_breaks) {
  text = Sanitized(text, line_breaks);
  if (required && IsBlank(text)) return Wrong(EditProblem::kTextMissing);
  if (CountCodePoints(text) > max) return Wrong(EditProblem::kTextTooLong, text, max);
  return {};
}

Checked CheckId(const std::string& text) {
  if (!IsSlug(text)) return Wrong(EditProblem::kNotAnId, text);
  return {};
}

Checked CheckIds(const std::vector<std::string>& ids) {
  for (const std::string& id : ids)
    if (const Checked checked = CheckId(id); !checked) return checked;
  return {};
}

Checked CheckTexts(std::vector<std::string>& texts, std::size_t max) {
  for (std::string& text : texts)
    if (const Checked checked = CheckText(text, max, true); !checked) return checked;
  return {};
}

Checked CheckHours(const std::optional<HourRange>& hours) {
  if (!hours || (hours->low >= 0 && hours->low <= hours->high && hours->high <= kMaxHours)) return {};
  return Wrong(EditProblem::kHoursOutOfRange, {}, static_cast<std::size_t>(kMaxHours));
}

Checked CheckDate(const std::string& text) {
  if (!text.empty() && !IsDate(text)) return Wrong(EditProblem::kOutOfRange, text);
  return {};
}

Checked CheckItem(SelfCheck& check) {
  return All([&] { return CheckText(check.question, kMaxSummary, true); },
             [&] { return CheckText(check.answer, kMaxSummary, true); });
}

Checked CheckItem(Requirement& requirement) {
  if (requirement.any_of.empty()) return Wrong(EditProblem::kNamesNothing);
  return All([&] { return CheckIds(requirement.any_of); }, [&] { return CheckText(requirement.reason, kMaxSummary); });
}

Checked CheckItem(Resource& resource) {
  return All([&] { return CheckText(resource.title, kMaxSummary, true); },
             [&]() -> Checked {
               if (!IsSafeUrl(resource.url)) return Wrong(EditProblem::kUnsafeAddress, resource.url);
               return {};
             },
             [&] { return CheckText(resource.kind, kMaxTitle); },
             [&] { return CheckText(resource.language, kMaxTitle); },
             [&] { return CheckText(resource.where, kMaxTitle); },
             [&] { return CheckText(resource.edition, kMaxTitle); }, [&] { return CheckDate(resource.checked); });
}

Checked CheckItem(Waypoint& waypoint) {
  if (waypoint.skills.empty()) return Wrong(EditProblem::kNamesNothing);
  return All([&] { return CheckId(waypoint.id); }, [&] { return CheckText(waypoint.title, kMaxTitle, true); },
             [&] { return CheckText(waypoint.summary, kMaxSummary); }, [&] { return CheckIds(waypoint.skills); });
}

Checked CheckItem(Fact& fact) {
  if (fact.year < 0 || fact.year > kLastYear) return Wrong(EditProblem::kOutOfRange);
  return All([&] { return CheckId(fact.id); }, [&] { return CheckText(fact.kind, kMaxTitle, true); },
             [&] { return CheckText(fact.title, kMaxTitle, true); },
             [&] { return CheckText(fact.text, kMaxBody, true, LineBreaks::kKept); },
             [&] { return CheckText(fact.source, kMaxSummary); }, [&] { return CheckDate(fact.checked); },
             [&] { return CheckIds(fact.skills); }, [&] { return CheckTexts(fact.covers, kMaxTitle); });
}

Checked CheckSkill(Skill& skill) {
  const auto each = [](auto& items) {
    Checked checked;
    for (auto& item : items)
      if (checked = CheckItem(item); !checked) break;
    return checked;
  };
  return All([&] { return CheckId(skill.id); }, [&] { return CheckText(skill.title, kMaxTitle, true); },
             [&] { return CheckText(skill.summary, kMaxSummary); },
             [&] { return CheckText(skill.body, kMaxBody, false, LineBreaks::kKept); },
             [&] { return CheckHours(skill.hours); }, [&] { return CheckText(skill.carried_over, kMaxSummary); },
             [&] { return each(skill.requirements); }, [&] { return each(skill.resources); },
             [&] { return CheckText(skill.proof, kMaxBody, false, LineBreaks::kKept); },
             [&] { return each(skill.checks); }, [&] { return CheckText(skill.slips, kMaxSummary); },
             [&] { return CheckTexts(skill.tags, kMaxTitle); }, [&] { return CheckTexts(skill.covers, kMaxTitle); });
}

std::string SlugOf(std::string_view title) {
  constexpr std::size_t kEnough = 48;
  std::string slug;
  for (const char c : title) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      slug.push_back(capital ? static_cast<char>(c - 'A' + 'a') : c);
    else if (!slug.empty() && slug.back() != '-')
      slug.push_back('-');
    if (slug.size() == kEnough) break;
  }
  if (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "skill" : slug;
}

}  // namespace waymark
