#include <catch2/catch_test_macros.hpp>

#include "app/update.hpp"
#include "cli/english.hpp"
#include "plan/filter.hpp"
#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

struct App {
  AppState state;
  App() {
    Update(state, Resize{kWindow});
    OpenInState(state, OpenSample(), {});
  }
  void Send(const Command& command) { Update(state, command); }
  // The keys of the skills that match.
  std::set<SkillKey> Matching() const {
    std::set<SkillKey> keys;
    for (const SkillKey key : kSkills) {
      if (!state.matches.Faded(NodeOf(state, key))) keys.insert(key);
    }
    return keys;
  }
};

using Keys = std::set<SkillKey>;

}  // namespace

TEST_CASE("SetFilter_MatchesAnyOfAPartAndAllParts") {
  App app;
  app.Send(SetState{{kAlgebra}, SkillState::kDone});
  app.Send(SetState{{kPython}, SkillState::kLearning});
  CHECK_FALSE(app.state.matches.Active());
  app.Send(SetFilter{{.marks = {StateMark::kDone}}});
  CHECK(app.Matching() == Keys{kAlgebra});
  CHECK(app.state.matches.whole == 1);
  CHECK(app.state.matches.skills == std::size(kSkills));
  app.Send(SetFilter{{.marks = {StateMark::kDone, StateMark::kLearning}}});
  CHECK(app.Matching() == Keys{kAlgebra, kPython});
  app.Send(SetFilter{{.marks = {StateMark::kAvailable}, .tracks = {kMath}}});
  CHECK(app.Matching() == Keys{kCalculus, kStatistics});
  CHECK(app.state.matches.count[NodeOf(app.state, kMath)] == 2);
  CHECK(app.state.matches.Faded(NodeOf(app.state, kCode)));
  app.Send(SetFilter{{.kinds = {FilterKind::kOptional}}});
  CHECK(app.Matching().empty());
  app.Send(SetFilter{});
  CHECK_FALSE(app.state.matches.Active());
}

TEST_CASE("SetFilter_FollowsProgressAndNeverLaysOut") {
  App app;
  const int layouts = app.state.layouts_made;
  const Camera camera = app.state.camera;
  app.Send(SetFilter{{.marks = {StateMark::kDone}}});
  CHECK(app.Matching().empty());
  app.Send(SetState{{kPython}, SkillState::kDone});
  CHECK(app.Matching() == Keys{kPython});
  CHECK(app.state.layouts_made == layouts);
  CHECK(app.state.camera == camera);
}

TEST_CASE("SetHideDone_GivesWayToStatesAskedFor") {
  App app;
  app.Send(SetState{{kAlgebra}, SkillState::kDone});
  app.Send(SetState{{kPython}, SkillState::kSkipped});
  app.Send(SetHideDone{true});
  CHECK(app.Matching() == Keys{kCalculus, kStatistics, kArrays, kNetworks, kVision, kBasics});
  app.Send(SetFilter{{.marks = {StateMark::kDone}}});
  CHECK(app.Matching() == Keys{kAlgebra});
}

TEST_CASE("ShowRelated_HighlightsTheWayAndWhatItOpens") {
  App app;
  app.Send(SetState{{kAlgebra}, SkillState::kDone});
  app.Send(ShowRelated{kNetworks, FilterRelation::kRemainingPrerequisites});
  CHECK(app.state.selected == kNetworks);
  CHECK(app.Matching() == Keys{kNetworks, kArrays, kCalculus, kPython});
  app.Send(ShowRelated{kArrays, FilterRelation::kUnlocks});
  CHECK(app.Matching() == Keys{kArrays, kNetworks, kVision, kBasics});
  app.Send(ShowRelated{kCode, FilterRelation::kUnlocks});
  CHECK(app.Matching() == Keys{kPython, kArrays, kNetworks, kVision, kBasics});
}

TEST_CASE("MarkKnown_MarksAllBelowInOneStep") {
  App app;
  app.Send(SetState{{kPython}, SkillState::kSkipped});
  app.Send(MarkKnown{kNetworks});
  for (const SkillKey key : {kNetworks, kArrays, kCalculus, kAlgebra})
    CHECK(app.state.progress.State(key) == SkillState::kDone);
  CHECK(app.state.progress.State(kPython) == SkillState::kSkipped);
  CHECK(app.state.progress.State(kStatistics) == SkillState::kNotStarted);
  CHECK(English(app.state.history.done.back().label) == "Mark ‘Neural networks’ and 3 skills below it done");
  app.Send(Undo{});
  for (const SkillKey key : {kNetworks, kArrays, kCalculus, kAlgebra})
    CHECK(app.state.progress.State(key) == SkillState::kNotStarted);
  app.Send(MarkKnown{kMath});
  for (const SkillKey key : {kAlgebra, kCalculus, kStatistics})
    CHECK(app.state.progress.State(key) == SkillState::kDone);
}

TEST_CASE("Arrivals_AreWhatOthersChanged") {
  App app;
  app.Send(SetState{{kAlgebra}, SkillState::kLearning});
  CHECK(app.state.arrived.empty());
  StoredRoadmap stored;
  stored.progress.Set(kAlgebra, SkillState::kDone);
  stored.progress.Set(kPython, SkillState::kLearning);
  app.Send(JoinStored{stored});
  REQUIRE(app.state.arrived.size() == 2);
  CHECK(app.state.arrived.at(kAlgebra).before == SkillState::kLearning);
  CHECK(app.state.arrived.at(kPython).from == ArrivalFrom::kTab);
}

TEST_CASE("Select_FlashesOnceItHasArrivedAndNotUnderReducedMotion") {
  App app;
  app.Send(Select{kVision, true, true});
  REQUIRE(app.state.flash);
  CHECK(app.state.flash->phase == 0);
  int frames = 0;
  for (; Animating(app.state) && frames < 200; ++frames) app.Send(Tick{app.state.now_ms + 16});
  CHECK(frames < 200);
  CHECK_FALSE(app.state.flash);
  app.Send(SetReducedMotion{true});
  app.Send(Select{kAlgebra, true, true});
  CHECK_FALSE(Animating(app.state));
}

TEST_CASE("Resize_KeepsTheSelectedCardBesideAPanel") {
  App app;
  app.Send(SetReducedMotion{true});
  app.Send(Select{kPython, true});
  app.Send(LookAt{{app.state.layout.rect[NodeOf(app.state, kPython)].Center() - WorldVector{0, 200}, 1}});
  const auto card = [&] {
    return ToScreen(app.state.camera, app.state.viewport, app.state.layout.rect[NodeOf(app.state, kPython)]).Center();
  };
  REQUIRE(app.state.viewport.Clear().Contains(card()));
  Viewport covered = app.state.viewport;
  covered.inset_bottom = covered.height / 2 - 60;
  REQUIRE_FALSE(covered.Clear().Contains(card()));
  app.Send(Resize{covered});
  CHECK(covered.Clear().Contains(card()));
}
