#include "progress/progress.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <span>
#include <string>
#include <vector>

#include "support/generators.hpp"
#include "support/trials.hpp"

namespace waymark {
namespace {

constexpr std::array kStates = {SkillState::kNotStarted, SkillState::kSkipped, SkillState::kLearning,
                                SkillState::kDone};

TEST_CASE("Register_MovesUpwardAndHoldsTheState") {
  for (const SkillState from : kStates) {
    for (const SkillState to : kStates) {
      const Register before{7, from};
      const Register after = Moved(before, to);
      CHECK(after.state == to);
      CHECK(after >= before);
      CHECK((after == before) == (from == to));
      // Nothing lower holds the state and is above: one step down in epoch would be below `before`.
      CHECK((after.epoch == 7 || Register{after.epoch - 1, to} < before));
    }
  }
}

TEST_CASE("Register_AtTheLastEpochOnlyMovesUp") {
  const Register last{kMaxEpoch, SkillState::kLearning};
  CHECK(Moved(last, SkillState::kNotStarted) == last);
  CHECK(Moved(last, SkillState::kDone) == Register{kMaxEpoch, SkillState::kDone});
}

TEST_CASE("Progress_RemembersTheLastStateSet") {
  test::Random random(7);
  Progress progress;
  for (int i = 0; i < 200; ++i) {
    const SkillState state = kStates[random.Below(4)];
    progress.Set(SkillKey{9}, state);
    REQUIRE(progress.State(SkillKey{9}) == state);
  }
  CHECK(progress.State(SkillKey{10}) == SkillState::kNotStarted);
}

TEST_CASE("Progress_KeepsNothingForASkillThatWasNeverStarted") {
  Progress progress;
  progress.Set(SkillKey{1}, SkillState::kNotStarted);
  progress.SetNote(SkillKey{1}, "");
  CHECK(progress == Progress{});
}

TEST_CASE("Progress_JoinIsASemilattice", "[prove]") {
  test::Random random(8);
  for (std::size_t round = test::Trials(3000); round > 0; --round) {
    const Progress a = test::RandomProgress(random, 12);
    const Progress b = test::RandomProgress(random, 12);
    const Progress c = test::RandomProgress(random, 12);
    if (Join(a, b) != Join(b, a) || Join(a, Join(b, c)) != Join(Join(a, b), c) || Join(a, a) != a ||
        Join(a, Progress{}) != a) {
      FAIL("with " << round << " rounds left");
    }
  }
  SUCCEED();
}

TEST_CASE("Note_JoinIsASemilatticeBeyondTheCap", "[prove]") {
  test::Random random(9);
  const auto make = [&] {
    Note note{random.Between(1, 2), {}};
    for (std::uint32_t i = random.Below(kMaxNoteTexts + 1); i > 0; --i)
      note.texts.insert(std::to_string(random.Below(40)));
    return note;
  };
  for (std::size_t round = test::Trials(3000); round > 0; --round) {
    const Note a = make(), b = make(), c = make();
    const Note joined = Join(a, b);
    if (joined != Join(b, a) || Join(a, Join(b, c)) != Join(joined, c) || Join(a, a) != a ||
        joined.texts.size() > kMaxNoteTexts) {
      FAIL("with " << round << " rounds left");
    }
  }
  SUCCEED();
}

TEST_CASE("Progress_ReplicasConvergeWhateverArrivesWhenAndHowOften", "[prove]") {
  // Messages between five replicas: copies of what the sender had, delivered late, in any order, again, or never.
  test::Random random(10);
  for (std::size_t round = test::Trials(3000) / 100; round > 0; --round) {
    std::array<Progress, 5> replicas;
    std::vector<Progress> on_the_way;
    for (int step = 0; step < 100; ++step) {
      Progress& here = replicas[random.Below(replicas.size())];
      if (random.OneIn(4)) {
        on_the_way.push_back(here);
      } else if (random.OneIn(3) && !on_the_way.empty()) {
        here = Join(here, on_the_way[random.Below(on_the_way.size())]);
      } else if (random.OneIn(4)) {
        here.SetNote(SkillKey{random.Between(1, 6)}, "note " + std::to_string(random.Below(5)));
      } else {
        here.Set(SkillKey{random.Between(1, 6)}, kStates[random.Below(4)]);
      }
    }
    Progress all;
    for (const Progress& replica : replicas) all = Join(all, replica);
    // In the end everybody hears once of everybody, in an order of his own, among old messages that come again.
    const std::array<Progress, 5> said = replicas;
    for (Progress& here : replicas) {
      std::vector<Progress> heard(said.begin(), said.end());
      for (int i = 0; i < 5 && !on_the_way.empty(); ++i) heard.push_back(on_the_way[random.Below(on_the_way.size())]);
      random.Shuffle(std::span(heard));
      for (const Progress& message : heard) here = Join(here, message);
      if (here != all) FAIL("with " << round << " rounds left");
    }
  }
  SUCCEED();
}

TEST_CASE("Note_AnEditReplacesWhatItHasSeenAndConcurrentOnesStay") {
  Progress mine;
  mine.SetNote(SkillKey{1}, "first");
  Progress yours = mine;
  mine.SetNote(SkillKey{1}, "mine");
  yours.SetNote(SkillKey{1}, "yours");
  Progress both = Join(mine, yours);
  CHECK(both.notes[SkillKey{1}].texts == std::set<std::string>{"mine", "yours"});
  both.SetNote(SkillKey{1}, "settled");
  CHECK(Join(both, mine).notes[SkillKey{1}].texts == std::set<std::string>{"settled"});
  both.SetNote(SkillKey{1}, "");
  CHECK(Join(both, yours).notes[SkillKey{1}].texts.empty());
}

TEST_CASE("Note_SettingTheSameTextChangesNothing") {
  Progress progress;
  progress.SetNote(SkillKey{1}, "text");
  const Progress before = progress;
  progress.SetNote(SkillKey{1}, "text");
  CHECK(progress == before);
}

TEST_CASE("Note_IsCutBetweenCodePoints") {
  Progress progress;
  std::string text(kMaxNoteBytes - 1, 'x');
  progress.SetNote(SkillKey{1}, text + "é");
  CHECK(progress.notes[SkillKey{1}].texts == std::set<std::string>{text});
}

TEST_CASE("Schedule_TheLastValueSetWinsWhateverItIs") {
  Progress here;
  here.schedule.minutes_per_week.Set(600);
  Progress there = here;
  there.schedule.minutes_per_week.Set(120);
  there.schedule.start_day.Set(20'786);
  const Progress both = Join(here, there);
  CHECK(both.schedule.minutes_per_week.value == 120);
  CHECK(both.schedule.start_day.value == 20'786);
  there.schedule.minutes_per_week.Set(0);
  CHECK(Join(both, there).schedule.minutes_per_week.value == 0);
}

TEST_CASE("Schedule_SettingTheSameChangesNothing") {
  Schedule schedule;
  CHECK(schedule.minutes_per_week.Set(0));
  CHECK(schedule == Schedule{});
  CHECK(schedule.minutes_per_week.Set(480));
  const Schedule before = schedule;
  CHECK(schedule.minutes_per_week.Set(480));
  CHECK(schedule == before);
}

TEST_CASE("Schedule_WhatComesInPinsNothing") {
  const ValueRegister<std::uint16_t> mine{2, 480}, pinned{kMaxEpoch, 60};
  ValueRegister<std::uint16_t> taken = Entered(mine, pinned);
  CHECK(taken == ValueRegister<std::uint16_t>{3, 60});
  CHECK(taken.Set(240));
  CHECK(taken.value == 240);
  // The same in other words, and what is older, changes nothing.
  CHECK(Entered(mine, {9, 480}) == mine);
  CHECK(Entered(mine, {1, 600}) == mine);
  ValueRegister<std::uint16_t> last{kMaxEpoch, 60};
  CHECK_FALSE(last.Set(30));
}

}  // namespace
}  // namespace waymark
