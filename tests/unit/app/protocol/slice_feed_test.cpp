#include "app/protocol/slice_feed.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <vector>

#include "app/protocol/slice_json.hpp"
#include "app/update.hpp"
#include "io/json.hpp"
#include "share/link.hpp"
#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

Json Parsed(const std::string& text) {
  auto json = Json::Parse(text);
  INFO(text);
  REQUIRE(json);
  return *std::move(json);
}

struct Fed {
  AppState state;
  SliceFeed feed;
  Fed() {
    Update(state, Resize{kWindow});
    OpenInState(state, OpenSample(), {});
  }
  Json Take() { return Parsed(feed.Take(state)); }
  std::set<std::string> Names() {
    std::set<std::string> names;
    const Json taken = Take();
    for (const auto& [name, slice] : taken.AsObject()) names.insert(name);
    return names;
  }
};

using Names = std::set<std::string>;

constexpr std::size_t kRowNumbers = 8;

std::vector<double> KeysOf(const Json& taken) {
  std::vector<double> keys;
  const Json* rows = taken.Find("rows");
  REQUIRE(rows);
  const Json::Array& numbers = rows->AsArray();
  REQUIRE(numbers.size() % kRowNumbers == 0);
  for (std::size_t i = 0; i < numbers.size(); i += kRowNumbers) keys.push_back(numbers[i].AsNumber());
  return keys;
}

// Holds `json` against `type`, a type of the table.
void CheckType(const Json& json, std::string type) {
  INFO(type << ": " << json.Dump().substr(0, 200));
  if (type.ends_with(" | null")) {
    if (json.IsNull()) return;
    type.resize(type.size() - 7);
  }
  if (type.ends_with("[]")) {
    REQUIRE(json.IsArray());
    for (const Json& entry : json.AsArray()) CheckType(entry, type.substr(0, type.size() - 2));
    return;
  }
  if (type == "Message") {
    REQUIRE(json.IsObject());
    CHECK(json.Find("id"));
    CHECK(json.Find("args"));
    return;
  }
  const auto shape = std::ranges::find(ShapeTable(), type, &ShapeEntry::name);
  if (shape == ShapeTable().end()) {
    CHECK_FALSE((json.IsNull() || json.IsArray() || json.IsObject()));
    return;
  }
  REQUIRE(json.IsObject());
  std::size_t found = 0;
  for (const ShapeMember& member : shape->members) {
    const Json* value = json.Find(member.name);
    INFO(member.name);
    CHECK((value || member.optional));
    if (!value) continue;
    ++found;
    CheckType(*value, std::string(member.type));
  }
  CHECK(found == json.AsObject().size());
}

}  // namespace

TEST_CASE("SliceFeed_HandsOverEverythingFirstAndThenNothing") {
  Fed fed;
  const Json all = fed.Take();
  CHECK(all.AsObject().size() == kSliceCount);
  CHECK(KeysOf(all).size() == 12);
  CHECK(fed.feed.Take(fed.state) == "{}");
}

TEST_CASE("SliceFeed_SendsNoRowForPanZoomHoverOrAnimation") {
  Fed fed;
  fed.Take();
  Update(fed.state, PanBy{{5, 5}});
  CHECK(fed.Names() == Names{});
  Update(fed.state, ZoomAt{{100, 100}, 1.3f, false});
  CHECK(fed.Names() == Names{"view"});
  Update(fed.state, Hover{kMath});
  CHECK(fed.Names() == Names{"view"});
  Update(fed.state, SetExpanded{kMath});
  fed.Take();
  for (const double now : {0.0, 16.0, 32.0}) {
    Update(fed.state, Tick{now});
    for (const std::string& name : fed.Names()) CHECK(name == "view");
  }
}

TEST_CASE("SliceFeed_SendsOnlyTheRowsThatChanged") {
  Fed fed;
  fed.Take();
  Update(fed.state, SetExpanded{kMath});
  CHECK(KeysOf(fed.Take()) == std::vector<double>{1});
  Update(fed.state, SetState{{kAlgebra}, SkillState::kLearning});
  CHECK(KeysOf(fed.Take()) == std::vector<double>{1, 2});  // itself and the group it is in
  Update(fed.state, SetNote{kAlgebra, "mine"});
  CHECK_FALSE(fed.Take().Find("rows"));
}

TEST_CASE("SliceFeed_MakesDetailsAnewOnlyWhenWhatTheyShowChanged") {
  Fed fed;
  Update(fed.state, Select{kAlgebra, false});
  fed.Take();
  Update(fed.state, Hover{kMath});
  CHECK_FALSE(fed.Take().Find("details"));
  Update(fed.state, SetNote{kVision, "elsewhere"});
  CHECK_FALSE(fed.Take().Find("details"));
  Update(fed.state, SetNote{kAlgebra, "mine"});
  CHECK(fed.Take().Find("details"));
}

TEST_CASE("SliceFeed_BeginsAnewWithAnotherRoadmap") {
  Fed fed;
  fed.Take();
  OpenInState(fed.state, OpenSample(), {});
  const Json all = fed.Take();
  CHECK(all.Find("tree"));
  CHECK(KeysOf(all).size() == 12);
}

TEST_CASE("SliceJson_HasTheMembersOfTheTable") {
  Fed fed;
  Update(fed.state, SetState{{kAlgebra}, SkillState::kDone});
  Update(fed.state, Select{kBasics, false});
  Update(fed.state, SetFilter{{.relation = FilterRelation::kRemainingPrerequisites, .of = kBasics}});
  Progress theirs;
  theirs.Set(kPython, SkillState::kLearning);
  Update(fed.state, OpenLink{EncodeLink("sample", theirs)});
  Update(fed.state, OpenLink{EncodeLink("another", theirs)});
  Update(fed.state, ShowNotice{{"backup.joined"}, false});
  for (const SliceEntry& entry : SliceTable()) {
    INFO(entry.name);
    CheckType(Parsed(SliceJson(entry.slice, fed.state)), std::string(entry.type));
  }
}

TEST_CASE("SliceTable_IsInTheOrderOfSlice") {
  for (std::size_t i = 0; i < kSliceCount; ++i) CHECK(SliceTable()[i].slice == static_cast<Slice>(i));
  CHECK(RowTable().size() == kRowNumbers);
}

// Every slice rises with what it tells: whatever commands come, a feed that was kept up to date has told all.
TEST_CASE("SliceFeed_KeptUpEqualsOneThatBeginsNow") {
  Fed fed;
  const std::vector<Command> commands = {SetState{{kAlgebra}, SkillState::kDone},
                                         Select{kBasics, true},
                                         SetNote{kBasics, "a"},
                                         SetNote{kBasics, "ab"},
                                         MoveBy{kMath, {5, 0}},
                                         Undo{},
                                         Undo{},
                                         Redo{},
                                         SetTheme{false},
                                         SetHideDone{true},
                                         SetFilter{{.marks = {StateMark::kDone}}},
                                         MarkKnown{kVision},
                                         ExpandAll{true},
                                         OpenMenu{kMath, {3, 4}},
                                         SaveFinished{0, {"save.emptied"}},
                                         ShowNotice{{"backup.joined"}, true},
                                         ClearSelection{}};
  std::vector<std::pair<std::string, Json>> kept;
  const auto keep = [&] {
    const Json taken = fed.Take();
    for (const auto& [name, slice] : taken.AsObject()) {
      if (name == "rows") continue;
      const auto at = std::ranges::find(kept, name, &std::pair<std::string, Json>::first);
      if (at == kept.end())
        kept.emplace_back(name, slice);
      else
        at->second = slice;
    }
  };
  keep();
  for (const Command& command : commands) {
    Update(fed.state, command);
    keep();
    for (const auto& [name, slice] : kept) {
      const auto entry = std::ranges::find(SliceTable(), name, &SliceEntry::name);
      INFO(name);
      CHECK(slice == Parsed(SliceJson(entry->slice, fed.state)));
    }
  }
}
