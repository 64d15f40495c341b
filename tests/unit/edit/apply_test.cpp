#include "edit/apply.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "edit/diagnostics.hpp"
#include "graph/roadmap_rules.hpp"

namespace waymark {
namespace {

// Two groups: maths (algebra, calculus, which needs algebra) and code (python, arrays, which needs python or algebra).
Document MakeDocument(KeySpace keys = kOwnKeys) {
  Roadmap roadmap;
  roadmap.id = "road";
  roadmap.title = "Road";
  const auto add = [&](std::string id, std::uint32_t key, std::string parent, std::string title) -> Skill& {
    Skill& skill = roadmap.skills.emplace_back();
    skill.id = std::move(id);
    skill.key = SkillKey{key};
    skill.parent = std::move(parent);
    skill.title = std::move(title);
    return skill;
  };
  add("maths", 1, "", "Maths");
  add("algebra", 2, "maths", "Algebra");
  add("calculus", 3, "maths", "Calculus").requirements = {{{"algebra"}, "You use it.", {}, {}}};
  add("code", 4, "", "Code");
  add("python", 5, "code", "Python");
  add("arrays", 6, "code", "Arrays").requirements = {{{"python", "algebra"}, "Either will do.", {}, {}}};
  roadmap.waypoints = {{"end", "The end", {}, {"arrays", "calculus"}, {}, {}},
                       {"half", "Half", {}, {"calculus"}, {}, {}}};
  roadmap.facts = {{"f", "duty", "A duty", "Text.", 0, {}, {}, {"calculus"}, {}, {}, {}}};
  roadmap.retired_keys = {SkillKey{9}};
  auto document = Document::Make(std::move(roadmap), keys);
  REQUIRE(document);
  return std::move(*document);
}

constexpr SkillKey kMaths{1}, kAlgebra{2}, kCalculus{3}, kCode{4}, kPython{5}, kArrays{6};

std::vector<std::string> Titles(const Document& document, SkillKey parent) {
  const Graph& graph = document.graph();
  std::vector<std::string> titles;
  for (const NodeIndex v : parent.value == 0 ? graph.Roots() : graph.Children(graph.FindKey(parent)))
    titles.push_back(document.roadmap().skills[v].title);
  return titles;
}

AddSkill Adding(std::string title, SkillKey parent, SkillKey before = {}) {
  AddSkill add{.skill = {}, .parent = parent, .before = before};
  add.skill.title = std::move(title);
  return add;
}

EditError Refusal(Document& document, const RoadmapEdit& edit) {
  const Roadmap before = document.roadmap();
  const auto outcome = Apply(document, edit);
  REQUIRE_FALSE(outcome);
  CHECK(document.roadmap() == before);
  return outcome.error();
}

using Names = std::vector<std::string>;

TEST_CASE("Apply_AddsAmongSiblings") {
  Document document = MakeDocument();
  REQUIRE(Apply(document, {Adding("Sets & Logic!", kMaths, kCalculus)}));
  CHECK(Titles(document, kMaths) == Names{"Algebra", "Sets & Logic!", "Calculus"});
  REQUIRE(Apply(document, {Adding("Sets logic", kMaths)}));
  CHECK(Titles(document, kMaths) == Names{"Algebra", "Sets & Logic!", "Calculus", "Sets logic"});
  REQUIRE(Apply(document, {Adding("Last", {})}));
  CHECK(Titles(document, {}) == Names{"Maths", "Code", "Last"});
  // In the file a group's skills stay together, with ids and keys that nobody had.
  const auto& skills = document.roadmap().skills;
  CHECK(skills[4].title == "Sets logic");
  CHECK(skills[2].id == "sets-logic");
  CHECK(skills[4].id == "sets-logic-2");
  CHECK(skills[2].key == SkillKey{10});
  CHECK(skills[4].key == SkillKey{11});
}

TEST_CASE("Apply_DrawsKeysFromTheSpaceAndNeverTwice") {
  Document fork = MakeDocument(kForkKeys);
  const auto undo = Apply(fork, {Adding("One", kMaths)});
  REQUIRE(undo);
  const SkillKey first = fork.roadmap().skills[3].key;
  CHECK(first == kForkKeys.first);
  const auto redo = Apply(fork, *undo);
  REQUIRE(redo);
  REQUIRE(Apply(fork, {Adding("Two", kMaths)}));
  CHECK(fork.roadmap().skills[3].key == SkillKey{first.value + 1});
  AddSkill again = Adding("Three", kMaths);
  for (const SkillKey used : {first, kAlgebra, SkillKey{9}, SkillKey{20}}) {
    again.skill.key = used;
    CHECK(Refusal(fork, {again}).problem == EditProblem::kKeyTaken);
  }
  // What was taken back may come back as itself.
  REQUIRE(Apply(fork, *redo));
  CHECK(fork.graph().FindKey(first) != kNoNode);
}

TEST_CASE("Apply_SaysWhenNoKeyIsLeft") {
  Document document = MakeDocument({SkillKey{1}, SkillKey{9}});
  REQUIRE(Apply(document, {Adding("Seven", kMaths)}));
  REQUIRE(Apply(document, {Adding("Eight", kMaths)}));
  CHECK(document.graph().FindKey(SkillKey{7}) != kNoNode);
  CHECK(Refusal(document, {Adding("None", kMaths)}).problem == EditProblem::kNoKeyLeft);
}

TEST_CASE("Apply_RemovesASubtreeAndWhatNamesIt") {
  Document document = MakeDocument();
  const Roadmap before = document.roadmap();
  const auto undo = Apply(document, {RemoveSkills{{kMaths}}});
  REQUIRE(undo);
  const Roadmap& road = document.roadmap();
  CHECK(road.skills.size() == 3);
  CHECK(road.skills[2].requirements[0].any_of == Names{"python"});
  REQUIRE(road.waypoints.size() == 1);
  CHECK(road.waypoints[0].skills == Names{"arrays"});
  CHECK(road.facts[0].skills.empty());
  CHECK(road.retired_keys == std::vector{SkillKey{9}, kMaths, kAlgebra, kCalculus});
  CHECK(document.NextKey() == SkillKey{10});
  REQUIRE(Apply(document, *undo));
  CHECK(document.roadmap() == before);
}

TEST_CASE("Apply_DropsAClauseThatNamesNothingAnyMore") {
  Document document = MakeDocument();
  REQUIRE(Apply(document, {RemoveSkills{{kAlgebra, kPython}}}));
  for (const Skill& skill : document.roadmap().skills) CHECK(skill.requirements.empty());
}

TEST_CASE("Apply_MovesWithAllThatLivesInIt") {
  Document document = MakeDocument();
  const Roadmap before = document.roadmap();
  const auto undo = Apply(document, {MoveSkills{{kCode}, kMaths, kCalculus}});
  REQUIRE(undo);
  CHECK(Titles(document, kMaths) == Names{"Algebra", "Code", "Calculus"});
  CHECK(Titles(document, kCode) == Names{"Python", "Arrays"});
  REQUIRE(Apply(document, *undo));
  CHECK(document.roadmap() == before);
}

TEST_CASE("Apply_ReordersSiblings") {
  Document document = MakeDocument();
  REQUIRE(Apply(document, {MoveSkills{{kCode}, {}, kMaths}}));
  CHECK(Titles(document, {}) == Names{"Code", "Maths"});
  REQUIRE(Apply(document, {MoveSkills{{kCode}, {}, {}}}));
  CHECK(Titles(document, {}) == Names{"Maths", "Code"});
  REQUIRE(Apply(document, {MoveSkills{{kArrays, kAlgebra}, kMaths, {}}}));
  CHECK(Titles(document, kMaths) == Names{"Calculus", "Arrays", "Algebra"});
  REQUIRE(Apply(document, {MoveSkills{{kMaths}, {}, kMaths}}));  // where it is
  CHECK(Titles(document, {}) == Names{"Maths", "Code"});
}

TEST_CASE("Apply_MovesWhatIsChosenInsideTheChosenAlong") {
  Document document = MakeDocument();
  REQUIRE(Apply(document, {MoveSkills{{kMaths, kCalculus}, kCode, {}}}));
  CHECK(Titles(document, kCode) == Names{"Python", "Arrays", "Maths"});
  CHECK(Titles(document, kMaths) == Names{"Algebra", "Calculus"});
}

TEST_CASE("Apply_RefusesAGroupInItself") {
  Document document = MakeDocument();
  REQUIRE(Apply(document, {MoveSkills{{kCode}, kMaths, {}}}));
  const EditError error = Refusal(document, {MoveSkills{{kMaths}, kCode, {}}});
  CHECK(error.problem == EditProblem::kInsideItself);
  CHECK(MessageOf(error) == "A group can't live in itself: ‘Maths’ → ‘Code’ → ‘Maths’; choose another place.");
}

TEST_CASE("Apply_NamesTheCircleByTitles") {
  Document document = MakeDocument();
  const EditError error = Refusal(document, {EditRequirements{kAlgebra, 0, 0, {{{"calculus"}, "Why not.", {}, {}}}}});
  CHECK(error.problem == EditProblem::kPrerequisiteCycle);
  CHECK(error.skills == std::vector{kAlgebra, kCalculus});
  CHECK(
      MessageOf(error) ==
      "These would need each other in a circle: ‘Algebra’ → ‘Calculus’ → ‘Algebra’; take one of the prerequisites out "
      "first.");
}

TEST_CASE("Apply_RefusesPrerequisitesOfAndOnGroups") {
  Document document = MakeDocument();
  const EditError on = Refusal(document, {EditRequirements{kPython, 0, 0, {{{"maths"}, {}, {}, {}}}}});
  CHECK(on.problem == EditProblem::kGroupRequired);
  CHECK(on.titles == Names{"Python", "Maths"});
  CHECK(Refusal(document, {Adding("Inside", kCalculus)}).problem == EditProblem::kGroupRequires);
  CHECK(Refusal(document, {Adding("Inside", kAlgebra)}).problem == EditProblem::kGroupRequired);
}

TEST_CASE("Apply_TakesABatchAsOne") {
  Document document = MakeDocument();
  const Roadmap before = document.roadmap();
  AddSkill add = Adding("Sets", kMaths);
  add.skill.key = SkillKey{30};
  // Unsound between, sound at the end; the new skill is named by its key.
  const EditBatch batch{{{EditRequirements{kAlgebra, 0, 0, {{{"calculus"}, {}, {}, {}}}}},
                         {add},
                         {EditRequirements{kCalculus, 0, 1, {{{"#30"}, "It rests on it.", {}, {}}}}},
                         {SetHours{SkillKey{30}, HourRange{1, 2}}}}};
  const auto undo = Apply(document, {batch});
  REQUIRE(undo);
  CHECK(document.revision() == 1);
  CHECK(document.roadmap().skills[2].requirements[0].any_of == Names{"sets"});
  REQUIRE(Apply(document, *undo));
  CHECK(document.roadmap() == before);
  EditBatch bad{{{SetHours{kPython, HourRange{1, 2}}}, {SetSkillText{kPython, SkillText::kTitle, ""}}}};
  CHECK(Refusal(document, {bad}).problem == EditProblem::kTextMissing);
  CHECK(SkillsIn({batch}) == std::vector{kAlgebra, SkillKey{30}, kCalculus});
}

TEST_CASE("Apply_RenamesAnIdWhereverItIsNamed") {
  Document document = MakeDocument();
  REQUIRE(Apply(document, {SetSkillText{kAlgebra, SkillText::kId, "linear-algebra"}}));
  REQUIRE(Apply(document, {SetSkillText{kMaths, SkillText::kId, "m"}}));
  const Roadmap& road = document.roadmap();
  CHECK(road.skills[1].parent == "m");
  CHECK(road.skills[2].requirements[0].any_of == Names{"linear-algebra"});
  CHECK(road.skills[5].requirements[0].any_of == Names{"python", "linear-algebra"});
  CHECK(Refusal(document, {SetSkillText{kMaths, SkillText::kId, "code"}}).problem == EditProblem::kIdTaken);
  CHECK(Refusal(document, {SetSkillText{kMaths, SkillText::kId, "No slug"}}).problem == EditProblem::kNotAnId);
}

TEST_CASE("Apply_HoldsFieldsToTheRulesOfTheFile") {
  Document document = MakeDocument();
  const auto problem = [&](const RoadmapEdit& edit) { return Refusal(document, edit).problem; };
  CHECK(problem({SetSkillText{kPython, SkillText::kTitle, std::string(kMaxTitle + 1, 'x')}}) ==
        EditProblem::kTextTooLong);
  CHECK(problem({SetHours{kPython, HourRange{4, 2}}}) == EditProblem::kHoursOutOfRange);
  CHECK(problem({EditResources{kPython, 0, 0, {{"A", "javascript:alert(1)", {}, {}, {}, {}, {}, {}, {}, {}}}}}) ==
        EditProblem::kUnsafeAddress);
  CHECK(problem({EditResources{kPython, 0, 1, {}}}) == EditProblem::kNoSuchItem);
  CHECK(problem({EditWaypoints{0, 1, {{"end", "The end", {}, {}, {}, {}}}}}) == EditProblem::kNamesNothing);
  CHECK(problem({EditWaypoints{0, 1, {{"half", "Again", {}, {"python"}, {}, {}}}}}) == EditProblem::kIdTaken);
  CHECK(problem({EditFacts{0, 0, {{"g", "duty", "T", "Text.", 12345, {}, {}, {}, {}, {}, {}}}}}) ==
        EditProblem::kOutOfRange);
  CHECK(problem({EditFacts{0, 0, {{"g", "duty", "T", "Text.", 0, {}, {}, {"nobody"}, {}, {}, {}}}}}) ==
        EditProblem::kUnknownName);
  CHECK(problem({SetHours{SkillKey{77}, {}}}) == EditProblem::kNoSuchSkill);
  CHECK(problem({SetRoadText{RoadText::kTitle, "  "}}) == EditProblem::kTextMissing);
  CHECK(problem({SetRoadRevision{0}}) == EditProblem::kOutOfRange);
  REQUIRE(Apply(document, {SetSkillText{kPython, SkillText::kTitle, "Py\xE2\x80\xAEthon\n"}}));
  CHECK(document.roadmap().skills[4].title == "Python ");
}

TEST_CASE("Apply_RebuildsTheGraphForStructureAlone") {
  Document document = MakeDocument();
  const NodeIndex* const children = document.graph().Roots().data();
  REQUIRE(Apply(document, {SetSkillText{kPython, SkillText::kTitle, "Snake"}}));
  REQUIRE(Apply(document, {EditRequirements{kCalculus, 0, 1, {{{"algebra"}, "A better reason.", {}, {}}}}}));
  CHECK(document.graph().Roots().data() == children);
  REQUIRE(Apply(document, {EditRequirements{kCalculus, 0, 1, {}}}));
  CHECK(document.graph().EdgesInto(2).empty());
}

}  // namespace
}  // namespace waymark
