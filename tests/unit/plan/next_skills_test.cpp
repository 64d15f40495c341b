#include "plan/next_skills.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

std::vector<std::pair<SkillKey, int>> NextOf(const Roadmap& roadmap, const Progress& progress) {
  const Graph graph = *Graph::Build(roadmap);
  std::vector<std::pair<SkillKey, int>> out;
  for (const NextSkill& next : NextSkills(graph, roadmap, ProgressSummary::Of(graph, roadmap, progress)))
    out.emplace_back(roadmap.skills[next.node].key, next.unlocks);
  return out;
}

}  // namespace

TEST_CASE("NextSkills_PutsFirstWhatOpensMost") {
  Roadmap roadmap = SampleRoadmap();
  // Algebra is needed for calculus, statistics, arrays and so for all of machine learning; Python for arrays and on.
  CHECK(NextOf(roadmap, {}) == std::vector<std::pair<SkillKey, int>>{{kAlgebra, 6}, {kPython, 4}});
  roadmap.skills[1].optional = true;
  CHECK(NextOf(roadmap, {}).front().first == kPython);
}

TEST_CASE("NextSkills_BeginsWithWhatIsBegunAndLeavesOutWhatIsDone") {
  const Roadmap roadmap = SampleRoadmap();
  Progress progress;
  progress.Set(kPython, SkillState::kLearning);
  CHECK(NextOf(roadmap, progress).front().first == kPython);
  progress.Set(kAlgebra, SkillState::kDone);
  CHECK(NextOf(roadmap, progress) ==
        std::vector<std::pair<SkillKey, int>>{{kPython, 4}, {kCalculus, 2}, {kStatistics, 1}});
}

TEST_CASE("Frontier_ListsLearningFirst") {
  const Roadmap roadmap = SampleRoadmap();
  const Graph graph = *Graph::Build(roadmap);
  const auto frontier = [&](const Progress& progress) {
    std::vector<SkillKey> keys;
    for (const NodeIndex node : Frontier(graph, ProgressSummary::Of(graph, roadmap, progress)))
      keys.push_back(roadmap.skills[node].key);
    return keys;
  };
  Progress progress;
  CHECK(frontier(progress) == std::vector{kAlgebra, kPython});
  progress.Set(kPython, SkillState::kLearning);
  CHECK(frontier(progress) == std::vector{kPython, kAlgebra});
  progress.Set(kPython, SkillState::kDone);
  progress.Set(kAlgebra, SkillState::kSkipped);
  CHECK(frontier(progress) == std::vector{kCalculus, kStatistics, kArrays});
}
