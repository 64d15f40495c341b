#include "plan/satisfaction.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

namespace waymark {
namespace {

TEST_CASE("IsSatisfied_HoldsForDoneAndSkippedAlone") {
  CHECK_FALSE(IsSatisfied(SkillState::kNotStarted));
  CHECK_FALSE(IsSatisfied(SkillState::kLearning));
  CHECK(IsSatisfied(SkillState::kDone));
  CHECK(IsSatisfied(SkillState::kSkipped));
}

// `last` requires `a`, and one of `b` and `c`.
Roadmap TwoClauses() {
  Roadmap roadmap;
  for (const char* id : {"a", "b", "c", "last"}) {
    Skill& skill = roadmap.skills.emplace_back();
    skill.id = id;
    skill.key = SkillKey{static_cast<std::uint32_t>(roadmap.skills.size())};
  }
  roadmap.skills[3].requirements = {{{"a"}, {}, {}, {}}, {{"b", "c"}, {}, {}, {}}};
  return roadmap;
}

TEST_CASE("ForEachClause_VisitsEachRequirementOnce") {
  const Roadmap roadmap = TwoClauses();
  const Graph graph = *Graph::Build(roadmap);
  std::vector<std::vector<NodeIndex>> clauses;
  ForEachClause(graph, 3, [&](Clause clause) {
    clauses.emplace_back();
    for (const PrerequisiteEdge& edge : clause) clauses.back().push_back(edge.from);
  });
  CHECK(clauses == std::vector<std::vector<NodeIndex>>{{0}, {1, 2}});
  ForEachClause(graph, 0, [](Clause) { FAIL("a skill without requirements has no clause"); });
}

TEST_CASE("AvailabilityOf_WantsOneAlternativeOfEveryClause") {
  const Roadmap roadmap = TwoClauses();
  const Graph graph = *Graph::Build(roadmap);
  std::vector<SkillState> state(4, SkillState::kNotStarted);
  CHECK(AvailabilityOf(graph, 0, state) == Availability::kAvailable);
  CHECK(AvailabilityOf(graph, 3, state) == Availability::kLocked);
  state[2] = SkillState::kSkipped;
  CHECK(AvailabilityOf(graph, 3, state) == Availability::kLocked);
  state[0] = SkillState::kLearning;
  CHECK(AvailabilityOf(graph, 3, state) == Availability::kLocked);
  state[0] = SkillState::kDone;
  CHECK(AvailabilityOf(graph, 3, state) == Availability::kAvailable);
}

TEST_CASE("MarkOf_PutsWhatWasDoneBeforeWhatIsLocked") {
  CHECK(MarkOf(SkillState::kDone, Availability::kLocked) == StateMark::kDone);
  CHECK(MarkOf(SkillState::kSkipped, Availability::kLocked) == StateMark::kSkipped);
  CHECK(MarkOf(SkillState::kLearning, Availability::kLocked) == StateMark::kLearning);
  CHECK(MarkOf(SkillState::kNotStarted, Availability::kLocked) == StateMark::kLocked);
  CHECK(MarkOf(SkillState::kNotStarted, Availability::kAvailable) == StateMark::kAvailable);
}

}  // namespace
}  // namespace waymark
