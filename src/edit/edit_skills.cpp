// Edits of the tree: skills that come, go and move.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "edit/editor.hpp"
#include "graph/roadmap_rules.hpp"

namespace waymark {
namespace {

std::unexpected<EditError> NoSuchSkill(SkillKey key) {
  return std::unexpected(EditError{.problem = EditProblem::kNoSuchSkill, .skills = {key}});
}

}  // namespace

std::size_t Editor::Find(SkillKey key) const {
  if (!stale_) {
    const NodeIndex node = document_.graph_.FindKey(key);
    return node == kNoNode ? kNone : node;
  }
  const auto found = std::ranges::find(roadmap_.skills, key, &Skill::key);
  return found == roadmap_.skills.end() ? kNone : static_cast<std::size_t>(found - roadmap_.skills.begin());
}

std::size_t Editor::FindId(std::string_view id) const {
  if (!stale_) {
    const NodeIndex node = document_.graph_.Find(id);
    return node == kNoNode ? kNone : node;
  }
  const auto found = std::ranges::find(roadmap_.skills, id, &Skill::id);
  return found == roadmap_.skills.end() ? kNone : static_cast<std::size_t>(found - roadmap_.skills.begin());
}

std::vector<std::size_t> Editor::Parents() const {
  const auto& skills = roadmap_.skills;
  std::vector<std::size_t> parents(skills.size(), kNone);
  if (!stale_) {
    for (NodeIndex i = 0; i < skills.size(); ++i)
      if (const NodeIndex parent = document_.graph_.Parent(i); parent != kNoNode) parents[i] = parent;
    return parents;
  }
  std::unordered_map<std::string_view, std::size_t> positions;
  for (std::size_t i = 0; i < skills.size(); ++i) positions.emplace(skills[i].id, i);
  for (std::size_t i = 0; i < skills.size(); ++i)
    if (const auto found = positions.find(skills[i].parent); found != positions.end()) parents[i] = found->second;
  return parents;
}

std::vector<char> Editor::Inside(const std::vector<SkillKey>& skills) const {
  enum : char { kOut, kIn, kUnknown, kOnTheWay };
  std::vector<char> inside(roadmap_.skills.size(), kUnknown);
  for (const SkillKey key : skills)
    if (const std::size_t at = Find(key); at != kNone) inside[at] = kIn;
  const std::vector<std::size_t> parents = Parents();
  std::vector<std::size_t> way;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    std::size_t at = i;
    while (at != kNone && inside[at] == kUnknown) {
      inside[at] = kOnTheWay;
      way.push_back(at);
      at = parents[at];
    }
    // A loop, which an edit still to come may break, hangs on nothing.
    const char found = at != kNone && inside[at] == kIn ? kIn : kOut;
    for (const std::size_t passed : way) inside[passed] = found;
    way.clear();
  }
  return inside;
}

SkillKey Editor::NextInFile(std::size_t position, const std::vector<char>& moved) const {
  for (std::size_t i = position; i < moved.size(); ++i)
    if (!moved[i]) return roadmap_.skills[i].key;
  return {};
}

SkillKey Editor::EndOf(SkillKey parent, const std::vector<char>& moved) const {
  if (parent.value == 0) return {};
  const std::vector<char> inside = Inside({parent});
  for (std::size_t i = inside.size(); i-- > 0;)
    if (inside[i] && !moved[i]) return NextInFile(i + 1, moved);
  return {};
}

Checked Editor::CheckPlace(SkillKey parent, SkillKey before) const {
  if (parent.value != 0 && Find(parent) == kNone) return NoSuchSkill(parent);
  if (before.value == 0) return {};
  const std::size_t sibling = Find(before);
  if (sibling == kNone || roadmap_.skills[sibling].parent != IdOf(parent)) return NoSuchSkill(before);
  return {};
}

std::string Editor::IdOf(SkillKey key) const {
  const std::size_t at = key.value == 0 ? kNone : Find(key);
  return at == kNone ? std::string() : roadmap_.skills[at].id;
}

std::string Editor::FreeId(std::string_view title) const {
  const std::string base = SlugOf(title);
  std::string id = base;
  for (std::size_t n = 2; FindId(id) != kNone; ++n) id = base + '-' + std::to_string(n);
  return id;
}

// Puts each before the skill it names; those that name none that is there come last.
void Editor::Merge(std::vector<FiledSkill> skills) {
  std::unordered_map<SkillKey, std::vector<std::size_t>> before;
  for (std::size_t i = 0; i < skills.size(); ++i) before[skills[i].before].push_back(i);
  std::vector<Skill> merged;
  merged.reserve(roadmap_.skills.size() + skills.size());
  std::vector<char> placed(skills.size(), 0);
  const auto place = [&](std::size_t i) {
    placed[i] = 1;
    merged.push_back(std::move(skills[i].skill));
  };
  for (Skill& skill : roadmap_.skills) {
    if (const auto here = before.find(skill.key); here != before.end())
      for (const std::size_t i : here->second) place(i);
    merged.push_back(std::move(skill));
  }
  for (std::size_t i = 0; i < skills.size(); ++i)
    if (!placed[i]) place(i);
  roadmap_.skills = std::move(merged);
  StructureChanges();
}

Editor::Outcome Editor::Do(const AddSkill& edit) {
  if (roadmap_.skills.size() >= kMaxSkills)
    return std::unexpected(EditError{.problem = EditProblem::kTooMany, .limit = kMaxSkills});
  if (const Checked place = CheckPlace(edit.parent, edit.before); !place) return std::unexpected(place.error());
  Skill skill = edit.skill;
  if (skill.key.value == 0) skill.key = document_.NextKey();
  if (skill.key.value == 0) return std::unexpected(EditError{.problem = EditProblem::kNoKeyLeft});
  if (!document_.IsFree(skill.key))
    return std::unexpected(EditError{.problem = EditProblem::kKeyTaken, .skills = {skill.key}});
  if (skill.id.empty()) skill.id = FreeId(skill.title);
  for (Requirement& requirement : skill.requirements)
    if (const Checked resolved = Resolve(requirement.any_of); !resolved) return std::unexpected(resolved.error());
  if (const Checked checked = CheckSkill(skill); !checked) return std::unexpected(checked.error());
  if (const std::size_t other = FindId(skill.id); other != kNone) {
    return std::unexpected(EditError{
        .problem = EditProblem::kIdTaken, .skills = {At(other).key}, .titles = {At(other).title}, .name = skill.id});
  }
  skill.parent = IdOf(edit.parent);
  const SkillKey key = skill.key;
  const std::vector<char> none(roadmap_.skills.size(), 0);
  const SkillKey before = edit.before.value != 0 ? edit.before : EndOf(edit.parent, none);
  const std::size_t at = before.value == 0 ? roadmap_.skills.size() : Find(before);
  roadmap_.skills.insert(roadmap_.skills.begin() + static_cast<std::ptrdiff_t>(at), std::move(skill));
  StructureChanges();
  return RoadmapEdit{RemoveSkills{{key}, false}};
}

Editor::Outcome Editor::Do(const RestoreSkills& edit) {
  RemoveSkills inverse{{}, false};
  for (const auto& [skill, before] : edit.skills) {
    if (Find(skill.key) != kNone)
      return std::unexpected(EditError{.problem = EditProblem::kKeyTaken, .skills = {skill.key}});
  }
  for (const auto& [skill, before] : edit.skills) {
    inverse.skills.push_back(skill.key);
    if (std::erase(roadmap_.retired_keys, skill.key) > 0) inverse.retires = true;
    document_.withdrawn_.erase(skill.key);
  }
  Merge(edit.skills);
  return RoadmapEdit{std::move(inverse)};
}

// Takes the names of removed skills out of what names them; the inverses, in the order of what was done.
std::vector<RoadmapEdit> Editor::Forget(const std::vector<char>& removed) {
  std::vector<RoadmapEdit> inverses;
  std::unordered_set<std::string_view> gone;
  for (std::size_t i = 0; i < removed.size(); ++i)
    if (removed[i]) gone.insert(At(i).id);
  const auto named = [&](const std::vector<std::string>& names) {
    return std::ranges::any_of(names, [&](const std::string& name) { return gone.contains(name); });
  };
  const auto take_out = [&](std::vector<std::string>& names) {
    std::erase_if(names, [&](const std::string& name) { return gone.contains(name); });
  };
  for (std::size_t i = 0; i < removed.size(); ++i) {
    auto& requirements = At(i).requirements;
    if (removed[i] || std::ranges::none_of(requirements, named, &Requirement::any_of)) continue;
    std::vector<Requirement> old = requirements;
    for (Requirement& requirement : requirements) take_out(requirement.any_of);
    std::erase_if(requirements, [](const Requirement& requirement) { return requirement.any_of.empty(); });
    inverses.push_back(
        {EditRequirements{At(i).key, 0, static_cast<std::uint32_t>(requirements.size()), std::move(old)}});
  }
  for (std::size_t i = roadmap_.waypoints.size(); i-- > 0;) {
    Waypoint& waypoint = roadmap_.waypoints[i];
    if (!named(waypoint.skills)) continue;
    Waypoint old = waypoint;
    take_out(waypoint.skills);
    const bool stays = !waypoint.skills.empty();
    if (!stays) roadmap_.waypoints.erase(roadmap_.waypoints.begin() + static_cast<std::ptrdiff_t>(i));
    inverses.push_back({EditWaypoints{static_cast<std::uint32_t>(i), stays ? 1u : 0u, {std::move(old)}}});
  }
  for (std::size_t i = 0; i < roadmap_.facts.size(); ++i) {
    Fact& fact = roadmap_.facts[i];
    if (!named(fact.skills)) continue;
    inverses.push_back({EditFacts{static_cast<std::uint32_t>(i), 1, {fact}}});
    take_out(fact.skills);
  }
  return inverses;
}

Editor::Outcome Editor::Do(const RemoveSkills& edit) {
  for (const SkillKey key : edit.skills)
    if (Find(key) == kNone) return NoSuchSkill(key);
  const std::vector<char> removed = Inside(edit.skills);
  EditBatch inverse{Forget(removed)};
  RestoreSkills restore;
  std::vector<Skill> kept;
  for (std::size_t i = 0; i < removed.size(); ++i)
    if (removed[i]) restore.skills.push_back({{}, NextInFile(i, removed)});
  std::size_t next = 0;
  for (std::size_t i = 0; i < removed.size(); ++i) {
    if (!removed[i]) {
      kept.push_back(std::move(At(i)));
      continue;
    }
    if (edit.retires)
      roadmap_.retired_keys.push_back(At(i).key);
    else
      document_.withdrawn_.insert(At(i).key);
    restore.skills[next++].skill = std::move(At(i));
  }
  roadmap_.skills = std::move(kept);
  StructureChanges();
  if (inverse.edits.empty()) return RoadmapEdit{std::move(restore)};
  inverse.edits.push_back({std::move(restore)});
  std::ranges::reverse(inverse.edits);
  return RoadmapEdit{std::move(inverse)};
}

Editor::Outcome Editor::Do(const MoveSkills& edit) {
  for (const SkillKey key : edit.skills)
    if (Find(key) == kNone) return NoSuchSkill(key);
  if (const Checked place = CheckPlace(edit.parent, edit.before); !place) return std::unexpected(place.error());
  const std::vector<char> moved = Inside(edit.skills);
  const std::vector<std::size_t> parents = Parents();
  const auto key_at = [&](std::size_t position) { return position == kNone ? SkillKey{} : At(position).key; };
  // Before the next sibling that stays.
  SkillKey before;
  if (edit.before.value != 0) {
    std::size_t sibling = Find(edit.before);
    const std::string parent = IdOf(edit.parent);
    while (sibling < moved.size() && (moved[sibling] || At(sibling).parent != parent)) ++sibling;
    before = sibling < moved.size() ? At(sibling).key : EndOf(edit.parent, moved);
  } else {
    before = EndOf(edit.parent, moved);
  }
  PlaceSkills place;
  for (const SkillKey root : edit.skills) {
    const std::size_t at = Find(root);
    // What is chosen inside of what is chosen goes along with it.
    const bool nested = parents[at] != kNone && moved[parents[at]];
    if (nested || std::ranges::find(place.skills, root, &PlacedSkill::skill) != place.skills.end()) continue;
    const std::vector<char> own = Inside({root});
    for (std::size_t i = 0; i < own.size(); ++i)
      if (own[i]) place.skills.push_back({At(i).key, i == at ? edit.parent : key_at(parents[i]), before});
  }
  return Do(place);
}

Editor::Outcome Editor::Do(const PlaceSkills& edit) {
  std::vector<char> moved(roadmap_.skills.size(), 0);
  for (const PlacedSkill& placed : edit.skills) {
    const std::size_t at = Find(placed.skill);
    if (at == kNone || moved[at]) return NoSuchSkill(placed.skill);
    if (placed.parent.value != 0 && Find(placed.parent) == kNone) return NoSuchSkill(placed.parent);
    moved[at] = 1;
  }
  const std::vector<std::size_t> parents = Parents();
  PlaceSkills inverse;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    if (!moved[i]) continue;
    inverse.skills.push_back({At(i).key, parents[i] == kNone ? SkillKey{} : At(parents[i]).key, NextInFile(i, moved)});
  }
  std::vector<FiledSkill> filed;
  for (const PlacedSkill& placed : edit.skills) {
    const std::size_t at = Find(placed.skill);
    filed.push_back({At(at), placed.before});
    filed.back().skill.parent = IdOf(placed.parent);
  }
  std::vector<Skill> kept;
  for (std::size_t i = 0; i < moved.size(); ++i)
    if (!moved[i]) kept.push_back(std::move(At(i)));
  roadmap_.skills = std::move(kept);
  Merge(std::move(filed));
  return RoadmapEdit{std::move(inverse)};
}

}  // namespace waymark
