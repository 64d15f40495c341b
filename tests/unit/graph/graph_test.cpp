#include "graph/graph.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "cli/english.hpp"
#include "support/generators.hpp"

namespace waymark {
namespace {

Skill MakeSkill(std::string id, std::uint32_t key, std::string parent = {}) {
  Skill skill;
  skill.id = std::move(id);
  skill.key = SkillKey{key};
  skill.parent = std::move(parent);
  skill.place = {{}, key, 1};
  return skill;
}

Requirement Needs(std::vector<std::string> any_of, std::uint32_t line = 0) {
  return {std::move(any_of), {}, {}, {{}, line, 7}};
}

Roadmap MakeRoadmap(std::vector<Skill> skills) {
  Roadmap roadmap;
  roadmap.file = "map.json";
  roadmap.skills = std::move(skills);
  return roadmap;
}

std::vector<Error> ProblemsOf(const Roadmap& roadmap) {
  const auto graph = Graph::Build(roadmap);
  return graph ? std::vector<Error>() : graph.error();
}

TEST_CASE("Graph_KnowsTheTree") {
  const Roadmap roadmap = MakeRoadmap({MakeSkill("leaf", 1, "group"), MakeSkill("group", 2),
                                       MakeSkill("inner", 3, "group"), MakeSkill("deep", 4, "inner")});
  const auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  CHECK(std::ranges::equal(graph->Roots(), std::vector<NodeIndex>{1}));
  CHECK(std::ranges::equal(graph->Children(1), std::vector<NodeIndex>{0, 2}));
  CHECK(std::ranges::equal(graph->Preorder(), std::vector<NodeIndex>{1, 0, 2, 3}));
  CHECK(graph->Depth(3) == 2);
  CHECK(graph->Parent(3) == 2);
  CHECK(graph->Parent(1) == kNoNode);
  CHECK(graph->IsGroup(2));
  CHECK_FALSE(graph->IsGroup(3));
  CHECK(graph->Find("inner") == 2);
  CHECK(graph->Find("nobody") == kNoNode);
  CHECK(graph->FindKey(SkillKey{4}) == 3);
  CHECK(graph->FindKey(SkillKey{5}) == kNoNode);
}

TEST_CASE("Graph_OfNothingIsEmpty") {
  const auto graph = Graph::Build(Roadmap{});
  REQUIRE(graph);
  CHECK(graph->size() == 0);
  CHECK(graph->Roots().empty());
}

TEST_CASE("Graph_KeepsClausesApart") {
  Roadmap roadmap = MakeRoadmap({MakeSkill("a", 1), MakeSkill("b", 2), MakeSkill("c", 3), MakeSkill("d", 4)});
  roadmap.skills[3].requirements = {Needs({"c", "a"}), Needs({"b"})};
  const auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  const auto into = graph->EdgesInto(3);
  REQUIRE(into.size() == 3);
  CHECK(into[0].from == 0);
  CHECK(into[0].clause == 0);
  CHECK(into[0].alternative);
  CHECK(into[1].from == 2);
  CHECK(into[2].from == 1);
  CHECK(into[2].clause == 1);
  CHECK_FALSE(into[2].alternative);
  CHECK(std::ranges::equal(graph->Unlocks(0), std::vector<NodeIndex>{3}));
}

TEST_CASE("Graph_NamesASkillThatAsksInTwoClausesOnce") {
  Roadmap roadmap = MakeRoadmap({MakeSkill("a", 1), MakeSkill("b", 2), MakeSkill("c", 3), MakeSkill("d", 4)});
  roadmap.skills[3].requirements = {Needs({"a", "b"}), Needs({"a", "c"})};
  const auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  CHECK(graph->Unlocks(0).size() == 1);
}

TEST_CASE("Graph_OrderIsTopologicalOnRandomRoadmaps") {
  test::Random random(1);
  for (int round = 0; round < 100; ++round) {
    const Roadmap roadmap = test::RandomRoadmap(random, {.skills = 1 + random.Below(80), .groups = random.Below(12)});
    const auto graph = Graph::Build(roadmap);
    REQUIRE(graph);
    const auto order = graph->TopologicalOrder();
    std::vector<std::size_t> position(graph->size(), graph->size());
    for (std::size_t i = 0; i < order.size(); ++i) position[order[i]] = i;
    REQUIRE(order.size() == graph->size());
    for (const PrerequisiteEdge& edge : graph->Edges()) REQUIRE(position[edge.from] < position[edge.to]);
    // Ties go by file order: a skill stands before an earlier one only because that one had to wait.
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (order[i] > order[i - 1]) continue;
      const auto into = graph->EdgesInto(order[i]);
      REQUIRE(std::ranges::any_of(into, [&](const PrerequisiteEdge& edge) { return edge.from == order[i - 1]; }));
    }
  }
}

TEST_CASE("Graph_NamesEveryProblemInFileOrder") {
  Roadmap roadmap =
      MakeRoadmap({MakeSkill("a", 1), MakeSkill("b", 2, "nowhere"), MakeSkill("a", 3), MakeSkill("c", 4)});
  roadmap.skills[3].key = SkillKey{1};
  roadmap.skills[3].requirements = {Needs({"ghost"}, 9)};
  roadmap.retired_keys = {SkillKey{2}};
  const std::vector<Error> problems = ProblemsOf(roadmap);
  REQUIRE(problems.size() == 5);
  CHECK(English(problems[0].message).contains("key 2"));
  CHECK(English(problems[0].message).contains("retired"));
  CHECK(English(problems[1].message).contains("\"nowhere\""));
  CHECK(English(problems[2].message).contains("id \"a\" is used twice (line 1)"));
  CHECK(English(problems[3].message).contains("key 1"));
  CHECK(English(problems[4].message).contains("\"ghost\""));
  CHECK(problems[4].place == Place{"map.json", 9, 7});
}

TEST_CASE("Graph_NamesTheIdsOnACycle") {
  Roadmap roadmap = MakeRoadmap({MakeSkill("a", 1), MakeSkill("b", 2), MakeSkill("c", 3), MakeSkill("d", 4)});
  roadmap.skills[0].requirements = {Needs({"c"}, 11)};
  roadmap.skills[1].requirements = {Needs({"d", "a"}, 12)};
  roadmap.skills[2].requirements = {Needs({"b"}, 13)};
  const std::vector<Error> problems = ProblemsOf(roadmap);
  REQUIRE(problems.size() == 1);
  CHECK(English(problems[0].message).contains(R"("a" → "c" → "b" → "a")"));
  CHECK(problems[0].place.line == 11);
}

TEST_CASE("Graph_RefusesASkillThatAsksForItself") {
  Roadmap roadmap = MakeRoadmap({MakeSkill("a", 1)});
  roadmap.skills[0].requirements = {Needs({"a"}, 5)};
  const std::vector<Error> problems = ProblemsOf(roadmap);
  REQUIRE(problems.size() == 1);
  CHECK(English(problems[0].message).contains(R"("a" → "a")"));
}

TEST_CASE("Graph_NamesAParentLoop") {
  const Roadmap roadmap =
      MakeRoadmap({MakeSkill("x", 1, "z"), MakeSkill("y", 2, "x"), MakeSkill("z", 3, "y"), MakeSkill("own", 4, "own")});
  const std::vector<Error> problems = ProblemsOf(roadmap);
  REQUIRE(problems.size() == 2);
  CHECK(English(problems[0].message).contains(R"("x" → "z" → "y" → "x")"));
  CHECK(English(problems[1].message).contains(R"("own" → "own")"));
}

TEST_CASE("Graph_RefusesGroupsAsPrerequisites") {
  Roadmap roadmap = MakeRoadmap(
      {MakeSkill("maths", 1), MakeSkill("algebra", 2, "maths"), MakeSkill("ml", 3), MakeSkill("model", 4, "ml")});
  roadmap.skills[1].requirements = {Needs({"maths"}, 21)};
  roadmap.skills[3].requirements = {Needs({"maths"}, 22)};
  roadmap.skills[2].requirements = {Needs({"algebra"}, 23)};
  const std::vector<Error> problems = ProblemsOf(roadmap);
  REQUIRE(problems.size() == 3);
  CHECK(English(problems[0].message).contains("the group it lives in"));
  CHECK(English(problems[1].message).contains("which is a group"));
  CHECK(English(problems[2].message).contains("asks for something itself"));
}

TEST_CASE("Graph_RefusesGroupsNestedTooDeep") {
  Roadmap roadmap;
  for (std::uint32_t i = 0; i <= kMaxGroupDepth + 1; ++i) {
    roadmap.skills.push_back(MakeSkill("s" + std::to_string(i), i + 1, i == 0 ? "" : "s" + std::to_string(i - 1)));
  }
  CHECK(ProblemsOf(roadmap).size() == 1);
  roadmap.skills.resize(kMaxGroupDepth);
  CHECK(ProblemsOf(roadmap).empty());
}

TEST_CASE("Graph_NamesUnknownSkillsOfFactsAndWaypoints") {
  Roadmap roadmap = MakeRoadmap({MakeSkill("a", 1)});
  roadmap.waypoints = {{"end", "End", "", {"a", "b"}, "", {{}, 31, 1}}, {"end", "Again", "", {"a"}, "", {{}, 32, 1}}};
  roadmap.facts = {{"f", "claim", "F", "", 0, "", "", {"c"}, {}, "", {{}, 41, 1}}};
  const std::vector<Error> problems = ProblemsOf(roadmap);
  REQUIRE(problems.size() == 3);
  CHECK(English(problems[0].message).contains("waypoint \"end\" names \"b\""));
  CHECK(problems[1].place.line == 32);
  CHECK(English(problems[2].message).contains("fact \"f\" names \"c\""));
}

TEST_CASE("Graph_StopsListingProblemsAtTheCap") {
  Roadmap roadmap;
  for (std::uint32_t i = 0; i < 2 * kMaxProblems; ++i) {
    roadmap.skills.push_back(MakeSkill("s" + std::to_string(i), i + 1, "nowhere"));
  }
  CHECK(ProblemsOf(roadmap).size() == kMaxProblems);
}

TEST_CASE("Graph_TakesALongChainWithoutRecursion") {
  Roadmap roadmap;
  constexpr std::uint32_t kLength = 50'000;
  for (std::uint32_t i = 0; i < kLength; ++i) {
    roadmap.skills.push_back(MakeSkill("s" + std::to_string(i), i + 1));
    if (i > 0) roadmap.skills.back().requirements = {Needs({"s" + std::to_string(i - 1)})};
  }
  const auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  const NodeIndex last = kLength - 1;
  CHECK(graph->TopologicalOrder().back() == last);
  roadmap.skills.front().requirements = {Needs({"s" + std::to_string(last)})};
  CHECK(ProblemsOf(roadmap).size() == 1);
}

}  // namespace
}  // namespace waymark
