#include "app/protocol/edit_json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "app/protocol/page_protocol.hpp"
#include "app/update.hpp"
#include "cli/english.hpp"
#include "edit/apply.hpp"
#include "support/random_edits.hpp"
#include "support/sample_roadmap.hpp"

namespace waymark {
namespace {

Result<RoadmapEdit> Read(std::string_view text) {
  const auto json = Json::Parse(text);
  REQUIRE(json);
  return EditFromJson(*json);
}

TEST_CASE("EditFromJson_ReadsWhatEditToJsonWrites") {
  test::Random random(5);
  auto document = Document::Make(SampleRoadmap());
  REQUIRE(document);
  for (int i = 0; i < 400; ++i) {
    const RoadmapEdit edit = test::RandomEdits(random, *document).Any();
    if (const auto* remove = std::get_if<RemoveSkills>(&edit.what); remove && !remove->retires) continue;
    const auto read = EditFromJson(EditToJson(edit));
    REQUIRE(read);
    CHECK(*read == edit);
  }
}

TEST_CASE("EditFromJson_KeepsMembersThatItDoesNotKnow") {
  const auto read =
      Read(R"({"edit":"edit_resources","skill":6,"added":[{"title":"A","url":"https://example.org/","pages":[1,2]}]})");
  REQUIRE(read);
  CHECK(std::get<EditResources>(read->what).added[0].extra == R"({"pages":[1,2]})");
}

TEST_CASE("EditFromJson_SaysWhatIsWrong") {
  const auto problem = [](std::string_view text) {
    const auto read = Read(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::kSchema);
    return English(read.error().message);
  };
  CHECK(problem(R"({"edit":"explode"})") == "There is no edit “explode”.");
  CHECK(problem(R"([1])").contains("an object"));
  CHECK(problem(R"({"edit":"set_text","skill":1,"field":"colour","text":"x"})").contains("“field”"));
  CHECK(problem(R"({"edit":"set_text","skill":1.5,"field":"title","text":"x"})").contains("“skill”"));
  CHECK(problem(R"({"edit":"remove_skills","skills":["a"]})").contains("“skills”"));
  CHECK(problem(R"({"edit":"set_hours","skill":1,"hours":{"low":1}})").contains("“hours”"));
  CHECK(problem(R"({"edit":"batch","edits":[{"edit":"set_level","skill":1,"level":"expert"}]})").contains("“level”"));
}

TEST_CASE("EditingJson_OffersRepairsThatApply") {
  AppState state;
  Roadmap roadmap = SampleRoadmap();
  roadmap.skills[5].hours.reset();
  OpenInState(state, std::move(OpenRoadmap::Make(std::move(roadmap)).value()), {});
  const auto editing = Json::Parse(EditingJson(state));
  REQUIRE(editing);
  CHECK(editing->Find("nextKey")->AsNumber() == 13);
  CHECK(editing->Find("refused")->IsNull());
  int repaired = 0;
  for (const Json& entry : editing->Find("toCheck")->AsArray()) {
    const Json* repair = entry.Find("repair");
    if (!repair) continue;
    const auto edit = EditFromJson(*repair);
    REQUIRE(edit);
    Update(state, ApplyEdit{*edit});
    CHECK_FALSE(state.refused);
    ++repaired;
  }
  CHECK(repaired == 1);
  CHECK_FALSE(EditingJson(state).contains("no_hours"));
  Update(state, ApplyEdit{{EditRequirements{sample::kAlgebra, 0, 0, {MakeRequirement("calculus")}}}});
  const auto after = Json::Parse(EditingJson(state));
  REQUIRE(after);
  CHECK(after->Find("revision")->AsNumber() == 1);
  CHECK(after->Find("refused")->Find("problem")->AsString() == "prerequisite_cycle");
  CHECK(after->Find("refused")->Find("titles")->AsArray().size() == 2);
}

}  // namespace
}  // namespace waymark
