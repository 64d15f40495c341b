#include "app/protocol/page_protocol.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/update.hpp"
#include "io/json.hpp"
#include "share/link.hpp"
#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

Json Parsed(const std::string& text) {
  auto json = Json::Parse(text);
  REQUIRE(json);
  return *std::move(json);
}

const Json& At(const Json& json, std::string_view member) {
  const Json* found = json.Find(member);
  INFO(member);
  REQUIRE(found);
  return *found;
}

template <class C>
C Read(std::string_view json) {
  const auto command = ParseCommand(json);
  INFO(json);
  REQUIRE(command);
  REQUIRE(std::holds_alternative<C>(*command));
  return std::get<C>(*command);
}

struct Opened {
  AppState state;
  Opened() {
    Update(state, Resize{kWindow});
    OpenInState(state, OpenSample(), {});
  }
};

}  // namespace

TEST_CASE("ParseCommand_ReadsEveryCommand") {
  const auto set = Read<SetState>(R"({"do":"set_state","skills":[2,3],"state":3})");
  CHECK(set.skills == std::vector{kAlgebra, kCalculus});
  CHECK(set.state == SkillState::kDone);
  CHECK(Read<SetNote>(R"({"do":"set_note","skill":2,"text":"é"})").text == "é");
  CHECK(Read<MoveBy>(R"({"do":"move_by","skill":2,"dx":-4.5,"dy":0})").by == WorldVector{-4.5f, 0});
  CHECK_FALSE(Read<SetExpanded>(R"({"do":"set_expanded","skill":1,"expanded":false})").expanded);
  CHECK(Read<ExpandAll>(R"({"do":"expand_all","expanded":true})").expanded);
  CHECK(Read<Select>(R"({"do":"select","skill":2})").reveal);
  CHECK_FALSE(Read<Select>(R"({"do":"select","skill":2,"reveal":false})").reveal);
  CHECK(Read<Hover>(R"({"do":"hover","skill":0})").skill == SkillKey{});
  CHECK(Read<ZoomBy>(R"({"do":"zoom","factor":1.25})").factor == 1.25f);
  CHECK(Read<PanBy>(R"({"do":"pan","dx":1,"dy":2})").by == ScreenVector{1, 2});
  CHECK(Read<SetTheme>(R"({"do":"set_theme","dark":false})").chosen);
  CHECK_FALSE(Read<SetTheme>(R"({"do":"set_theme","dark":false,"chosen":false})").chosen);
  CHECK(Read<SetReducedMotion>(R"({"do":"set_reduced_motion","reduced":true})").reduced);
  CHECK(Read<SetContrast>(R"({"do":"set_contrast","high":true})").high);
  CHECK(Read<OpenLink>(R"({"do":"open_link","text":"#p=x"})").text == "#p=x");
  CHECK(Read<MergeShared>(R"({"do":"merge_shared"})").skills.empty());
  CHECK(Read<MergeShared>(R"({"do":"merge_shared","skills":[4]})").skills == std::vector{kStatistics});
  Read<ResetPositions>(R"({"do":"reset_positions"})");
  Read<Undo>(R"({"do":"undo"})");
  Read<Redo>(R"({"do":"redo"})");
  Read<ClearSelection>(R"({"do":"clear_selection"})");
  Read<CloseMenu>(R"({"do":"close_menu"})");
  const auto menu = Read<ShowMenu>(
      R"({"do":"show_menu","items":[{"id":"fit","title":"Ganze Karte","keys":"1","line":true},{"id":"x","title":"é","state":2,"chosen":true}]})");
  CHECK(menu.items == std::vector<MenuItem>{{"fit", "Ganze Karte", "1", std::nullopt, false, true},
                                            {"x", "é", "", SkillState::kLearning, true, false}});
  Read<FitAll>(R"({"do":"fit_all"})");
  Read<FitSelection>(R"({"do":"fit_selection"})");
  Read<DismissShared>(R"({"do":"dismiss_shared"})");
  Read<SaveNow>(R"({"do":"save_now"})");
  Read<StorageChanged>(R"({"do":"storage_changed"})");
}

TEST_CASE("ParseCommand_RefusesWhatItCantCarryOut") {
  for (const char* text : {
           "",
           "nonsense",
           "[]",
           "{}",
           R"({"do":1})",
           R"({"do":"fly"})",  //
           R"({"do":"set_state","skills":[2]})",
           R"({"do":"set_state","skills":[2],"state":4})",  //
           R"({"do":"set_state","skills":[2],"state":1.5})",
           R"({"do":"set_state","skills":[],"state":1})",
           R"({"do":"set_state","skills":[0],"state":1})",
           R"({"do":"set_state","skills":["2"],"state":1})",
           R"({"do":"set_state","skills":[1000001],"state":1})",
           R"({"do":"set_state","skills":[2.5],"state":1})",
           R"({"do":"show_menu"})",
           R"({"do":"show_menu","items":[]})",
           R"({"do":"show_menu","items":[{"id":"fit"}]})",
           R"({"do":"show_menu","items":[{"id":"fit","title":"a","state":9}]})",
           R"({"do":"select","skill":0})",
           R"({"do":"select","skill":-1})",
           R"({"do":"select","skill":2,"reveal":1})",
           R"({"do":"set_expanded","skill":1})",
           R"({"do":"pan","dx":1})",
           R"({"do":"pan","dx":1,"dy":"2"})",
           R"({"do":"pan","dx":1,"dy":1e300})",
           R"({"do":"merge_shared","skills":[]})",
           R"({"do":"set_note","skill":2})",
       }) {
    INFO(text);
    const auto command = ParseCommand(text);
    REQUIRE_FALSE(command);
    CHECK_FALSE(command.error().message.empty());
  }
}

TEST_CASE("StateJson_TellsWhatThePageShows") {
  Opened opened;
  AppState& state = opened.state;
  Update(state, SetState{{kAlgebra}, SkillState::kDone});
  Update(state, Select{kMath, false});
  Update(state, SetExpanded{kMath});
  const Json json = Parsed(StateJson(state));
  CHECK(At(At(json, "roadmap"), "id").AsString() == "sample");
  CHECK(At(json, "selected").AsNumber() == 1);
  CHECK(At(At(json, "whole"), "done").AsNumber() == 1);
  CHECK(At(At(json, "whole"), "skills").AsNumber() == 8);
  CHECK(At(At(json, "whole"), "hoursLow").AsNumber() == 64);
  CHECK(At(At(json, "whole"), "leftHigh").AsNumber() == 84);
  CHECK(At(json, "canUndo").AsBool());
  CHECK_FALSE(At(json, "canRedo").AsBool(true));
  CHECK(At(json, "undoLabel").Find("id")->AsString() == "undo.mark");
  CHECK(At(At(json, "save"), "state").AsString() == "saving");
  CHECK(At(json, "shared").IsNull());
  CHECK(At(json, "notice").IsNull());

  const Json::Array& skills = At(json, "skills").AsArray();
  REQUIRE(skills.size() == 12);
  CHECK(At(skills[0], "expanded").AsBool());
  CHECK(At(skills[0], "state").AsNumber() == 2);  // begun
  CHECK(At(skills[0], "done").AsNumber() == 1);
  CHECK(At(skills[0], "total").AsNumber() == 3);
  CHECK(At(skills[1], "state").AsNumber() == 3);
  CHECK(At(skills[2], "available").AsBool());
  CHECK_FALSE(At(skills[6], "available").AsBool(true));
  CHECK(skills[1].Find("theirs") == nullptr);

  Progress theirs;
  theirs.Set(kPython, SkillState::kLearning);
  Update(state, OpenLink{EncodeLink("sample", theirs)});
  const Json compared = Parsed(StateJson(state));
  CHECK(At(At(compared, "shared"), "adds").AsArray().size() == 1);
  CHECK(At(At(compared, "skills").AsArray()[5], "theirs").AsNumber() == 2);
}

TEST_CASE("StateJson_TellsTheWayToEachWaypoint") {
  Roadmap roadmap = SampleRoadmap();
  Waypoint waypoint;
  waypoint.id = "seer";
  waypoint.title = "You see";
  waypoint.summary = "Pictures hold no secrets.";
  waypoint.skills = {"vision"};
  roadmap.waypoints = {waypoint};
  AppState state;
  OpenInState(state, std::move(OpenRoadmap::Make(roadmap).value()), {});
  const auto told = [&] { return At(Parsed(StateJson(state)), "waypoints").AsArray().at(0); };
  CHECK(At(told(), "id").AsString() == "seer");
  CHECK(At(told(), "title").AsString() == "You see");
  CHECK(At(told(), "summary").AsString() == "Pictures hold no secrets.");
  // Algebra, calculus, Python, arrays, networks, vision; 8 to 12 hours each.
  CHECK(At(told(), "skills").AsNumber() == 6);
  CHECK(At(told(), "done").AsNumber() == 0);
  CHECK(At(told(), "leftLow").AsNumber() == 48);
  CHECK(At(told(), "leftHigh").AsNumber() == 72);
  Update(state, SetState{{kAlgebra}, SkillState::kDone});
  CHECK(At(told(), "done").AsNumber() == 1);
  CHECK(At(told(), "leftLow").AsNumber() == 40);
}

TEST_CASE("StateJson_RevisionRisesOnlyWithWhatItTells") {
  Opened opened;
  AppState& state = opened.state;
  const auto told = [&] { return At(Parsed(StateJson(state)), "rev").AsNumber(); };
  const double before = told();
  Update(state, PanBy{{5, 5}});
  Update(state, Tick{16});
  CHECK(told() == before);
  Update(state, Hover{kMath});
  CHECK(told() > before);
}

TEST_CASE("StateJson_WithoutARoadmap") {
  const AppState state;
  const Json json = Parsed(StateJson(state));
  CHECK(At(json, "roadmap").IsNull());
  CHECK(At(json, "skills").AsArray().empty());
}

TEST_CASE("DetailsJson_TellsAllOfASkill") {
  Roadmap roadmap = SampleRoadmap();
  roadmap.skills[11].body = "Read *this* first.";
  roadmap.skills[11].resources.resize(1);
  roadmap.skills[11].resources[0].url = "https://www.example.org:8080/a?b";
  roadmap.skills[11].proof = "Predict something.";
  AppState state;
  OpenInState(state, std::move(OpenRoadmap::Make(roadmap).value()), {});
  Update(state, SetState{{kArrays, kPython, kAlgebra}, SkillState::kDone});
  Update(state, SetNote{kBasics, "mine"});
  const Json json = Parsed(DetailsJson(state, kBasics));
  CHECK(At(json, "id").AsString() == "basics");
  CHECK(At(At(json, "group"), "title").AsString() == "Machine learning");
  CHECK(At(json, "level").AsString() == "core");
  CHECK(At(json, "note").AsString() == "mine");
  CHECK(At(json, "proof").AsString() == "Predict something.");
  const Json::Array& needs = At(json, "requires").AsArray();
  REQUIRE(needs.size() == 2);
  CHECK(At(needs[0], "met").AsBool());
  CHECK_FALSE(At(needs[1], "met").AsBool(true));
  CHECK(At(At(needs[1], "anyOf").AsArray().at(0), "key").AsNumber() == 4);
  CHECK(At(At(json, "resources").AsArray().at(0), "host").AsString() == "example.org");
  CHECK(At(At(json, "facts").AsArray().at(0), "year").AsNumber() == 2024);
  // Statistics and itself are still to do: 8 to 12 hours each.
  CHECK(At(At(json, "way"), "skills").AsNumber() == 2);
  CHECK(At(At(json, "way"), "hoursLow").AsNumber() == 16);
  CHECK(At(At(At(json, "body").AsArray().at(0), "spans").AsArray().at(1), "kind").AsString() == "em");

  const Json group = Parsed(DetailsJson(state, kLearning));
  CHECK(At(group, "isGroup").AsBool());
  CHECK(At(group, "group").IsNull());
  CHECK(At(group, "children").AsArray().size() == 2);
  CHECK(At(group, "hoursHigh").AsNumber() == 36);
  CHECK(DetailsJson(state, SkillKey{999}) == "null");
  CHECK(DetailsJson(AppState(), kBasics) == "null");
}

TEST_CASE("SearchJson_NamesTitleGroupAndMatches") {
  Searcher searcher;
  Opened opened;
  const Json json = Parsed(SearchJson(opened.state, searcher, "vis", 5));
  REQUIRE(json.AsArray().size() == 1);
  CHECK(At(json.AsArray()[0], "key").AsNumber() == 11);
  CHECK(At(json.AsArray()[0], "group").AsString() == "Deep learning");
  CHECK(At(json.AsArray()[0], "matches").AsArray().at(0).AsArray().at(1).AsNumber() == 3);
  CHECK(json.AsArray()[0].Find("fact") == nullptr);
  CHECK(SearchJson(AppState(), searcher, "vis", 5) == "[]");

  const Json fact = Parsed(SearchJson(opened.state, searcher, "recruiters", 5));
  REQUIRE(fact.AsArray().size() == 1);
  CHECK(At(fact.AsArray()[0], "fact").AsString() == "claim");
  CHECK(At(fact.AsArray()[0], "title").AsString() == "Demand");
  CHECK(At(fact.AsArray()[0], "group").AsString() == "First models");
  CHECK(At(fact.AsArray()[0], "key").AsNumber() == 12);
}

TEST_CASE("ErrorsJson_SaysWhere") {
  const Json json = Parsed(ErrorsJson({{ErrorCode::kGraph, Message{"save.emptied"}, {"road.json", 3, 14}}}));
  CHECK(At(json.AsArray()[0], "code").AsString() == "graph");
  CHECK(At(json.AsArray()[0], "line").AsNumber() == 3);
  CHECK(At(json.AsArray()[0], "column").AsNumber() == 14);
}
