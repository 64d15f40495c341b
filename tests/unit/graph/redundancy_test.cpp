#include "graph/redundancy.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/generators.hpp"

namespace waymark {
namespace {

using Clauses = std::vector<std::vector<std::string>>;

Roadmap MakeRoadmap(const std::vector<std::pair<std::string, Clauses>>& skills) {
  Roadmap roadmap;
  for (const auto& [id, clauses] : skills) {
    Skill skill;
    skill.id = id;
    skill.key = SkillKey{static_cast<std::uint32_t>(roadmap.skills.size() + 1)};
    skill.place = {{}, skill.key.value * 10, 1};
    for (const auto& clause : clauses) {
      const auto line = skill.place.line + 1 + static_cast<std::uint32_t>(skill.requirements.size());
      skill.requirements.push_back({clause, {}, {}, {{}, line, 1}});
    }
    roadmap.skills.push_back(std::move(skill));
  }
  return roadmap;
}

// The lines of the clauses named as redundant: ten times the skill's position, plus the clause's, both from 1.
std::vector<std::uint32_t> RedundantLines(const Roadmap& roadmap) {
  std::vector<std::uint32_t> lines;
  const auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  for (const RedundantClause& found : FindRedundantClauses(*graph))
    lines.push_back(roadmap.skills[found.to].requirements[found.clause].place.line);
  return lines;
}

TEST_CASE("Redundancy_FindsWhatAnotherPrerequisiteNeeds") {
  CHECK(RedundantLines(MakeRoadmap({{"a", {}}, {"b", {{"a"}}}, {"c", {{"b"}}}, {"d", {{"a"}, {"c"}}}})) ==
        std::vector<std::uint32_t>{41});
}

TEST_CASE("Redundancy_NamesTheLaterOfTwoAlike") {
  CHECK(RedundantLines(MakeRoadmap({{"a", {}}, {"b", {{"a"}, {"a"}}}})) == std::vector<std::uint32_t>{22});
}

TEST_CASE("Redundancy_AnyOfIsImpliedByOneOfItsSkills") {
  CHECK(RedundantLines(MakeRoadmap({{"a", {}}, {"b", {}}, {"c", {{"a", "b"}, {"b"}}}})) ==
        std::vector<std::uint32_t>{31});
}

TEST_CASE("Redundancy_SeesWhatAllAlternativesNeed") {
  CHECK(RedundantLines(
            MakeRoadmap({{"base", {}}, {"x", {{"base"}}}, {"y", {{"base"}}}, {"z", {{"x", "y"}, {"base"}}}})) ==
        std::vector<std::uint32_t>{42});
}

TEST_CASE("Redundancy_LeavesWhatOnlyOneAlternativeNeeds") {
  CHECK(
      RedundantLines(MakeRoadmap({{"base", {}}, {"x", {{"base"}}}, {"y", {}}, {"z", {{"x", "y"}, {"base"}}}})).empty());
}

TEST_CASE("Redundancy_WorksAcrossBlocksOfPrerequisites") {
  // More prerequisites than one block of bits, each named by a chain's next and once more by the end.
  constexpr int kLength = 700;
  std::vector<std::pair<std::string, Clauses>> skills{{"s0", {}}};
  Clauses all{{"s0"}};
  for (int i = 1; i < kLength; ++i) {
    skills.push_back({"s" + std::to_string(i), {{"s" + std::to_string(i - 1)}}});
    all.push_back({"s" + std::to_string(i)});
  }
  skills.push_back({"end", all});
  CHECK(RedundantLines(MakeRoadmap(skills)).size() == kLength - 1);
}

TEST_CASE("Redundancy_FindsNothingInGeneratedRoadmapsAndEveryClauseAdded") {
  test::Random random(2);
  int added = 0;
  for (int round = 0; round < 60; ++round) {
    Roadmap roadmap = test::RandomRoadmap(random, {.skills = 50, .groups = 5});
    const auto graph = Graph::Build(roadmap);
    REQUIRE(graph);
    REQUIRE(FindRedundantClauses(*graph).empty());
    // What a prerequisite of a prerequisite needs plainly is implied.
    for (const PrerequisiteEdge& edge : graph->Edges()) {
      const auto inner = graph->EdgesInto(edge.from);
      if (edge.alternative || inner.empty() || inner.front().alternative) continue;
      roadmap.skills[edge.to].requirements.push_back({{roadmap.skills[inner.front().from].id}, {}, {}, {}});
      const auto again = Graph::Build(roadmap);
      REQUIRE(again);
      REQUIRE(FindRedundantClauses(*again).size() == 1);
      ++added;
      break;
    }
  }
  CHECK(added > 20);
}

}  // namespace
}  // namespace waymark
