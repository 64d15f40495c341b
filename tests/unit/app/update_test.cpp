#include "app/update.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "cli/english.hpp"
#include "share/link.hpp"
#include "support/random.hpp"
#include "support/sample_roadmap.hpp"
#include "view/theme.hpp"

using namespace waymark;
using namespace waymark::sample;
using Catch::Matchers::WithinAbs;

namespace {

struct App {
  AppState state;

  explicit App(StoredRoadmap stored = {}) {
    Update(state, Resize{kWindow});
    OpenInState(state, OpenSample(), std::move(stored));
  }

  Effects Send(const Command& command) { return Update(state, command); }
  SkillState StateOf(SkillKey key) const { return state.progress.State(key); }
  WorldRect RectOf(SkillKey key) const { return state.layout.rect[NodeOf(state, key)]; }
  ScreenPoint CornerOnScreen(SkillKey key) const {
    return ToScreen(state.camera, state.viewport, ShownLayout(state).rect[NodeOf(state, key)].TopLeft());
  }
  // Frames until nothing moves; the number of frames that were needed.
  int Settle() {
    int frames = 0;
    for (; Animating(state) && frames < 100; ++frames) Send(Tick{state.now_ms + 16});
    return frames;
  }
};

template <class E>
bool Has(const Effects& effects) {
  for (const Effect& effect : effects) {
    if (std::holds_alternative<E>(effect)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("SetState_SavesAndCanBeUndone") {
  App app;
  const auto effects = app.Send(SetState{{kAlgebra}, SkillState::kDone});
  CHECK(Has<RequestSave>(effects));
  CHECK(Has<StateChanged>(effects));
  CHECK(Has<RequestFrame>(effects));
  CHECK(app.state.save.state == SaveState::kSaving);
  CHECK(app.state.summary.whole.done == 1);
  CHECK(English(app.state.history.done.back().label) == "Mark ‘Linear algebra’ done");

  app.Send(Undo{});
  CHECK(app.StateOf(kAlgebra) == SkillState::kNotStarted);
  CHECK(app.state.history.CanRedo());
  app.Send(Redo{});
  CHECK(app.StateOf(kAlgebra) == SkillState::kDone);
  CHECK_FALSE(app.state.history.CanRedo());
}

TEST_CASE("SetState_ManySkillsAreOneStep") {
  App app;
  app.Send(SetState{{kPython}, SkillState::kLearning});
  app.Send(SetState{{kAlgebra, kPython, SkillKey{999}}, SkillState::kDone});
  CHECK(English(app.state.history.done.back().label) == "Mark 2 skills done");
  app.Send(Undo{});
  CHECK(app.StateOf(kAlgebra) == SkillState::kNotStarted);
  CHECK(app.StateOf(kPython) == SkillState::kLearning);
}

TEST_CASE("SetState_OfAGroupMarksEverySkillUnderIt") {
  App app;
  app.Send(SetState{{kLearning}, SkillState::kDone});
  for (const SkillKey key : {kNetworks, kVision, kBasics}) CHECK(app.StateOf(key) == SkillState::kDone);
  CHECK(app.StateOf(kPython) == SkillState::kNotStarted);
  CHECK_FALSE(app.state.progress.skills.contains(kDeep));
  CHECK(English(app.state.history.done.back().label) == "Mark all of ‘Machine learning’ done");
}

TEST_CASE("SetState_ThatChangesNothingIsNoStep") {
  App app;
  app.Send(SetState{{kAlgebra}, SkillState::kDone});
  const auto effects = app.Send(SetState{{kAlgebra, SkillKey{999}}, SkillState::kDone});
  CHECK(effects.empty());
  CHECK(app.state.history.done.size() == 1);
}

TEST_CASE("SetState_NeverLaysOut") {
  App app;
  const int before = app.state.layouts_made;
  for (int i = 0; i < 50; ++i) {
    app.Send(SetState{{kSkills[i % 8]}, static_cast<SkillState>(i % 4)});
    app.Send(SetNote{kSkills[i % 8], std::to_string(i)});
    app.Send(Select{kMath});
    app.Send(PanBy{{3, 4}});
    app.Send(Tick{i * 16.0});
  }
  CHECK(app.state.layouts_made == before);
  app.Send(SetExpanded{kMath, true});
  CHECK(app.state.layouts_made == before + 1);
}

TEST_CASE("Undo_OfProgressSurvivesAJoinWithWhatItUndid") {
  App app;
  app.Send(SetState{{kAlgebra}, SkillState::kDone});
  const Progress elsewhere = app.state.progress;  // another tab has seen the mark
  app.Send(Undo{});
  app.Send(JoinStored{{elsewhere, {}, {}, {}}});
  CHECK(app.StateOf(kAlgebra) == SkillState::kNotStarted);
}

TEST_CASE("Undo_LeavesAloneWhatAnotherTabChangedSince") {
  App app;
  app.Send(SetState{{kAlgebra, kPython}, SkillState::kLearning});
  Progress theirs = app.state.progress;
  theirs.Set(kAlgebra, SkillState::kDone);
  app.Send(JoinStored{{theirs, {}, {}, {}}});
  app.Send(Undo{});
  CHECK(app.StateOf(kAlgebra) == SkillState::kDone);
  CHECK(app.StateOf(kPython) == SkillState::kNotStarted);
}

TEST_CASE("SetNote_TypingIsOneStepUntilSomethingElseIsSelected") {
  App app;
  app.Send(Select{kAlgebra, false});
  for (const char* text : {"m", "ma", "matrices"}) app.Send(SetNote{kAlgebra, text});
  CHECK(app.state.history.done.size() == 1);
  app.Send(Select{kPython, false});
  app.Send(Select{kAlgebra, false});
  app.Send(SetNote{kAlgebra, "matrices and vectors"});
  CHECK(app.state.history.done.size() == 2);
  app.Send(Undo{});
  CHECK(app.state.progress.notes.at(kAlgebra).texts == std::set<std::string>{"matrices"});
  app.Send(Undo{});
  CHECK(app.state.progress.notes.at(kAlgebra).texts.empty());
}

TEST_CASE("MoveBy_NudgesAreOneStepAndUndoneTogether") {
  App app;
  const MapLayout before = app.state.layout;
  for (int i = 0; i < 5; ++i) app.Send(MoveBy{kCode, {4, 0}});
  CHECK(app.state.history.done.size() == 1);
  CHECK(app.state.pins.contains(kCode));
  app.Send(Undo{});
  CHECK(app.state.pins.empty());
  CHECK(app.state.layout.rect == before.rect);
}

TEST_CASE("MoveCard_StandsWhereItWasDropped") {
  App app;
  const WorldPoint to = app.RectOf(kCode).TopLeft() + WorldVector{37, 512};
  app.Send(DragCard{kCode, to});
  CHECK(app.state.pins.empty());
  app.Send(EndDrag{true});
  CHECK_THAT(app.RectOf(kCode).x, WithinAbs(to.x, 0.01));
  CHECK_THAT(app.RectOf(kCode).y, WithinAbs(to.y, 0.01));
  CHECK_FALSE(app.state.drag);

  app.Send(DragCard{kMath, {0, 0}});
  app.Send(EndDrag{false});
  CHECK(app.state.pins.size() == 1);

  app.Send(ResetPositions{});
  CHECK(app.state.pins.empty());
  app.Send(Undo{});
  CHECK(app.state.pins.size() == 1);
}

TEST_CASE("SetExpanded_KeepsTheGroupWhereItIsSeen") {
  App app;
  app.Settle();
  for (const bool expanded : {true, false}) {
    for (const SkillKey group : {kLearning, kMath}) {
      const ScreenPoint before = app.CornerOnScreen(group);
      app.Send(SetExpanded{group, expanded});
      REQUIRE(app.state.transition);
      while (Animating(app.state)) {
        app.Send(Tick{app.state.now_ms + 16});
        CHECK_THAT(app.CornerOnScreen(group).x, WithinAbs(before.x, 0.05));
        CHECK_THAT(app.CornerOnScreen(group).y, WithinAbs(before.y, 0.05));
      }
    }
  }
  CHECK(app.state.expanded.empty());
}

TEST_CASE("SetExpanded_TakesItsTimeAndNoMore") {
  App app;
  app.Send(Tick{1000});
  app.Send(SetExpanded{kMath, true});
  app.Send(Tick{9000});  // the page slept: the animation begins with the first frame
  CHECK(app.state.transition);
  app.Send(Tick{9000 + kExpandMilliseconds - 1});
  CHECK(app.state.transition);
  const auto last = app.Send(Tick{9000 + kExpandMilliseconds});
  CHECK_FALSE(app.state.transition);
  CHECK(Has<RequestFrame>(last));
  CHECK(app.Send(Tick{9500}).empty());
}

TEST_CASE("Select_ExpandsWhatHidesTheSkillAndFliesThere") {
  App app;
  app.Send(Select{kVision});
  CHECK(app.state.expanded.contains(kLearning));
  CHECK(app.state.expanded.contains(kDeep));
  REQUIRE(app.state.flight);
  app.Settle();
  const ScreenRect seen = ToScreen(app.state.camera, app.state.viewport, app.RectOf(kVision));
  const ScreenRect clear = kWindow.Clear();
  CHECK(seen.x >= clear.x);
  CHECK(seen.y >= clear.y);
  CHECK(seen.Right() <= clear.Right());
  CHECK(seen.Bottom() <= clear.Bottom());
  CHECK(app.state.camera.zoom >= kMidZoom);
  CHECK(app.state.history.done.empty());
}

TEST_CASE("Select_WithoutRevealLeavesTheCamera") {
  App app;
  const Camera camera = app.state.camera;
  app.Send(Select{kMath, false});
  CHECK(app.state.selected == kMath);
  CHECK_FALSE(app.state.flight);
  CHECK(app.state.camera == camera);
  app.Send(ClearSelection{});
  CHECK(app.state.selected == SkillKey{});
}

TEST_CASE("Camera_FitsTheWholeUntilItIsMoved") {
  App app;
  CHECK(app.state.camera == Fitted(kWindow, app.state.layout.bounds));
  const Viewport phone{390, 700, 3, 0, 56, 0, 90};
  app.Send(Resize{phone});
  CHECK(app.state.camera == Fitted(phone, app.state.layout.bounds));

  app.Send(PanBy{{20, 0}});
  const Camera moved = app.state.camera;
  app.Send(Resize{kWindow});
  CHECK(app.state.camera == moved);

  app.Send(FitAll{false});
  app.Send(Resize{phone});
  CHECK(app.state.camera == Fitted(phone, app.state.layout.bounds));
}

TEST_CASE("Resize_LeavesTheMapBesideDetailsAndFitsItAgainAfterThem") {
  App app;
  const Camera whole = app.state.camera;
  app.Send(Select{kMath, false});
  Viewport beside = kWindow;
  // Beside the card, not over it.
  const ScreenRect card = ToScreen(whole, kWindow, app.RectOf(kMath));
  beside.inset_right = std::max(0.0f, kWindow.width - card.Right() - 1);
  REQUIRE(beside.inset_right > kWindow.inset_right);
  app.Send(Resize{beside});
  app.Settle();
  CHECK(app.state.camera == whole);

  // Over the card: it comes out, and the whole comes back once the details are gone.
  Viewport over = kWindow;
  over.inset_right = kWindow.width - card.Center().x + 1;
  app.Send(Resize{over});
  app.Settle();
  CHECK_FALSE(app.state.camera == whole);
  CHECK(app.state.camera.zoom == whole.zoom);
  app.Send(ClearSelection{});
  app.Send(Resize{kWindow});
  CHECK(Animating(app.state));
  app.Settle();
  CHECK(app.state.camera == whole);
}

TEST_CASE("Resize_ShowsAllThatWasAimedAt") {
  App app;
  app.Send(ShowRelated{kAlgebra, FilterRelation::kRemainingPrerequisites});
  app.Settle();
  REQUIRE(app.state.aim);
  const Aim aim = *app.state.aim;
  Viewport sheet = kWindow;
  sheet.inset_bottom = kWindow.height * 0.55f;
  app.Send(Resize{sheet});
  app.Settle();
  CHECK(app.state.camera == Fitted(sheet, aim.what, 48, aim.max_zoom));
  app.Send(PanBy{{5, 0}});
  const Camera moved = app.state.camera;
  app.Send(Resize{kWindow});
  app.Settle();
  CHECK(app.state.camera.zoom == moved.zoom);
}

TEST_CASE("Camera_ExpandAllStaysFitted") {
  App app;
  app.Send(ExpandAll{true});
  app.Settle();
  CHECK(app.state.expanded.size() == 4);
  CHECK(app.state.camera == Fitted(kWindow, app.state.layout.bounds));
  CHECK(app.state.fitted);
}

TEST_CASE("ReducedMotion_AnimatesNothing") {
  App app;
  app.Send(SetReducedMotion{true});
  for (const Command& command :
       std::vector<Command>{SetExpanded{kMath, true}, Select{kVision}, ZoomBy{1.5f}, FitAll{true}, ExpandAll{true},
                            MoveBy{kCode, {40, 0}}, Undo{}, FitSelection{}}) {
    app.Send(command);
    CHECK_FALSE(Animating(app.state));
  }
}

TEST_CASE("ReducedMotion_EndsWhatIsMoving") {
  App app;
  app.Send(SetExpanded{kMath, true});
  app.Send(ZoomBy{2});
  const Camera target = app.state.flight->to;
  app.Send(SetReducedMotion{true});
  CHECK_FALSE(Animating(app.state));
  CHECK(app.state.camera == target);
}

TEST_CASE("SetTheme_AChoiceOutranksTheSystem") {
  App app;
  CHECK_FALSE(Has<WriteSettings>(app.Send(SetTheme{false, false})));
  CHECK_FALSE(app.state.settings.dark);
  CHECK(Has<WriteSettings>(app.Send(SetTheme{true, true})));
  app.Send(SetTheme{false, false});
  CHECK(app.state.settings.dark);
}

TEST_CASE("OpenLink_PreviewsAndChangesNothing") {
  App app;
  app.Send(SetState{{kAlgebra}, SkillState::kDone});
  Progress theirs;
  theirs.Set(kPython, SkillState::kDone);
  theirs.Set(kAlgebra, SkillState::kLearning);
  const Progress mine = app.state.progress;
  const auto unsaved = app.state.save.unsaved;
  app.Send(OpenLink{EncodeLink("sample", theirs)});
  REQUIRE(app.state.preview);
  CHECK(app.state.preview->adds == std::vector{kPython});
  CHECK(app.state.preview->theirs.whole.done == 1);
  CHECK(app.state.progress == mine);
  CHECK(app.state.save.unsaved == unsaved);

  app.Send(DismissShared{});
  CHECK_FALSE(app.state.preview);
  CHECK(app.state.progress == mine);
}

TEST_CASE("OpenLink_SaysWhatIsWrong") {
  App app;
  app.Send(OpenLink{"#p=broken"});
  REQUIRE(app.state.notice);
  CHECK(app.state.notice->error);
  CHECK(app.state.notice->text == DecodeLink("#p=broken").error().message);
}

TEST_CASE("OpenLink_OfAnotherRoadmapIsHandedOn") {
  App app;
  const std::string link = EncodeLink("another", {});
  app.Send(OpenLink{link});
  REQUIRE(app.state.elsewhere);
  CHECK(app.state.elsewhere->roadmap == RoadmapHash("another"));
  CHECK(app.state.elsewhere->text == link);
  CHECK_FALSE(app.state.preview);
  const auto first = app.state.elsewhere->id;
  app.Send(OpenLink{link});
  CHECK(app.state.elsewhere->id > first);
  app.Send(OpenLink{EncodeLink("sample", {})});
  CHECK_FALSE(app.state.elsewhere);
  CHECK(app.state.preview);
}

TEST_CASE("MergeShared_IsOneUndoableStep") {
  App app;
  app.Send(SetState{{kStatistics}, SkillState::kLearning});
  Progress theirs;
  theirs.Set(kPython, SkillState::kDone);
  theirs.Set(kStatistics, SkillState::kDone);
  app.Send(OpenLink{EncodeLink("sample", theirs)});
  app.Send(MergeShared{});
  CHECK_FALSE(app.state.preview);
  CHECK(app.StateOf(kPython) == SkillState::kDone);
  CHECK(app.StateOf(kStatistics) == SkillState::kDone);
  CHECK(app.state.history.done.size() == 2);
  app.Send(Undo{});
  CHECK(app.StateOf(kPython) == SkillState::kNotStarted);
  CHECK(app.StateOf(kStatistics) == SkillState::kLearning);
}

TEST_CASE("MergeShared_OfChosenSkillsKeepsThePreview") {
  App app;
  Progress theirs;
  theirs.Set(kPython, SkillState::kDone);
  theirs.Set(kAlgebra, SkillState::kDone);
  app.Send(OpenLink{EncodeLink("sample", theirs)});
  app.Send(MergeShared{{kPython}});
  CHECK(app.StateOf(kPython) == SkillState::kDone);
  CHECK(app.StateOf(kAlgebra) == SkillState::kNotStarted);
  REQUIRE(app.state.preview);
  CHECK(app.state.preview->adds == std::vector{kAlgebra});
}

TEST_CASE("OpenLink_ForetellsWhatAMergeTakesBack") {
  App app;
  app.Send(SetState{{kPython}, SkillState::kDone});
  Progress theirs = app.state.progress;
  theirs.Set(kPython, SkillState::kNotStarted);
  app.Send(OpenLink{EncodeLink("sample", theirs)});
  REQUIRE(app.state.preview);
  CHECK(app.state.preview->adds.empty());
  CHECK(app.state.preview->takes_back == std::vector{kPython});
}

TEST_CASE("JoinStored_KeepsProgressOfUnknownSkills") {
  App app;
  Progress theirs;
  theirs.Set(SkillKey{777}, SkillState::kDone);
  app.Send(JoinStored{{theirs, {}, {}, {}}});
  CHECK(app.StateOf(SkillKey{777}) == SkillState::kDone);
}

TEST_CASE("Update_IgnoresWhatIsNotThere") {
  AppState empty;
  for (const Command& command : std::vector<Command>{SetState{{kAlgebra}, SkillState::kDone},
                                                     SetNote{kAlgebra, "x"},
                                                     MoveCard{kAlgebra, {}},
                                                     MoveBy{kAlgebra, {1, 1}},
                                                     ResetPositions{},
                                                     MergeShared{},
                                                     Undo{},
                                                     Redo{},
                                                     SetExpanded{kMath},
                                                     ExpandAll{},
                                                     Select{kMath},
                                                     ClearSelection{},
                                                     DragCard{kMath, {}},
                                                     EndDrag{},
                                                     PanBy{{1, 1}},
                                                     ZoomAt{{1, 1}, 2},
                                                     ZoomBy{2},
                                                     FitAll{},
                                                     FitSelection{},
                                                     OpenLink{"#p="},
                                                     DismissShared{},
                                                     SaveNow{},
                                                     StorageChanged{},
                                                     JoinStored{},
                                                     Tick{1}}) {
    CHECK(Update(empty, command).empty());
  }
  App app;
  CHECK(app.Send(SetState{{SkillKey{999}}, SkillState::kDone}).empty());
  CHECK(app.Send(Select{SkillKey{999}}).empty());
  CHECK(app.Send(SetExpanded{kAlgebra}).empty());
  CHECK(app.Send(MoveCard{kAlgebra, {}}).empty());  // hidden in its group
  CHECK(app.Send(SaveNow{}).empty());
}

// However the progress changes, what is counted from it is what counting it anew gives.
TEST_CASE("Update_KeepsTheSummaryAsCountedAnew") {
  test::Random random(5);
  AppState state;
  Update(state, Resize{kWindow});
  OpenInState(state, OpenSample(), {});
  const auto skill = [&] { return kSkills[random.Below(std::size(kSkills))]; };
  const auto any = [&]() -> Command {
    switch (random.Below(8)) {
      case 0:
        return Undo{};
      case 1:
        return Redo{};
      case 2:
        return SetNote{skill(), std::to_string(random.Below(9))};
      case 3:
        return MarkKnown{skill()};
      case 4: {
        StoredRoadmap stored;
        stored.progress.Set(skill(), SkillState::kLearning);
        return JoinStored{stored};
      }
      default:
        return SetState{{skill(), kGroups[random.Below(std::size(kGroups))]}, static_cast<SkillState>(random.Below(4))};
    }
  };
  for (int i = 0; i < 2'000; ++i) {
    Update(state, any());
    REQUIRE((state.summary == ProgressSummary::Of(GraphOf(state), RoadmapOf(state), state.progress)));
  }
}
