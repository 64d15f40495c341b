// Edits of what stands in a skill and beside the skills.
#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "edit/editor.hpp"
#include "graph/roadmap_rules.hpp"

namespace waymark {
namespace {

std::unexpected<EditError> Refused(EditProblem problem, SkillKey skill = {}) {
  EditError error{.problem = problem};
  if (skill.value != 0) error.skills = {skill};
  return std::unexpected(std::move(error));
}

struct TextRule {
  std::string Skill::* field;
  std::size_t max;
  bool required;
  LineBreaks line_breaks;
};

TextRule RuleOf(SkillText field) {
  switch (field) {
    case SkillText::kId:
      return {&Skill::id, kMaxSlug, true, LineBreaks::kToSpaces};
    case SkillText::kTitle:
      return {&Skill::title, kMaxTitle, true, LineBreaks::kToSpaces};
    case SkillText::kSummary:
      return {&Skill::summary, kMaxSummary, false, LineBreaks::kToSpaces};
    case SkillText::kBody:
      return {&Skill::body, kMaxBody, false, LineBreaks::kKept};
    case SkillText::kCarriedOver:
      return {&Skill::carried_over, kMaxSummary, false, LineBreaks::kToSpaces};
    case SkillText::kProof:
      return {&Skill::proof, kMaxBody, false, LineBreaks::kKept};
  }
  std::unreachable();
}

// Replaces part of a list; returns what was there, or nothing when the list has no such part.
template <class Item>
std::optional<std::vector<Item>> Spliced(std::vector<Item>& items, std::uint32_t at, std::uint32_t removed,
                                         std::vector<Item> added) {
  if (at > items.size() || removed > items.size() - at) return std::nullopt;
  const auto begin = items.begin() + static_cast<std::ptrdiff_t>(at),
             end = begin + static_cast<std::ptrdiff_t>(removed);
  std::vector<Item> old(std::make_move_iterator(begin), std::make_move_iterator(end));
  const auto left = items.erase(begin, end);
  items.insert(left, std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  return old;
}

std::uint32_t Count(std::size_t size) { return static_cast<std::uint32_t>(size); }

template <class Item>
Checked CheckEach(std::vector<Item>& items) {
  for (Item& item : items)
    if (const Checked checked = CheckItem(item); !checked) return checked;
  return {};
}

}  // namespace

Checked Editor::Resolve(std::vector<std::string>& names) const {
  for (std::string& name : names) {
    if (!name.starts_with('#')) continue;
    std::uint32_t key = 0;
    const auto [end, problem] = std::from_chars(name.data() + 1, name.data() + name.size(), key);
    const std::size_t at = problem == std::errc() && end == name.data() + name.size() ? Find(SkillKey{key}) : kNone;
    if (at == kNone) return Refused(EditProblem::kNoSuchSkill, SkillKey{key});
    name = roadmap_.skills[at].id;
  }
  return {};
}

void Editor::Rename(std::size_t position, const std::string& id) {
  const std::string old = std::exchange(At(position).id, id);
  const auto follow = [&](std::vector<std::string>& names) { std::ranges::replace(names, old, id); };
  for (Skill& skill : roadmap_.skills) {
    if (skill.parent == old) skill.parent = id;
    for (Requirement& requirement : skill.requirements) follow(requirement.any_of);
  }
  for (Waypoint& waypoint : roadmap_.waypoints) follow(waypoint.skills);
  for (Fact& fact : roadmap_.facts) follow(fact.skills);
  StructureChanges();
}

Editor::Outcome Editor::Do(const SetSkillText& edit) {
  const std::size_t at = Find(edit.skill);
  if (at == kNone) return Refused(EditProblem::kNoSuchSkill, edit.skill);
  const TextRule rule = RuleOf(edit.field);
  std::string text = edit.text;
  if (edit.field == SkillText::kId) {
    if (const Checked checked = CheckId(text); !checked) return std::unexpected(checked.error());
    const std::size_t other = FindId(text);
    if (other != kNone && other != at) {
      return std::unexpected(EditError{
          .problem = EditProblem::kIdTaken, .skills = {At(other).key}, .titles = {At(other).title}, .name = text});
    }
    RoadmapEdit inverse{SetSkillText{edit.skill, edit.field, At(at).id}};
    if (other == kNone) Rename(at, text);
    return inverse;
  }
  if (const Checked checked = CheckText(text, rule.max, rule.required, rule.line_breaks); !checked)
    return std::unexpected(checked.error());
  return RoadmapEdit{SetSkillText{edit.skill, edit.field, std::exchange(At(at).*rule.field, std::move(text))}};
}

Editor::Outcome Editor::Do(const SetSkillList& edit) {
  const std::size_t at = Find(edit.skill);
  if (at == kNone) return Refused(EditProblem::kNoSuchSkill, edit.skill);
  std::vector<std::string> texts = edit.texts;
  if (const Checked checked = CheckTexts(texts, kMaxTitle); !checked) return std::unexpected(checked.error());
  auto& list = edit.field == SkillList::kTags ? At(at).tags : At(at).covers;
  return RoadmapEdit{SetSkillList{edit.skill, edit.field, std::exchange(list, std::move(texts))}};
}

Editor::Outcome Editor::Do(const SetHours& edit) {
  const std::size_t at = Find(edit.skill);
  if (at == kNone) return Refused(EditProblem::kNoSuchSkill, edit.skill);
  if (const Checked checked = CheckHours(edit.hours); !checked) return std::unexpected(checked.error());
  return RoadmapEdit{SetHours{edit.skill, std::exchange(At(at).hours, edit.hours)}};
}

Editor::Outcome Editor::Do(const SetLevel& edit) {
  const std::size_t at = Find(edit.skill);
  if (at == kNone) return Refused(EditProblem::kNoSuchSkill, edit.skill);
  return RoadmapEdit{SetLevel{edit.skill, std::exchange(At(at).level, edit.level)}};
}

Editor::Outcome Editor::Do(const SetOptional& edit) {
  const std::size_t at = Find(edit.skill);
  if (at == kNone) return Refused(EditProblem::kNoSuchSkill, edit.skill);
  return RoadmapEdit{SetOptional{edit.skill, std::exchange(At(at).optional, edit.optional)}};
}

Editor::Outcome Editor::Do(const EditRequirements& edit) {
  const std::size_t at = Find(edit.skill);
  if (at == kNone) return Refused(EditProblem::kNoSuchSkill, edit.skill);
  std::vector<Requirement> added = edit.added;
  for (Requirement& requirement : added)
    if (const Checked resolved = Resolve(requirement.any_of); !resolved) return std::unexpected(resolved.error());
  if (const Checked checked = CheckEach(added); !checked) return std::unexpected(checked.error());
  auto old = Spliced(At(at).requirements, edit.at, edit.removed, std::move(added));
  if (!old) return Refused(EditProblem::kNoSuchItem, edit.skill);
  const std::span now = std::span(At(at).requirements).subspan(edit.at, edit.added.size());
  if (!std::ranges::equal(*old, now, {}, &Requirement::any_of, &Requirement::any_of)) StructureChanges();
  return RoadmapEdit{EditRequirements{edit.skill, edit.at, Count(now.size()), std::move(*old)}};
}

Editor::Outcome Editor::Do(const EditResources& edit) {
  const std::size_t at = Find(edit.skill);
  if (at == kNone) return Refused(EditProblem::kNoSuchSkill, edit.skill);
  std::vector<Resource> added = edit.added;
  if (const Checked checked = CheckEach(added); !checked) return std::unexpected(checked.error());
  auto old = Spliced(At(at).resources, edit.at, edit.removed, std::move(added));
  if (!old) return Refused(EditProblem::kNoSuchItem, edit.skill);
  return RoadmapEdit{EditResources{edit.skill, edit.at, Count(edit.added.size()), std::move(*old)}};
}

Editor::Outcome Editor::Do(const EditWaypoints& edit) {
  std::vector<Waypoint> added = edit.added;
  if (roadmap_.waypoints.size() + added.size() > kMaxWaypoints + edit.removed)
    return std::unexpected(EditError{.problem = EditProblem::kTooMany, .limit = kMaxWaypoints});
  for (Waypoint& waypoint : added)
    if (const Checked resolved = Resolve(waypoint.skills); !resolved) return std::unexpected(resolved.error());
  if (const Checked checked = CheckEach(added); !checked) return std::unexpected(checked.error());
  auto old = Spliced(roadmap_.waypoints, edit.at, edit.removed, std::move(added));
  if (!old) return Refused(EditProblem::kNoSuchItem);
  StructureChanges();
  return RoadmapEdit{EditWaypoints{edit.at, Count(edit.added.size()), std::move(*old)}};
}

Editor::Outcome Editor::Do(const EditFacts& edit) {
  std::vector<Fact> added = edit.added;
  if (roadmap_.facts.size() + added.size() > kMaxFacts + edit.removed)
    return std::unexpected(EditError{.problem = EditProblem::kTooMany, .limit = kMaxFacts});
  for (Fact& fact : added)
    if (const Checked resolved = Resolve(fact.skills); !resolved) return std::unexpected(resolved.error());
  if (const Checked checked = CheckEach(added); !checked) return std::unexpected(checked.error());
  auto old = Spliced(roadmap_.facts, edit.at, edit.removed, std::move(added));
  if (!old) return Refused(EditProblem::kNoSuchItem);
  StructureChanges();
  return RoadmapEdit{EditFacts{edit.at, Count(edit.added.size()), std::move(*old)}};
}

Editor::Outcome Editor::Do(const SetRoadText& edit) {
  std::string text = edit.text;
  std::string Roadmap::* field = nullptr;
  Checked checked;
  switch (edit.field) {
    case RoadText::kId:
      field = &Roadmap::id;
      checked = CheckId(text);
      break;
    case RoadText::kTitle:
      field = &Roadmap::title;
      checked = CheckText(text, kMaxTitle, true);
      break;
    case RoadText::kSummary:
      field = &Roadmap::summary;
      checked = CheckText(text, kMaxSummary);
      break;
    case RoadText::kLanguage:
      field = &Roadmap::language;
      checked = CheckText(text, kMaxTitle, true);
      break;
  }
  if (!checked) return std::unexpected(checked.error());
  return RoadmapEdit{SetRoadText{edit.field, std::exchange(roadmap_.*field, std::move(text))}};
}

Editor::Outcome Editor::Do(const SetRoadRevision& edit) {
  if (edit.revision < 1) return Refused(EditProblem::kOutOfRange);
  return RoadmapEdit{SetRoadRevision{std::exchange(roadmap_.revision, edit.revision)}};
}

}  // namespace waymark
