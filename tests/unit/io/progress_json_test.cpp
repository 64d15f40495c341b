#include "io/progress_json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/files.hpp"
#include "support/random_stored.hpp"

namespace waymark {
namespace {

ErrorCode CodeOf(std::string_view text) {
  const auto stored = ReadStored(text);
  REQUIRE_FALSE(stored);
  CHECK_FALSE(stored.error().message.empty());
  return stored.error().code;
}

std::string With(std::string_view members) {
  return R"({"format":"waymark-progress","version":1,)" + std::string(members) + "}";
}

TEST_CASE("Stored_RoundTripsAndIsCanonical") {
  test::Random random(18);
  for (int round = 0; round < 300; ++round) {
    const StoredRoadmap stored = test::RandomStored(random);
    const std::string text = WriteStored(stored);
    const auto again = ReadStored(text);
    REQUIRE(again);
    REQUIRE(*again == stored);
    REQUIRE(WriteStored(*again) == text);
  }
}

TEST_CASE("Stored_OfNothingIsShort") {
  CHECK(WriteStored({}) == R"({"format":"waymark-progress","version":1})");
  CHECK(ReadStored(WriteStored({})) == StoredRoadmap{});
}

TEST_CASE("Stored_RefusesWhatCantBeRight") {
  CHECK(CodeOf("") == ErrorCode::kSyntax);
  CHECK(CodeOf("[]") == ErrorCode::kSchema);
  CHECK(CodeOf(R"({"format":"waymark-roadmap","version":1})") == ErrorCode::kSchema);
  CHECK(CodeOf(R"({"format":"waymark-progress"})") == ErrorCode::kSchema);
  CHECK(CodeOf(R"({"format":"waymark-progress","version":3,"skills":"?"})") == ErrorCode::kVersion);
  for (const std::string_view members : {R"("skills":{})",
                                         R"("skills":[[1,0]])",
                                         R"("skills":[[0,0,1]])",
                                         R"("skills":[[1,0,4]])",
                                         R"("skills":[[1,0,0]])",
                                         R"("skills":[[1,1000001,1]])",
                                         R"("skills":[[1,0.5,1]])",
                                         R"("skills":[[1,0,1],[1,0,2]])",
                                         R"("skills":[[1000001,0,1]])",
                                         R"("skills":["x"])",
                                         R"("notes":[[1,1,"x"],7])",
                                         R"("notes":[[1,1,[""]]])",
                                         R"("notes":[[1,0,["x"]]])",
                                         R"("notes":[[1,1,["1","2","3","4","5","6","7","8","9"]]])",
                                         R"("pins":[[1,2]])",
                                         R"("pins":[[1,1e30,0]])",
                                         R"("expanded":["1"])",
                                         R"("pace":480)",
                                         R"("pace":[0,480])",
                                         R"("pace":[1,10081])",
                                         R"("pace":[1,1.5])",
                                         R"("pace":[1])",
                                         R"("start":[1,65536])",
                                         R"("start":[1,-1])",
                                         R"("start":[1000001,1])"}) {
    INFO(members);
    CHECK(CodeOf(With(members)) == ErrorCode::kSchema);
  }
  CHECK(CodeOf(With("\"x\":\"" + std::string(kMaxStoredBytes, 'x') + "\"")) == ErrorCode::kTooLarge);
}

TEST_CASE("Slot_RoundTrips") {
  test::Random random(19);
  for (const std::uint64_t generation : {std::uint64_t{0}, std::uint64_t{1}, ~std::uint64_t{0}}) {
    const Slot slot{generation, test::RandomStored(random)};
    const auto again = ReadSlot(WriteSlot(slot));
    REQUIRE(again);
    CHECK(again->generation == generation);
    CHECK(again->stored == slot.stored);
  }
}

TEST_CASE("Slot_IsDamagedByAnyChangedOrMissingByte") {
  test::Random random(20);
  const std::string text = WriteSlot({41, test::RandomStored(random)});
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const int flip : {1, 2, 4, 8, 16, 32, 64, 128, 0xFF}) {
      std::string changed = text;
      changed[i] = static_cast<char>(changed[i] ^ flip);
      const auto slot = ReadSlot(changed);
      REQUIRE_FALSE(slot);
      REQUIRE(slot.error().code == ErrorCode::kDamaged);
    }
    REQUIRE_FALSE(ReadSlot(text.substr(0, i)));
  }
}

TEST_CASE("Slot_OfANewerWaymarkIsToldFromADamagedOne") {
  const std::string newer = test::ReadSource("tests/fixtures/slot.newer.txt");
  const auto slot = ReadSlot(newer);
  REQUIRE_FALSE(slot);
  CHECK(slot.error().code == ErrorCode::kVersion);
  std::string damaged = newer;
  damaged.back() = '!';
  CHECK(ReadSlot(damaged).error().code == ErrorCode::kDamaged);
}

TEST_CASE("Slot_OfVersion1StillOpens") {
  const auto slot = ReadSlot(test::ReadSource("tests/fixtures/slot.v1.txt"));
  REQUIRE(slot);
  CHECK(slot->generation == 7);
  const Progress& progress = slot->stored.progress;
  CHECK(progress.skills == std::map<SkillKey, Register>{{{1}, {0, SkillState::kDone}},
                                                        {{2}, {3, SkillState::kLearning}},
                                                        {{5}, {1, SkillState::kNotStarted}},
                                                        {{900000}, {0, SkillState::kSkipped}}});
  CHECK(progress.notes ==
        std::map<SkillKey, Note>{{{1}, {2, {"Read \"it\" twice.\nThen built it.", "更多"}}}, {{5}, {1, {}}}});
  CHECK(slot->stored.pins == std::map<SkillKey, WorldVector>{{{2}, {-12.5f, 300}}});
  CHECK(slot->stored.expanded == std::vector<SkillKey>{{1}, {4}});
  CHECK(slot->stored.extra == R"({"theirs":{"kept":true}})");
}

TEST_CASE("Slot_OfVersion2StillOpens") {
  const auto slot = ReadSlot(test::ReadSource("tests/fixtures/slot.v2.txt"));
  REQUIRE(slot);
  CHECK(slot->generation == 8);
  CHECK(slot->stored.progress.State(SkillKey{2}) == SkillState::kLearning);
  CHECK(slot->stored.progress.schedule == Schedule{{3, 480}, {1, 20786}});
  CHECK(slot->stored.extra == R"({"theirs":{"kept":true}})");
  CHECK(WriteSlot(*slot) == test::ReadSource("tests/fixtures/slot.v2.txt"));
}

TEST_CASE("Slot_SaysOnlyWhatItNeedsANewerVersionFor") {
  // A page that knows version 1 alone refuses what it would drop, and goes on reading everything else.
  Slot slot{1, {}};
  slot.stored.progress.Set(SkillKey{1}, SkillState::kDone);
  CHECK(WriteSlot(slot).starts_with("waymark 1 "));
  slot.stored.progress.schedule.minutes_per_week.Set(300);
  CHECK(WriteSlot(slot).starts_with("waymark 2 "));
  CHECK(WriteStored(slot.stored).contains(R"("version":2)"));
}

}  // namespace
}  // namespace waymark
