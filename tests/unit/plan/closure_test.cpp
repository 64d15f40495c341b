#include "plan/closure.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>

#include "graph/graph.hpp"
#include "support/generators.hpp"

namespace waymark {
namespace {

struct Built {
  Roadmap roadmap;
  Graph graph;
};

Built BuildRandom(test::Random& random, const test::RoadmapShape& shape) {
  Roadmap roadmap = test::RandomRoadmap(random, shape);
  auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  return {std::move(roadmap), *std::move(graph)};
}

Built Make(const std::vector<std::pair<std::string, std::vector<std::vector<std::string>>>>& skills) {
  Roadmap roadmap;
  for (const auto& [id, clauses] : skills) {
    Skill skill;
    skill.id = id;
    skill.key = SkillKey{static_cast<std::uint32_t>(roadmap.skills.size() + 1)};
    skill.hours = HourRange{1, 1};
    for (const auto& clause : clauses) skill.requirements.push_back({clause, {}, {}, {}});
    roadmap.skills.push_back(std::move(skill));
  }
  auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  return {std::move(roadmap), *std::move(graph)};
}

std::vector<std::string> Ids(const Roadmap& roadmap, std::span<const NodeIndex> nodes) {
  std::vector<std::string> ids;
  for (const NodeIndex v : nodes) ids.push_back(roadmap.skills[v].id);
  return ids;
}

std::vector<std::string> ClosureIds(const Built& built, std::string_view target,
                                    std::vector<std::string_view> done = {}) {
  const NodeIndex node = built.graph.Find(target);
  std::vector<SkillState> state(built.graph.size(), SkillState::kNotStarted);
  for (const std::string_view id : done) state[built.graph.Find(id)] = SkillState::kDone;
  return Ids(built.roadmap, Closure(built.graph, built.roadmap, std::span(&node, 1), state));
}

using Flags = std::vector<bool>;

// Whether every skill of `set` has every clause met by `set` or `done`.
bool IsClosed(const Graph& graph, const Flags& set, const Flags& done) {
  for (NodeIndex v = 0; v < graph.size(); ++v) {
    if (!set[v]) continue;
    const auto into = graph.EdgesInto(v);
    for (const PrerequisiteEdge& edge : into) {
      const bool met = std::ranges::any_of(into, [&](const PrerequisiteEdge& other) {
        return other.clause == edge.clause && (set[other.from] || done[other.from]);
      });
      if (!met) return false;
    }
  }
  return true;
}

TEST_CASE("Closure_OfPlainPrerequisitesIsAllAncestors") {
  test::Random random(3);
  for (int round = 0; round < 60; ++round) {
    const auto [roadmap, graph] = BuildRandom(random, {.skills = 40, .groups = 5, .any_of_in = 1'000'000'000});
    for (NodeIndex target = 0; target < graph.size(); ++target) {
      if (graph.IsGroup(target)) continue;
      Flags ancestor(graph.size(), false);
      ancestor[target] = true;
      for (bool grew = true; grew;) {
        grew = false;
        for (const PrerequisiteEdge& edge : graph.Edges()) {
          if (!ancestor[edge.to] || ancestor[edge.from]) continue;
          ancestor[edge.from] = true;
          grew = true;
        }
      }
      Flags found(graph.size(), false);
      for (const NodeIndex v : Closure(graph, roadmap, std::span(&target, 1))) found[v] = true;
      REQUIRE(found == ancestor);
    }
  }
}

TEST_CASE("Closure_IsClosedOrderedAndHasNothingNeedless") {
  test::Random random(4);
  for (int round = 0; round < 150; ++round) {
    const auto [roadmap, graph] = BuildRandom(random, {.skills = 40, .groups = 5, .any_of_in = 2});
    std::vector<SkillState> state(graph.size(), SkillState::kNotStarted);
    Flags done(graph.size(), false);
    for (NodeIndex v = 0; v < graph.size(); ++v) {
      state[v] = static_cast<SkillState>(random.Below(4));
      done[v] = state[v] == SkillState::kDone || state[v] == SkillState::kSkipped;
    }
    NodeIndex target = random.Below(graph.size());
    while (graph.IsGroup(target)) target = random.Below(graph.size());
    const auto closure = Closure(graph, roadmap, std::span(&target, 1), state);

    std::vector<std::size_t> position(graph.size());
    for (std::size_t i = 0; i < graph.size(); ++i) position[graph.TopologicalOrder()[i]] = i;
    REQUIRE(std::ranges::is_sorted(closure, {}, [&](NodeIndex v) { return position[v]; }));
    Flags set(graph.size(), false);
    for (const NodeIndex v : closure) {
      REQUIRE_FALSE(done[v]);
      set[v] = true;
    }
    REQUIRE(set[target] == !done[target]);
    REQUIRE(IsClosed(graph, set, done));
    for (const NodeIndex v : closure) {
      if (v == target) continue;
      set[v] = false;
      REQUIRE_FALSE(IsClosed(graph, set, done));
      set[v] = true;
    }
  }
}

TEST_CASE("Closure_OfOneChoiceTakesTheFewestHours") {
  test::Random random(5);
  int choices = 0;
  for (int round = 0; round < 200; ++round) {
    auto [roadmap, graph] = BuildRandom(random, {.skills = 25, .groups = 0, .any_of_in = 1'000'000'000});
    Skill last;
    last.id = "target";
    last.key = SkillKey{1000};
    last.requirements = {{{"s1", "s2", "s3"}, {}, {}, {}}};
    roadmap.skills.push_back(last);
    const auto with_choice = Graph::Build(roadmap);
    REQUIRE(with_choice);
    const auto hours = [&](std::span<const NodeIndex> nodes) {
      float sum = 0;
      for (const NodeIndex v : nodes) sum += roadmap.skills[v].hours.value_or(HourRange{}).Mid();
      return sum;
    };
    float least = std::numeric_limits<float>::infinity();
    for (const NodeIndex v : {1u, 2u, 3u})
      least = std::min(least, hours(Closure(*with_choice, roadmap, std::span(&v, 1))));
    const NodeIndex target = 25;
    REQUIRE(hours(Closure(*with_choice, roadmap, std::span(&target, 1))) == least);
    ++choices;
  }
  CHECK(choices == 200);
}

TEST_CASE("Closure_PrefersTheAlternativeThatIsDone") {
  const Built built = Make({{"far", {}}, {"a", {{"far"}}}, {"b", {}}, {"c", {{"a", "b"}}}});
  CHECK(ClosureIds(built, "c") == std::vector<std::string>{"b", "c"});
  CHECK(ClosureIds(built, "c", {"a"}) == std::vector<std::string>{"c"});
  CHECK(ClosureIds(built, "c", {"c"}).empty());
}

TEST_CASE("Closure_PrefersWhatIsNeededAnyway") {
  const Built built = Make({{"cheap", {}},
                            {"x", {}},
                            {"dear", {{"x"}}},
                            {"via", {{"dear"}}},
                            {"mid", {{"cheap", "dear"}}},
                            {"t", {{"mid"}, {"via"}}}});
  CHECK(ClosureIds(built, "mid") == std::vector<std::string>{"cheap", "mid"});
  CHECK(ClosureIds(built, "t") == std::vector<std::string>{"x", "dear", "via", "mid", "t"});
}

TEST_CASE("Closure_BreaksTiesByFileOrder") {
  const Built built = Make({{"t", {{"b", "a"}}}, {"a", {}}, {"b", {}}});
  CHECK(ClosureIds(built, "t") == std::vector<std::string>{"a", "t"});
}

TEST_CASE("Closure_OfAGroupIsOfItsSkillsThatAreNotOptional") {
  Roadmap roadmap;
  const auto add = [&](std::string id, std::string parent, bool optional) {
    Skill skill;
    skill.id = std::move(id);
    skill.parent = std::move(parent);
    skill.key = SkillKey{static_cast<std::uint32_t>(roadmap.skills.size() + 1)};
    skill.optional = optional;
    roadmap.skills.push_back(std::move(skill));
  };
  add("group", "", false);
  add("one", "group", false);
  add("two", "group", true);
  add("extras", "group", true);
  add("three", "extras", false);
  const auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  const NodeIndex group = 0;
  const NodeIndex extras = 3;
  const NodeIndex two = 2;
  CHECK(Ids(roadmap, Closure(*graph, roadmap, std::span(&group, 1))) == std::vector<std::string>{"one"});
  CHECK(Ids(roadmap, Closure(*graph, roadmap, std::span(&extras, 1))) == std::vector<std::string>{"three"});
  CHECK(Ids(roadmap, Closure(*graph, roadmap, std::span(&two, 1))) == std::vector<std::string>{"two"});
}

TEST_CASE("Dependents_AreThoseThatCantBeReachedWithoutIt") {
  test::Random random(6);
  for (int round = 0; round < 40; ++round) {
    const auto [roadmap, graph] = BuildRandom(random, {.skills = 30, .groups = 4, .any_of_in = 2});
    for (NodeIndex node = 0; node < graph.size(); ++node) {
      if (graph.IsGroup(node)) continue;
      // Learn everything that can be learned, again and again, but never `node`.
      Flags learned(graph.size(), false);
      for (bool grew = true; grew;) {
        grew = false;
        for (NodeIndex v = 0; v < graph.size(); ++v) {
          if (v == node || learned[v]) continue;
          Flags alone(graph.size(), false);
          alone[v] = true;
          if (!IsClosed(graph, alone, learned)) continue;
          learned[v] = true;
          grew = true;
        }
      }
      Flags expected(graph.size(), false);
      for (NodeIndex v = 0; v < graph.size(); ++v) expected[v] = !learned[v] && v != node;
      Flags found(graph.size(), false);
      for (const NodeIndex v : Dependents(graph, node)) found[v] = true;
      REQUIRE(found == expected);
    }
  }
}

TEST_CASE("Closure_TakesALongChainWithoutRecursion") {
  constexpr std::uint32_t kLength = 50'000;
  Roadmap roadmap;
  for (std::uint32_t i = 0; i < kLength; ++i) {
    Skill& skill = roadmap.skills.emplace_back();
    skill.id = "s" + std::to_string(i);
    skill.key = SkillKey{i + 1};
    if (i > 0) skill.requirements.push_back({{"s" + std::to_string(i - 1)}, {}, {}, {}});
  }
  const auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  const NodeIndex last = kLength - 1;
  CHECK(Closure(*graph, roadmap, std::span(&last, 1)).size() == kLength);
  CHECK(Dependents(*graph, 0).size() == kLength - 1);
}

}  // namespace
}  // namespace waymark
