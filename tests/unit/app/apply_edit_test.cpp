#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>

#include "app/update.hpp"
#include "support/sample_roadmap.hpp"

namespace waymark {
namespace {

struct Page {
  AppState state;

  Page() {
    OpenInState(state, OpenSample(), {});
    Update(state, Resize{kWindow});
    Update(state, FitAll{false});
  }
  void Edit(RoadmapEdit edit, bool typing = false) { Update(state, ApplyEdit{std::move(edit), typing}); }
  NodeIndex Node(SkillKey key) const { return NodeOf(state, key); }
  const std::string& Title(SkillKey key) const { return SkillAt(state, Node(key)).title; }
  // To where everything comes to rest.
  void Settle() {
    for (int i = 0; i < 200 && Animating(state); ++i) Update(state, Tick{state.now_ms + 16});
  }
};

RoadmapEdit Rename(SkillKey key, std::string title) { return {SetSkillText{key, SkillText::kTitle, std::move(title)}}; }

RoadmapEdit Adding(std::string title, SkillKey parent) {
  AddSkill add{.skill = {}, .parent = parent, .before = {}};
  add.skill.title = std::move(title);
  return {std::move(add)};
}

TEST_CASE("ApplyEdit_ChangesTheRoadAndAllThatFollowsFromIt") {
  Page page;
  const auto revision = page.state.revision;
  Update(page.state, SetExpanded{sample::kMath});
  page.Settle();
  page.Edit(Adding("Sets", sample::kMath));
  const NodeIndex added = page.Node(SkillKey{13});
  REQUIRE(added != kNoNode);
  CHECK(page.state.revision.graph > revision.graph);
  CHECK(page.state.layout.visible[added]);
  CHECK(page.state.summary.state.size() == GraphOf(page.state).size());
  CHECK(page.state.summary.whole.skills == 9);
  page.Settle();
  CHECK(ShownLayout(page.state).rect[added] == page.state.layout.rect[added]);
}

TEST_CASE("ApplyEdit_MovesCardsFromWhereTheyStood") {
  Page page;
  Update(page.state, SetExpanded{sample::kMath});
  page.Settle();
  const SkillKey key = sample::kStatistics;
  const WorldRect before = page.state.layout.rect[page.Node(key)];
  // First in the file: every node gets another number.
  page.Edit({MoveSkills{{sample::kLearning}, {}, sample::kMath}});
  REQUIRE(page.state.transition);
  CHECK(ShownLayout(page.state).rect[page.Node(key)].w == before.w);
  CHECK(ShownLayout(page.state).expanded[page.Node(sample::kMath)]);
  page.Settle();
  CHECK(page.state.layout.expanded[page.Node(sample::kMath)]);
}

TEST_CASE("ApplyEdit_GrowsANewTopCardOutOfWhereItStands") {
  Page page;
  page.Edit(Adding("Ethics", {}));
  const NodeIndex added = page.Node(SkillKey{13});
  REQUIRE(page.state.transition);
  const WorldPoint start = ShownLayout(page.state).rect[added].Center();
  CHECK(start == page.state.layout.rect[added].Center());
}

TEST_CASE("ApplyEdit_SaysWhyItIsRefusedAndChangesNothing") {
  Page page;
  const Roadmap before = RoadmapOf(page.state);
  page.Edit({EditRequirements{sample::kAlgebra, 0, 0, {MakeRequirement("calculus")}}});
  CHECK(RoadmapOf(page.state) == before);
  REQUIRE(page.state.refused);
  CHECK(page.state.refused->problem == EditProblem::kPrerequisiteCycle);
  REQUIRE(page.state.notice);
  CHECK(page.state.notice->error);
  CHECK_FALSE(page.state.history.CanUndo());
  page.Edit(Rename(sample::kAlgebra, "Algebra"));
  CHECK_FALSE(page.state.refused);
}

TEST_CASE("History_HoldsEditsMarksNotesAndMovesInOneOrder") {
  Page page;
  const Roadmap original = RoadmapOf(page.state);
  Update(page.state, SetState{{sample::kAlgebra}, SkillState::kDone});
  page.Edit(Adding("Sets", sample::kMath));
  const SkillKey sets{13};
  Update(page.state, SetState{{sets}, SkillState::kLearning});
  page.Edit({RemoveSkills{{sample::kCode}}});
  Update(page.state, SetNote{sample::kAlgebra, "Matrices first."});
  Update(page.state, MoveBy{sample::kMath, {40, 0}});
  page.Edit(Rename(sets, "Set theory"));
  const Roadmap edited = RoadmapOf(page.state);
  const std::size_t steps = page.state.history.done.size();
  CHECK(steps == 7);

  Update(page.state, Undo{});
  CHECK(page.Title(sets) == "Sets");
  Update(page.state, Undo{});
  CHECK(page.state.pins.empty());
  Update(page.state, Undo{});
  CHECK(page.state.progress.notes.at(sample::kAlgebra).texts.empty());
  CHECK(page.Node(sample::kCode) == kNoNode);
  Update(page.state, Undo{});
  CHECK(page.Node(sample::kCode) != kNoNode);
  for (int i = 0; i < 3; ++i) Update(page.state, Undo{});
  CHECK(RoadmapOf(page.state) == original);
  CHECK(page.state.progress.State(sample::kAlgebra) == SkillState::kNotStarted);
  CHECK_FALSE(page.state.history.CanUndo());

  while (page.state.history.CanRedo()) Update(page.state, Redo{});
  CHECK(page.state.history.done.size() == steps);
  CHECK(RoadmapOf(page.state) == edited);
  CHECK(page.state.progress.State(sets) == SkillState::kLearning);
  // What was put back after a redo is the same skill, so its mark is its own.
  for (std::size_t i = 0; i < steps; ++i) Update(page.state, Undo{});
  CHECK(RoadmapOf(page.state) == original);
}

TEST_CASE("History_MakesOneStepOfWhatIsTyped") {
  Page page;
  for (const char* title : {"P", "Py", "Pyt"}) page.Edit(Rename(sample::kPython, title), true);
  CHECK(page.state.history.done.size() == 1);
  Update(page.state, Undo{});
  CHECK(page.Title(sample::kPython) == "Python");
  Update(page.state, Redo{});
  CHECK(page.Title(sample::kPython) == "Pyt");
  page.Edit(Rename(sample::kPython, "One"));
  page.Edit(Rename(sample::kPython, "Two"));
  CHECK(page.state.history.done.size() == 3);
}

TEST_CASE("ApplyEdit_LetsGoOfWhatIsNoLongerThere") {
  Page page;
  Update(page.state, Select{sample::kPython});
  Update(page.state, Hover{sample::kArrays});
  Update(page.state, OpenMenu{sample::kPython, {10, 10}});
  Update(page.state, SetFilter{{.tracks = {sample::kCode, sample::kMath}}});
  page.Edit({RemoveSkills{{sample::kCode}}});
  CHECK(page.state.selected.value == 0);
  CHECK(page.state.hovered.value == 0);
  CHECK_FALSE(page.state.menu);
  CHECK(page.state.filter.tracks == std::set{sample::kMath});
}

TEST_CASE("ApplyEdit_KeepsTheSelectedCardWhereItIsSeen") {
  Page page;
  Update(page.state, SetReducedMotion{true});
  Update(page.state, SetExpanded{sample::kMath});
  Update(page.state, Select{sample::kStatistics});
  Update(page.state, PanBy{{3, 0}});
  const auto seen = [&] {
    const NodeIndex node = page.Node(sample::kStatistics);
    return ToScreen(page.state.camera, page.state.viewport, page.state.layout.rect[node]).TopLeft();
  };
  const ScreenPoint before = seen();
  for (const char* title : {"Sets", "Logic", "Proofs"}) page.Edit(Adding(title, sample::kMath));
  CHECK(std::abs(seen().x - before.x) < 0.1f);
  CHECK(std::abs(seen().y - before.y) < 0.1f);
}

TEST_CASE("ApplyEdit_IsNothingToStoreWithTheProgress") {
  Page page;
  const std::uint64_t unsaved = page.state.save.unsaved;
  page.Edit(Rename(sample::kPython, "Snake"));
  Update(page.state, Undo{});
  CHECK(page.state.save.unsaved == unsaved);
}

TEST_CASE("OpenInState_GoesOnWithTheSameRoad") {
  Page page;
  Update(page.state, SetExpanded{sample::kMath});
  Update(page.state, Select{sample::kAlgebra});
  Update(page.state, SetState{{sample::kAlgebra, sample::kPython}, SkillState::kDone});
  Update(page.state, PanBy{{30, 10}});
  page.Settle();
  const Camera camera = page.state.camera;
  const auto expanded = page.state.expanded;

  SECTION("opened anew") {
    page.Edit(Rename(sample::kPython, "Snake"));
    page.Settle();
    Roadmap again = RoadmapOf(page.state);
    OpenInState(page.state, std::move(OpenRoadmap::Make(std::move(again)).value()), {});
    CHECK(page.state.history.done.size() == 2);
    Update(page.state, Undo{});
    CHECK(page.Title(sample::kPython) == "Python");
  }
  SECTION("in a newer revision") {
    page.Edit(Rename(sample::kPython, "Snake"));
    page.Settle();
    Roadmap newer = SampleRoadmap();
    newer.revision = 2;
    std::erase_if(newer.skills, [](const Skill& s) { return s.key == sample::kPython; });
    for (Skill& skill : newer.skills)
      std::erase_if(skill.requirements, [](const Requirement& r) { return r.any_of.front() == "python"; });
    StoredRoadmap stored;
    stored.progress.Set(sample::kCalculus, SkillState::kLearning);
    OpenInState(page.state, std::move(OpenRoadmap::Make(std::move(newer)).value()), stored);
    // The edit was of another text, the mark of a skill that is still there.
    REQUIRE(page.state.history.done.size() == 1);
    CHECK(page.state.history.done[0].states.size() == 1);
    CHECK(page.state.progress.State(sample::kCalculus) == SkillState::kLearning);
    Update(page.state, Undo{});
    CHECK(page.state.progress.State(sample::kAlgebra) == SkillState::kNotStarted);
    CHECK(page.state.progress.State(sample::kPython) == SkillState::kDone);
  }
  CHECK(page.state.selected == sample::kAlgebra);
  CHECK(page.state.expanded == expanded);
  CHECK(page.state.camera.zoom == camera.zoom);
}

TEST_CASE("OpenInState_BeginsAnewWithAnotherRoad") {
  Page page;
  Update(page.state, Select{sample::kAlgebra});
  Update(page.state, SetState{{sample::kAlgebra}, SkillState::kDone});
  Roadmap other = SampleRoadmap();
  other.id = "other";
  OpenInState(page.state, std::move(OpenRoadmap::Make(std::move(other)).value()), {});
  CHECK(page.state.selected.value == 0);
  CHECK_FALSE(page.state.history.CanUndo());
  CHECK(page.state.progress.State(sample::kAlgebra) == SkillState::kNotStarted);
}

}  // namespace
}  // namespace waymark
