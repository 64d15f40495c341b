#include "plan/remaining_prerequisites.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

struct Road {
  Roadmap roadmap;
  Graph graph;
  Progress progress;

  explicit Road(Roadmap r) : roadmap(std::move(r)), graph(*Graph::Build(roadmap)) {}

  ProgressSummary Summary() const { return ProgressSummary::Of(graph, roadmap, progress); }
  RemainingPrerequisites To(std::string_view id) const {
    const NodeIndex node = graph.Find(id);
    return RemainingPrerequisitesOf(graph, roadmap, Summary(), {&node, 1});
  }
};

Roadmap WithWaypoint(std::vector<std::string> skills) {
  Roadmap roadmap = SampleRoadmap();
  Waypoint waypoint;
  waypoint.id = "there";
  waypoint.title = "There";
  waypoint.skills = std::move(skills);
  roadmap.waypoints = {waypoint};
  return roadmap;
}

}  // namespace

TEST_CASE("WayTo_CountsWhatIsLeft") {
  Road road(SampleRoadmap());
  // Algebra, calculus, Python, arrays and networks itself, at 8 to 12 hours.
  CHECK(road.To("networks").skills.size() == 5);
  CHECK(road.To("networks").hours == HourRange{40, 60});
  road.progress.Set(kAlgebra, SkillState::kDone);
  road.progress.Set(kPython, SkillState::kSkipped);
  road.progress.Set(kArrays, SkillState::kLearning);
  CHECK(road.To("networks").skills.size() == 3);
  CHECK(road.To("networks").hours == HourRange{20, 30});
  CHECK(road.To("algebra").skills.empty());
  CHECK(road.To("algebra").hours == HourRange{});
}

TEST_CASE("WayTo_CountsTheHoursOfWhatIsOptional") {
  Roadmap roadmap = SampleRoadmap();
  roadmap.skills[10].optional = true;
  const Road road(std::move(roadmap));
  CHECK(road.To("vision").skills.size() == 6);
  CHECK(road.To("vision").hours == HourRange{48, 72});
}

TEST_CASE("WaypointsOf_FollowsProgress") {
  Road road(WithWaypoint({"vision", "basics"}));
  // Of the eight skills, all.
  const auto before = WaypointsOf(road.graph, road.roadmap, road.Summary());
  REQUIRE(before.size() == 1);
  CHECK(before[0].skills == 8);
  CHECK(before[0].done == 0);
  CHECK(before[0].hours_left == HourRange{64, 96});

  road.progress.Set(kAlgebra, SkillState::kDone);
  road.progress.Set(kStatistics, SkillState::kSkipped);
  const auto after = WaypointsOf(road.graph, road.roadmap, road.Summary());
  CHECK(after[0].skills == 7);
  CHECK(after[0].done == 1);
  CHECK(after[0].hours_left == HourRange{48, 72});

  for (const SkillKey key : kSkills) road.progress.Set(key, SkillState::kDone);
  const auto arrived = WaypointsOf(road.graph, road.roadmap, road.Summary());
  CHECK(arrived[0].done == arrived[0].skills);
  CHECK(arrived[0].hours_left == HourRange{});
}

TEST_CASE("WaypointsOf_LeavesOutTheAlternativeNotTaken") {
  Roadmap roadmap = WithWaypoint({"vision"});
  // Vision after networks or after first models, which asks for less.
  roadmap.skills[10].requirements[0].any_of = {"networks", "basics"};
  Road road(std::move(roadmap));
  road.progress.Set(kNetworks, SkillState::kDone);
  const auto progress = WaypointsOf(road.graph, road.roadmap, road.Summary());
  CHECK(progress[0].hours_left == HourRange{8, 12});
}
