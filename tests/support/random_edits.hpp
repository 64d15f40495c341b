// Random edits of a document, most of them possible, some not.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "edit/document.hpp"
#include "edit/roadmap_edit.hpp"
#include "support/random.hpp"

namespace waymark::test {

class RandomEdits {
 public:
  RandomEdits(Random& random, const Document& document) : random_(random), road_(document.roadmap()) {}

  RoadmapEdit Any(int depth = 0) {
    if (road_.skills.empty()) return {AddSkill{.skill = NewSkill(), .parent = {}, .before = {}}};
    switch (random_.Below(depth < 2 ? 17 : 16)) {
      case 0:
      case 1: {
        AddSkill add{.skill = NewSkill(), .parent = KeyOrNone(), .before = {}};
        if (random_.OneIn(3)) add.before = Key();
        return {add};
      }
      case 2:
        return {RemoveSkills{Keys(), true}};
      case 3:
      case 4:
        return {MoveSkills{Keys(), KeyOrNone(), {}}};
      case 5: {  // reorder
        const Skill& sibling = Any(road_.skills);
        return {MoveSkills{Keys(), KeyOf(sibling.parent), sibling.key}};
      }
      case 6:
        return {SetSkillText{Key(), static_cast<SkillText>(random_.Below(6)), Text()}};
      case 7:
        return {SetSkillText{Key(), SkillText::kId, "r" + std::to_string(random_.Below(60))}};
      case 8:
        return {SetSkillList{Key(), static_cast<SkillList>(random_.Below(2)), {Text(), "tag"}}};
      case 9:
        return {SetHours{Key(), random_.OneIn(4) ? std::nullopt : std::optional(HourRange{1, Float()})}};
      case 10:
        return random_.OneIn(2) ? RoadmapEdit{SetLevel{Key(), static_cast<Level>(random_.Below(3))}}
                                : RoadmapEdit{SetOptional{Key(), random_.OneIn(2)}};
      case 11:
      case 12:
        return {EditRequirements{Key(), random_.Below(3), random_.Below(2), Requirements()}};
      case 13:
        return {EditResources{
            Key(), random_.Below(2), random_.Below(2), {{Text(), Url(), "book", {}, {}, {}, {}, {}, {}, {}}}}};
      case 14:
        return {EditWaypoints{random_.Below(3), random_.Below(2), {{Id("w"), Text(), Text(), Names(), {}, {}}}}};
      case 15:
        if (random_.OneIn(2)) return {SetRoadText{static_cast<RoadText>(random_.Below(4)), "text"}};
        if (random_.OneIn(2)) return {SetRoadRevision{static_cast<int>(random_.Below(5))}};
        return {EditFacts{
            random_.Below(3), random_.Below(2), {{Id("f"), "duty", Text(), Text(), 0, {}, {}, Names(), {}, {}, {}}}}};
      default: {
        EditBatch batch;
        for (std::uint32_t n = random_.Below(4); n > 0; --n) batch.edits.push_back(Any(depth + 1));
        return {std::move(batch)};
      }
    }
  }

 private:
  template <class T>
  const T& Any(const std::vector<T>& items) {
    return items[random_.Below(items.size())];
  }
  SkillKey Key() {
    if (random_.OneIn(60)) return SkillKey{random_.Between(1, 90)};
    return Any(road_.skills).key;
  }
  SkillKey KeyOrNone() { return random_.OneIn(4) ? SkillKey{} : Key(); }
  SkillKey KeyOf(const std::string& id) const {
    for (const Skill& skill : road_.skills)
      if (skill.id == id) return skill.key;
    return {};
  }
  std::vector<SkillKey> Keys() {
    std::vector<SkillKey> keys{Key()};
    while (random_.OneIn(3)) keys.push_back(Key());
    return keys;
  }
  std::string Id(const char* prefix) { return prefix + std::to_string(random_.Below(9)); }
  std::string Text() { return random_.OneIn(12) ? std::string() : "Text " + std::to_string(random_.Below(999)); }
  std::string Url() { return random_.OneIn(8) ? "javascript:alert(1)" : "https://example.org/a"; }
  float Float() { return static_cast<float>(random_.Below(40)) / 4; }
  std::string Name() { return random_.OneIn(2) ? '#' + std::to_string(Key().value) : Any(road_.skills).id; }
  std::vector<std::string> Names() { return {Name()}; }
  std::vector<Requirement> Requirements() {
    std::vector<Requirement> requirements;
    for (std::uint32_t n = random_.Below(3); n > 0; --n) {
      requirements.push_back({Names(), Text(), {}, {}});
      if (random_.OneIn(3)) requirements.back().any_of.push_back(Name());
    }
    return requirements;
  }
  Skill NewSkill() {
    Skill skill;
    skill.title = random_.OneIn(20) ? std::string() : "New " + std::to_string(random_.Below(9));
    if (random_.OneIn(3)) skill.id = Id("n");
    if (random_.OneIn(3)) skill.key = SkillKey{random_.Between(1, 120)};
    if (random_.OneIn(2)) skill.hours = HourRange{2, 4};
    return skill;
  }

  Random& random_;
  const Roadmap& road_;
};

}  // namespace waymark::test
