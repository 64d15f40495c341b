// A small road with everything that tests of the application need: three tracks, one nested group, prerequisites across
// them, tags, facts, accents.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/state.hpp"
#include "io/roadmap_json.hpp"

namespace waymark {

// Keys of the sample's skills.
namespace sample {
inline constexpr SkillKey kMath{1}, kAlgebra{2}, kCalculus{3}, kStatistics{4}, kCode{5}, kPython{6}, kArrays{7},
    kLearning{8}, kDeep{9}, kNetworks{10}, kVision{11}, kBasics{12};
inline constexpr SkillKey kSkills[] = {kAlgebra, kCalculus, kStatistics, kPython, kArrays, kNetworks, kVision, kBasics};
inline constexpr SkillKey kGroups[] = {kMath, kCode, kLearning, kDeep};
}  // namespace sample

inline Requirement MakeRequirement(const std::string& id) {
  Requirement requirement;
  requirement.any_of = {id};
  requirement.reason = "You use " + id + ".";
  return requirement;
}

inline Skill MakeSkill(std::string id, SkillKey key, std::string parent, std::string title,
                       const std::vector<std::string>& needs = {}) {
  Skill skill;
  skill.id = std::move(id);
  skill.key = key;
  skill.parent = std::move(parent);
  skill.title = std::move(title);
  skill.summary = "About " + skill.id + ".";
  skill.hours = HourRange{8, 12};
  for (const std::string& need : needs) skill.requirements.push_back(MakeRequirement(need));
  return skill;
}

inline Skill MakeGroup(std::string id, SkillKey key, std::string parent, std::string title) {
  Skill group = MakeSkill(std::move(id), key, std::move(parent), std::move(title));
  group.hours.reset();
  return group;
}

inline Roadmap SampleRoadmap() {
  using namespace sample;
  Roadmap roadmap;
  roadmap.id = "sample";
  roadmap.title = "Sample road";
  roadmap.summary = "For tests.";
  roadmap.skills = {
      MakeGroup("math", kMath, "", "Mathematics"),
      MakeSkill("algebra", kAlgebra, "math", "Linear algebra"),
      MakeSkill("calculus", kCalculus, "math", "Calculus", {"algebra"}),
      MakeSkill("statistics", kStatistics, "math", "Théorie of statistics", {"algebra"}),
      MakeGroup("code", kCode, "", "Programming"),
      MakeSkill("python", kPython, "code", "Python"),
      MakeSkill("arrays", kArrays, "code", "Arrays and algebra in code", {"python", "algebra"}),
      MakeGroup("learning", kLearning, "", "Machine learning"),
      MakeGroup("deep", kDeep, "learning", "Deep learning"),
      MakeSkill("networks", kNetworks, "deep", "Neural networks", {"arrays", "calculus"}),
      MakeSkill("vision", kVision, "deep", "Vision", {"networks"}),
      MakeSkill("basics", kBasics, "learning", "First models", {"arrays", "statistics"}),
  };
  roadmap.skills[5].tags = {"snake"};
  roadmap.skills[10].summary = "Convolutions find shapes in pictures.";
  Fact fact;
  fact.id = "f1";
  fact.kind = "claim";
  fact.title = "Demand";
  fact.text = "Recruiters ask for regression.";
  fact.year = 2024;
  fact.source = "a survey";
  fact.skills = {"basics"};
  roadmap.facts = {fact};
  return roadmap;
}

inline std::unique_ptr<OpenRoadmap> OpenSample() { return std::move(OpenRoadmap::Make(SampleRoadmap()).value()); }
inline std::string SampleJson() { return WriteRoadmap(SampleRoadmap()); }

inline constexpr Viewport kWindow{1280, 800, 2, 16, 64, 16, 16};

}  // namespace waymark
