#include "plan/filter.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

struct Road {
  Roadmap roadmap = SampleRoadmap();
  Graph graph = *Graph::Build(roadmap);
  Progress progress;

  // The keys of the skills that match.
  std::set<SkillKey> Matching(const Filter& filter, bool hide_done = false) const {
    const FilterMatches matches =
        MatchesOf(graph, roadmap, ProgressSummary::Of(graph, roadmap, progress), filter, hide_done);
    std::set<SkillKey> keys;
    for (const SkillKey key : kSkills) {
      if (!matches.Faded(graph.FindKey(key))) keys.insert(key);
    }
    return keys;
  }
};

}  // namespace

TEST_CASE("MatchesOf_NothingFilteredFadesNothing") {
  const Road road;
  const FilterMatches matches =
      MatchesOf(road.graph, road.roadmap, ProgressSummary::Of(road.graph, road.roadmap, {}), {}, false);
  CHECK_FALSE(matches.Active());
  CHECK_FALSE(matches.Faded(0));
}

TEST_CASE("MatchesOf_HidingWhatIsDoneHidesWhatIsSatisfied") {
  Road road;
  road.progress.Set(kAlgebra, SkillState::kDone);
  road.progress.Set(kPython, SkillState::kSkipped);
  road.progress.Set(kArrays, SkillState::kLearning);
  const std::set<SkillKey> matching = road.Matching({}, true);
  CHECK(matching.size() == std::size(kSkills) - 2);
  CHECK_FALSE(matching.contains(kAlgebra));
  CHECK_FALSE(matching.contains(kPython));
}

TEST_CASE("RelatedSkills_UnlocksAreThoseThatNeedIt") {
  const Road road;
  const ProgressSummary summary = ProgressSummary::Of(road.graph, road.roadmap, road.progress);
  const auto keys = [&](FilterRelation relation, NodeIndex of) {
    std::set<SkillKey> out;
    for (const NodeIndex node : RelatedSkills(road.graph, road.roadmap, summary, relation, of))
      out.insert(road.roadmap.skills[node].key);
    return out;
  };
  const NodeIndex arrays = road.graph.FindKey(kArrays);
  CHECK(keys(FilterRelation::kUnlocks, arrays) == std::set<SkillKey>{kArrays, kNetworks, kVision, kBasics});
  CHECK(keys(FilterRelation::kRemainingPrerequisites, arrays) == std::set<SkillKey>{kAlgebra, kPython, kArrays});
  CHECK(keys(FilterRelation::kNone, arrays).empty());
  CHECK(keys(FilterRelation::kUnlocks, kNoNode).empty());
}
