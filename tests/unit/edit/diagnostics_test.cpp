#include "edit/diagnostics.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "edit/apply.hpp"
#include "support/generators.hpp"

namespace waymark {
namespace {

Skill Written(std::string id, std::uint32_t key, std::string parent = {}) {
  Skill skill;
  skill.title = "Title of " + id;
  skill.id = std::move(id);
  skill.key = SkillKey{key};
  skill.parent = std::move(parent);
  skill.hours = HourRange{2, 4};
  skill.proof = "Show it.";
  return skill;
}

Requirement For(std::vector<std::string> ids, std::string reason = "It builds on it.") {
  return {std::move(ids), std::move(reason), {}, {}};
}

// A group with two skills, and one beside it; nothing to complain of.
Roadmap Clean() {
  Roadmap roadmap;
  roadmap.id = "road";
  roadmap.title = "Road";
  Skill group = Written("group", 1);
  group.hours.reset();
  group.proof.clear();
  roadmap.skills = {group, Written("a", 2, "group"), Written("b", 3, "group"), Written("c", 4)};
  roadmap.skills[2].requirements = {For({"a"})};
  roadmap.skills[3].requirements = {For({"b"})};
  roadmap.waypoints = {{"end", "The end", {}, {"group"}, {}, {}}};
  return roadmap;
}

std::vector<Diagnostic> Of(const Roadmap& roadmap) {
  const auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  return Diagnose(roadmap, *graph);
}

// The one thing that is said, repaired: then nothing is.
Diagnostic Only(const Roadmap& roadmap, DiagnosticCode code, bool repairable) {
  const std::vector<Diagnostic> all = Of(roadmap);
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == code);
  CHECK(all[0].repair.has_value() == repairable);
  CHECK(MessageOf(all[0]).ends_with('.'));
  if (repairable) {
    auto document = Document::Make(roadmap);
    REQUIRE(document);
    REQUIRE(Apply(*document, *all[0].repair));
    CHECK(Diagnose(document->roadmap(), document->graph()).empty());
  }
  return all[0];
}

TEST_CASE("Diagnose_SaysNothingOfWhatIsGood") { CHECK(Of(Clean()).empty()); }

TEST_CASE("Diagnose_NamesARedundantPrerequisite") {
  Roadmap roadmap = Clean();
  roadmap.skills[3].requirements.push_back(For({"a"}));
  roadmap.skills[3].requirements[1].place = {{}, 7, 9};
  roadmap.file = "road.json";
  const Diagnostic found = Only(roadmap, DiagnosticCode::kRedundantPrerequisite, true);
  CHECK(found.clause == 1);
  CHECK(found.place == Place{"road.json", 7, 9});
  CHECK(MessageOf(found) ==
        "‘Title of c’ need not ask for ‘Title of a’: ‘Title of b’, which it asks for too, already needs it; take the "
        "requirement out.");
  roadmap.skills[3].requirements[1] = For({"b"});
  CHECK(MessageOf(Only(roadmap, DiagnosticCode::kRedundantPrerequisite, true)).contains("‘Title of b’ twice"));
}

TEST_CASE("Diagnose_NamesAPrerequisiteWithoutAReason") {
  Roadmap roadmap = Clean();
  roadmap.skills[2].requirements[0].reason = " ";
  const Diagnostic found = Only(roadmap, DiagnosticCode::kNoReason, false);
  CHECK(found.skills == std::vector{SkillKey{3}, SkillKey{2}});
}

TEST_CASE("Diagnose_TakesHoursFromTheSiblings") {
  Roadmap roadmap = Clean();
  roadmap.skills[1].hours = HourRange{10, 20};
  roadmap.skills[2].hours.reset();
  const Diagnostic found = Only(roadmap, DiagnosticCode::kNoHours, true);
  CHECK(*found.repair == RoadmapEdit{SetHours{SkillKey{3}, HourRange{10, 20}}});
}

TEST_CASE("Diagnose_AsksForAProof") {
  Roadmap roadmap = Clean();
  roadmap.skills[1].proof.clear();
  CHECK(Only(roadmap, DiagnosticCode::kNoProof, false).severity == Severity::kAdvice);
}

TEST_CASE("Diagnose_ShortensALongTitleBetweenWords") {
  Roadmap roadmap = Clean();
  roadmap.skills[1].title = std::string(50, 'x') + " " + std::string(20, 'y');
  CHECK(Only(roadmap, DiagnosticCode::kTitleTooLong, true).limit == kLongTitle);
  roadmap.skills[1].title = std::string(kLongTitle, 'x');
  CHECK(Of(roadmap).empty());
}

TEST_CASE("Diagnose_TellsTwoOfOneTitleApartByTheirPlace") {
  Roadmap roadmap = Clean();
  roadmap.skills[2].title = "title  of A";
  const Diagnostic found = Only(roadmap, DiagnosticCode::kRepeatedTitle, true);
  CHECK(found.skills == std::vector{SkillKey{3}, SkillKey{2}});
}

TEST_CASE("Diagnose_NamesAnEmptyGroup") {
  Roadmap roadmap = Clean();
  Skill empty = Written("empty", 9);
  empty.hours.reset();
  empty.proof.clear();
  roadmap.skills.push_back(empty);
  Only(roadmap, DiagnosticCode::kEmptyGroup, true);
  // Among skills it is one that is not written yet.
  roadmap.skills.back().parent = "group";
  const std::vector<Diagnostic> found = Of(roadmap);
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == DiagnosticCode::kNoHours);
  CHECK(found[1].code == DiagnosticCode::kNoProof);
}

TEST_CASE("Diagnose_NamesAWaypointThatAsksForNothing") {
  Roadmap roadmap = Clean();
  roadmap.skills[1].optional = roadmap.skills[2].optional = true;
  CHECK(Only(roadmap, DiagnosticCode::kUnreachableWaypoint, true).waypoint == "end");
  roadmap.waypoints[0].skills = {"a"};  // asked for by name
  CHECK(Of(roadmap).empty());
}

TEST_CASE("Diagnose_RepairsApplyToGeneratedRoads") {
  test::Random random(3);
  int repaired = 0;
  for (int round = 0; round < 40; ++round) {
    auto document = Document::Make(test::RandomRoadmap(random, {.skills = 20, .groups = 4}));
    REQUIRE(document);
    for (int guard = 0; guard < 200; ++guard) {
      const std::vector<Diagnostic> all = Diagnose(document->roadmap(), document->graph());
      const auto next = std::ranges::find_if(all, [](const Diagnostic& d) { return d.repair.has_value(); });
      if (next == all.end()) break;
      REQUIRE(Apply(*document, *next->repair));
      ++repaired;
      REQUIRE(guard < 199);
    }
  }
  CHECK(repaired > 40);
}

}  // namespace
}  // namespace waymark
