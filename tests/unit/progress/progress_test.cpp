#include "progress/progress.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

#include "support/generators.hpp"

namespace waymark {
namespace {

constexpr std::array kStates = {SkillState::kNotStarted, SkillState::kSkipped, SkillState::kLearning, SkillState::kDone};

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

TEST_CASE("Progress_JoinIsASemilattice") {
  test::Random random(8);
  for (int round = 0; round < 400; ++round) {
    const Progress a = test::RandomProgress(random, 12);
    const Progress b = test::RandomProgress(random, 12);
    const Progress c = test::RandomProgress(random, 12);
    REQUIRE(Join(a, b) == Join(b, a));
    REQUIRE(Join(a, Join(b, c)) == Join(Join(a, b), c));
    REQUIRE(Join(a, a) == a);
    REQUIRE(Join(a, Progress{}) == a);
  }
}

TEST_CASE("Note_JoinIsASemilatticeBeyondTheCap") {
  test::Random random(9);
  const auto make = [&] {
    Note note{random.Between(1, 2), {}};
    for (std::uint32_t i = random.Below(kMaxNoteTexts + 1); i > 0; --i) note.texts.insert(std::to_string(random.Below(40)));
    return note;
  };
  for (int round = 0; round < 2000; ++round) {
    const Note a = make(), b = make(), c = make();
    REQUIRE(Join(a, b) == Join(b, a));
    REQUIRE(Join(a, Join(b, c)) == Join(Join(a, b), c));
    REQUIRE(Join(a, a) == a);
    REQUIRE(Join(a, b).texts.size() <= kMaxNoteTexts);
  }
}

TEST_CASE("Progress_ReplicasConvergeWhateverArrivesWhenAndHowOften") {
  test::Random random(10);
  for (int round = 0; round < 30; ++round) {
    std::array<Progress, 5> replicas;
    for (int step = 0; step < 100; ++step) {
      Progress& here = replicas[random.Below(replicas.size())];
      if (random.OneIn(3)) {
        here = Join(here, replicas[random.Below(replicas.size())]);
      } else if (random.OneIn(4)) {
        here.SetNote(SkillKey{random.Between(1, 6)}, "note " + std::to_string(random.Below(5)));
      } else {
        here.Set(SkillKey{random.Between(1, 6)}, kStates[random.Below(4)]);
      }
    }
    Progress all;
    for (const Progress& replica : replicas) all = Join(all, replica);
    for (std::size_t i = 0; i < 40; ++i) {
      Progress& here = replicas[random.Below(replicas.size())];
      here = Join(here, replicas[random.Below(replicas.size())]);
    }
    for (Progress& here : replicas) {
      for (const Progress& other : replicas) here = Join(here, other);
      REQUIRE(here == all);
    }
  }
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

}  // namespace
}  // namespace waymark
