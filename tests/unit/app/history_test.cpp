#include "app/history.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace waymark;

namespace {

HistoryStep Step(std::uint32_t key, SkillState before, SkillState after, std::uint64_t merge_key = 0) {
  HistoryStep step{.label = Message(std::string("step")), .merge_key = merge_key};
  step.states[SkillKey{key}] = {before, after};
  return step;
}

}  // namespace

TEST_CASE("History_ForgetsTheOldestBeyondItsBound") {
  History history;
  for (std::uint32_t i = 1; i <= kMaxHistorySteps + 5; ++i)
    history.Record(Step(i, SkillState::kNotStarted, SkillState::kDone));
  CHECK(history.done.size() == kMaxHistorySteps);
  CHECK(history.done.front().states.begin()->first == SkillKey{6});
}

TEST_CASE("History_MergesStepsOfOneKey") {
  History history;
  history.Record(Step(1, SkillState::kNotStarted, SkillState::kLearning, 7));
  history.Record(Step(1, SkillState::kLearning, SkillState::kDone, 7));
  REQUIRE(history.done.size() == 1);
  CHECK(history.done[0].states.at(SkillKey{1}).before == SkillState::kNotStarted);
  CHECK(history.done[0].states.at(SkillKey{1}).after == SkillState::kDone);

  SECTION("and drops what ends where it began") {
    history.Record(Step(1, SkillState::kDone, SkillState::kNotStarted, 7));
    CHECK(history.done.empty());
  }
  SECTION("but not once sealed") {
    history.Seal();
    history.Record(Step(1, SkillState::kDone, SkillState::kLearning, 7));
    CHECK(history.done.size() == 2);
  }
}

TEST_CASE("History_ANewStepEndsRedo") {
  History history;
  history.undone.push_back(Step(1, SkillState::kNotStarted, SkillState::kDone));
  history.Record({});
  CHECK(history.CanRedo());
  history.Record(Step(2, SkillState::kNotStarted, SkillState::kDone));
  CHECK_FALSE(history.CanRedo());
}
