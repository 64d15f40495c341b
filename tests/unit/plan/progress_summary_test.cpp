#include "plan/progress_summary.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/generators.hpp"

namespace waymark {
namespace {

struct Sample {
  Roadmap roadmap;
  Graph graph;
};

// A group of three skills with 2 to 4 hours each, the third optional; `c` asks for `a` or `b`, `end` for `c`.
Sample MakeSample() {
  Roadmap roadmap;
  const auto add = [&](std::string id, std::string parent, std::optional<HourRange> hours) -> Skill& {
    Skill skill;
    skill.id = std::move(id);
    skill.parent = std::move(parent);
    skill.key = SkillKey{static_cast<std::uint32_t>(roadmap.skills.size() + 1)};
    skill.hours = hours;
    return roadmap.skills.emplace_back(std::move(skill));
  };
  add("group", "", HourRange{100, 100});
  add("a", "group", HourRange{2, 4});
  add("b", "group", HourRange{2, 4});
  Skill& c = add("c", "group", HourRange{2, 4});
  c.optional = true;
  c.requirements = {{{"a", "b"}, {}, {}, {}}};
  add("end", "", HourRange{1, 1}).requirements = {{{"c"}, {}, {}, {}}};
  auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  return {std::move(roadmap), *std::move(graph)};
}

constexpr NodeIndex kGroup = 0, kA = 1, kB = 2, kC = 3;

ProgressSummary With(const Sample& sample, std::initializer_list<std::pair<NodeIndex, SkillState>> states) {
  Progress progress;
  for (const auto& [node, state] : states) progress.Set(sample.roadmap.skills[node].key, state);
  return ProgressSummary::Of(sample.graph, sample.roadmap, progress);
}

TEST_CASE("Summary_OfNoProgressCountsWhatIsNotOptional") {
  const Sample sample = MakeSample();
  const ProgressSummary summary = With(sample, {});
  CHECK(summary.tally[kGroup].skills == 2);
  CHECK(summary.tally[kGroup].hours == HourRange{4, 8});
  CHECK(summary.tally[kGroup].hours_left == HourRange{4, 8});
  CHECK(summary.whole.skills == 3);
  CHECK(summary.whole.hours == HourRange{5, 9});
  CHECK(summary.whole.Fraction() == 0.0f);
  CHECK(summary.state[kGroup] == SkillState::kNotStarted);
}

TEST_CASE("Summary_CountsAnOptionalSkillOnceItIsBegun") {
  const Sample sample = MakeSample();
  const ProgressSummary summary = With(sample, {{kC, SkillState::kLearning}});
  CHECK(summary.tally[kGroup].skills == 3);
  CHECK(summary.tally[kGroup].learning == 1);
  CHECK(summary.tally[kGroup].hours == HourRange{6, 12});
  CHECK(summary.tally[kGroup].hours_left == HourRange{5, 10});
  CHECK(summary.state[kGroup] == SkillState::kLearning);
}

TEST_CASE("Summary_LeavesSkippedSkillsOut") {
  const Sample sample = MakeSample();
  const ProgressSummary some = With(sample, {{kA, SkillState::kSkipped}});
  CHECK(some.tally[kGroup].skills == 1);
  CHECK(some.tally[kGroup].skipped == 1);
  CHECK(some.tally[kGroup].hours == HourRange{2, 4});
  CHECK(some.state[kGroup] == SkillState::kNotStarted);
  const ProgressSummary all = With(sample, {{kA, SkillState::kSkipped}, {kB, SkillState::kSkipped}});
  CHECK(all.state[kGroup] == SkillState::kSkipped);
  CHECK(all.tally[kGroup].Fraction() == 1.0f);
}

TEST_CASE("Summary_GroupIsDoneWhenAllCountedAre") {
  const Sample sample = MakeSample();
  const ProgressSummary summary = With(sample, {{kA, SkillState::kDone}, {kB, SkillState::kDone}});
  CHECK(summary.state[kGroup] == SkillState::kDone);
  CHECK(summary.tally[kGroup].Fraction() == 1.0f);
  CHECK(summary.tally[kGroup].hours_left == HourRange{0, 0});
  CHECK(With(sample, {{kA, SkillState::kDone}}).state[kGroup] == SkillState::kLearning);
}

TEST_CASE("Summary_FractionGoesByHours") {
  const Sample sample = MakeSample();
  CHECK(With(sample, {{kA, SkillState::kDone}}).tally[kGroup].Fraction() == 0.5f);
  CHECK(With(sample, {{kA, SkillState::kLearning}}).tally[kGroup].Fraction() == 0.25f);
}

TEST_CASE("Tally_FractionGoesByNumberWithoutHours") {
  Tally tally;
  CHECK(tally.Fraction() == 0.0f);
  tally.skills = 4;
  tally.done = 1;
  tally.learning = 2;
  CHECK(tally.Fraction() == 0.5f);
}

TEST_CASE("Availability_AnyOfNeedsOne") {
  const Sample sample = MakeSample();
  CHECK(With(sample, {}).availability[kC] == Availability::kLocked);
  CHECK(With(sample, {{kB, SkillState::kLearning}}).availability[kC] == Availability::kLocked);
  CHECK(With(sample, {{kB, SkillState::kDone}}).availability[kC] == Availability::kAvailable);
  CHECK(With(sample, {{kA, SkillState::kSkipped}}).availability[kC] == Availability::kAvailable);
  CHECK(With(sample, {}).availability[kGroup] == Availability::kAvailable);
}

TEST_CASE("Summary_AgreesWithBruteForceOnRandomRoadmaps") {
  test::Random random(11);
  for (int round = 0; round < 100; ++round) {
    const Roadmap roadmap = test::RandomRoadmap(random, {.skills = 40, .groups = 8});
    const auto graph = Graph::Build(roadmap);
    REQUIRE(graph);
    const Progress progress = test::RandomProgress(random, 50);
    const ProgressSummary summary = ProgressSummary::Of(*graph, roadmap, progress);

    for (NodeIndex v = 0; v < graph->size(); ++v) {
      if (graph->IsGroup(v)) continue;
      bool open = true;
      for (const Requirement& requirement : roadmap.skills[v].requirements) {
        open = open && std::ranges::any_of(requirement.any_of, [&](const std::string& id) {
                 const SkillState state = progress.State(roadmap.skills[graph->Find(id)].key);
                 return state == SkillState::kDone || state == SkillState::kSkipped;
               });
      }
      REQUIRE((summary.availability[v] == Availability::kAvailable) == open);
      REQUIRE(summary.state[v] == progress.State(roadmap.skills[v].key));
    }
    for (NodeIndex group = 0; group < graph->size(); ++group) {
      Tally expected;
      bool available = false;
      for (NodeIndex v = 0; v < graph->size(); ++v) {
        bool inside = false;
        bool optional = false;
        for (NodeIndex up = v; up != kNoNode; up = graph->Parent(up)) {
          optional = optional || roadmap.skills[up].optional;
          inside = inside || up == group;
        }
        if (!inside || graph->IsGroup(v)) continue;
        available = available || summary.availability[v] == Availability::kAvailable;
        const SkillState state = summary.state[v];
        if (state == SkillState::kSkipped) ++expected.skipped;
        if (state == SkillState::kSkipped || (optional && state == SkillState::kNotStarted)) continue;
        const HourRange hours = roadmap.skills[v].hours.value_or(HourRange{});
        const float left = state == SkillState::kDone ? 0.0f : state == SkillState::kLearning ? 0.5f : 1.0f;
        ++expected.skills;
        expected.done += state == SkillState::kDone;
        expected.learning += state == SkillState::kLearning;
        expected.hours = expected.hours + hours;
        expected.hours_left = expected.hours_left + HourRange{hours.low * left, hours.high * left};
      }
      const Tally& tally = summary.tally[group];
      REQUIRE(tally.skills == expected.skills);
      REQUIRE(tally.done == expected.done);
      REQUIRE(tally.learning == expected.learning);
      REQUIRE(tally.skipped == expected.skipped);
      REQUIRE(tally.hours == expected.hours);
      REQUIRE(tally.hours_left == expected.hours_left);
      REQUIRE((summary.availability[group] == Availability::kAvailable) == available);
      REQUIRE(tally.Fraction() >= 0.0f);
      REQUIRE(tally.Fraction() <= 1.0f);
    }
  }
}

TEST_CASE("Summary_UpdatedEqualsCountedAnew") {
  test::Random random(12);
  for (int round = 0; round < 60; ++round) {
    Roadmap roadmap = test::RandomRoadmap(random, {.skills = 60, .groups = 14});
    for (Skill& skill : roadmap.skills) {
      // Sums of thirds hang on their order.
      if (skill.hours) skill.hours = HourRange{skill.hours->low / 3, skill.hours->high / 3};
    }
    const auto graph = Graph::Build(roadmap);
    REQUIRE(graph);
    Progress progress = test::RandomProgress(random, 70);
    ProgressSummary summary = ProgressSummary::Of(*graph, roadmap, progress);
    for (int step = 0; step < 40; ++step) {
      std::vector<NodeIndex> changed;
      for (std::uint32_t i = random.Between(1, 4); i > 0; --i) {
        const NodeIndex node = random.Below(graph->size());
        if (graph->IsGroup(node)) continue;
        progress.Set(roadmap.skills[node].key, static_cast<SkillState>(random.Below(4)));
        changed.push_back(node);
      }
      summary.Update(*graph, roadmap, progress, changed);
      REQUIRE((summary == ProgressSummary::Of(*graph, roadmap, progress)));
    }
  }
}

}  // namespace
}  // namespace waymark
