#include "app/store.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/memory_host.hpp"

using namespace waymark;

namespace {

constexpr std::string_view kMap = "road";

StoredRoadmap Marked(std::uint32_t key, SkillState state = SkillState::kDone) {
  StoredRoadmap stored;
  stored.progress.Set(SkillKey{key}, state);
  return stored;
}

std::string& SlotText(MemoryHost& host, int slot) { return (*host.items)[SlotKey(kMap, slot)]; }

std::uint64_t Generation(MemoryHost& host, int slot) { return ReadSlot(SlotText(host, slot)).value().generation; }

// A slot as a later Waymark would write it: its first line is the same in all versions.
constexpr std::string_view kNewerSlot = "waymark 2 5 eacf97ba\n{\"format\":\"waymark-progress\",\"version\":2}";

}  // namespace

TEST_CASE("Store_LoadsNothingWhereNothingIs") {
  MemoryHost host;
  const auto loaded = Store(host).Load(kMap);
  CHECK_FALSE(loaded.stored);
  CHECK_FALSE(loaded.problem);
  CHECK(host.writes == 0);
}

TEST_CASE("Store_WritesTheTwoSlotsInTurn") {
  MemoryHost host;
  Store store(host);
  for (std::uint32_t i = 1; i <= 5; ++i) {
    REQUIRE(store.Save(kMap, Marked(i)));
    CHECK(Generation(host, (i + 1) % 2) == i);
    if (i > 1) CHECK(Generation(host, i % 2) == i - 1);
  }
  CHECK(store.Load(kMap).stored->progress.skills.size() == 5);
  CHECK(host.items->size() == 2);
}

TEST_CASE("Store_JoinsProgressAndTakesTheGivenPositions") {
  MemoryHost host;
  Store store(host);
  StoredRoadmap first = Marked(1);
  first.pins[SkillKey{1}] = {3, 4};
  first.expanded = {SkillKey{1}};
  REQUIRE(store.Save(kMap, first));
  StoredRoadmap second = Marked(2);
  second.pins[SkillKey{2}] = {5, 6};
  const auto saved = store.Save(kMap, second);
  REQUIRE(saved);
  CHECK(saved->progress.skills.size() == 2);
  CHECK(saved->pins == second.pins);
  CHECK(store.Load(kMap).stored == *saved);
}

TEST_CASE("Store_WritesNothingThatIsThereAlready") {
  MemoryHost host;
  Store store(host);
  REQUIRE(store.Save(kMap, Marked(1)));
  REQUIRE(store.Save(kMap, Marked(1)));
  CHECK(host.writes == 1);
}

TEST_CASE("Store_KeepsRoadmapsApart") {
  MemoryHost host;
  Store store(host);
  REQUIRE(store.Save("one", Marked(1)));
  REQUIRE(store.Save("two", Marked(2)));
  CHECK(store.Load("one").stored->progress == Marked(1).progress);
  CHECK(store.Load("two").stored->progress == Marked(2).progress);
  for (const auto& [key, text] : *host.items) CHECK(key.starts_with("waymark:"));
}

TEST_CASE("Store_AnyDamagedByteLeavesTheOtherSlot") {
  MemoryHost original;
  Store writer(original);
  REQUIRE(writer.Save(kMap, Marked(1)));
  REQUIRE(writer.Save(kMap, Marked(2)));
  for (int slot = 0; slot < 2; ++slot) {
    const StoredRoadmap other = ReadSlot(SlotText(original, 1 - slot))->stored;
    const std::size_t size = SlotText(original, slot).size();
    for (std::size_t at = 0; at < size; ++at) {
      for (const int bits : {0x01, 0x10, 0x80, 0xFF}) {
        MemoryHost host(std::make_shared<MemoryHost::Items>(*original.items));
        char& byte = SlotText(host, slot)[at];
        byte = static_cast<char>(byte ^ bits);
        Store store(host);
        const auto loaded = store.Load(kMap);
        REQUIRE(loaded.stored == other);
        REQUIRE_FALSE(loaded.problem);
        // The next save replaces the damaged slot and leaves the good one.
        const std::string good = SlotText(host, 1 - slot);
        REQUIRE(store.Save(kMap, Marked(3)));
        REQUIRE(SlotText(host, 1 - slot) == good);
        REQUIRE(ReadSlot(SlotText(host, slot)));
      }
    }
  }
}

TEST_CASE("Store_SaysWhenBothSlotsAreDamaged") {
  MemoryHost host;
  SlotText(host, 0) = "rubbish";
  SlotText(host, 1) = "";
  Store store(host);
  const auto loaded = store.Load(kMap);
  CHECK_FALSE(loaded.stored);
  REQUIRE(loaded.problem);
  CHECK(loaded.problem->code == ErrorCode::kDamaged);
  CHECK(SlotText(host, 0) == "rubbish");
  CHECK(store.Save(kMap, Marked(1)));
  CHECK(store.Load(kMap).stored == Marked(1));
}

TEST_CASE("Store_NeverOverwritesANewerVersion") {
  MemoryHost host;
  Store store(host);
  REQUIRE(store.Save(kMap, Marked(1)));
  SlotText(host, 1) = kNewerSlot;
  REQUIRE(ReadSlot(SlotText(host, 1)).error().code == ErrorCode::kVersion);
  const auto before = *host.items;

  const auto loaded = store.Load(kMap);
  CHECK(loaded.stored == Marked(1));
  REQUIRE(loaded.problem);
  CHECK(loaded.problem->code == ErrorCode::kVersion);
  const auto saved = store.Save(kMap, Marked(2));
  REQUIRE_FALSE(saved);
  CHECK(saved.error().code == ErrorCode::kVersion);
  CHECK(*host.items == before);
}

TEST_CASE("Store_ReportsRefusalAndKeepsWhatWasThere") {
  MemoryHost host;
  Store store(host);
  REQUIRE(store.Save(kMap, Marked(1)));
  const auto before = *host.items;
  host.room = 10;
  const auto full = store.Save(kMap, Marked(2));
  REQUIRE_FALSE(full);
  CHECK(full.error().code == ErrorCode::kStorage);
  CHECK(*host.items == before);

  host.refuses = true;
  CHECK(store.Load(kMap).problem->code == ErrorCode::kStorage);
  CHECK_FALSE(store.Save(kMap, Marked(2)));
  CHECK_FALSE(store.LoadDark());
  CHECK_FALSE(store.SaveDark(true));
}

TEST_CASE("Store_ADeadPageLosesOnlyTheSaveItDiedIn") {
  for (int steps = 0; steps < 12; ++steps) {
    MemoryHost dying;
    REQUIRE(Store(dying).Save(kMap, Marked(1)));
    REQUIRE(Store(dying).Save(kMap, Marked(2)));
    dying.steps_to_live = steps;
    const auto saved = Store(dying).Save(kMap, Marked(3));
    MemoryHost next(dying.items);
    const auto loaded = Store(next).Load(kMap);
    REQUIRE(loaded.stored);
    CHECK_FALSE(loaded.problem);
    CHECK(loaded.stored->progress.State(SkillKey{1}) == SkillState::kDone);
    CHECK(loaded.stored->progress.State(SkillKey{2}) == SkillState::kDone);
    if (saved) CHECK(loaded.stored->progress.State(SkillKey{3}) == SkillState::kDone);
  }
}

TEST_CASE("Store_AnotherTabsWriteInBetweenIsSeenWhenRead") {
  MemoryHost mine;
  MemoryHost other(mine.items);
  Store store(mine), other_store(other);
  REQUIRE(store.Save(kMap, Marked(1)));
  mine.before_write = [&] { REQUIRE(other_store.Save(kMap, Marked(2))); };
  REQUIRE(store.Save(kMap, Marked(3)));
  // Without a lock the other's write is gone from the store; it has it still, and joins it when it hears of ours.
  const auto both = other_store.Save(kMap, Marked(2));
  REQUIRE(both);
  CHECK(both->progress.skills.size() == 3);
}

TEST_CASE("Store_TooMuchIsRefusedBeforeItPushesOutWhatIsThere") {
  MemoryHost host;
  Store store(host);
  REQUIRE(store.Save(kMap, Marked(1)));
  StoredRoadmap large = Marked(2);
  for (std::uint32_t key = 1; key * kMaxNoteBytes <= kMaxStoredBytes + kMaxNoteBytes; ++key) {
    large.progress.SetNote(SkillKey{key}, std::string(kMaxNoteBytes, 'x'));
  }
  const auto before = *host.items;
  const auto saved = store.Save(kMap, large);
  REQUIRE_FALSE(saved);
  CHECK(saved.error().code == ErrorCode::kTooLarge);
  CHECK(*host.items == before);
}

TEST_CASE("Store_RemembersTheThemeBesideWhatItDoesNotKnow") {
  MemoryHost host;
  Store store(host);
  CHECK(store.LoadDark() == std::nullopt);
  (*host.items)[std::string(kSettingsKey)] = R"({"language":"fr","theme":"pink"})";
  CHECK(store.LoadDark() == std::nullopt);
  REQUIRE(store.SaveDark(false));
  CHECK(store.LoadDark() == false);
  CHECK((*host.items)[std::string(kSettingsKey)] == R"({"language":"fr","theme":"light"})");
  (*host.items)[std::string(kSettingsKey)] = "rubbish";
  CHECK(store.LoadDark() == std::nullopt);
  REQUIRE(store.SaveDark(true));
  CHECK(store.LoadDark() == true);
}
