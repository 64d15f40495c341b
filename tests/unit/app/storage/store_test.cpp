#include "app/storage/store.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <vector>

#include "support/files.hpp"
#include "support/memory_host.hpp"

using namespace waymark;

namespace {

constexpr std::string_view kMap = "road";

StoredRoadmap Marked(std::uint32_t key, SkillState state = SkillState::kDone) {
  StoredRoadmap stored;
  stored.progress.Set(SkillKey{key}, state);
  return stored;
}

void Put(MemoryHost& host, const std::string& text) { (*host.items)[SlotKey(kMap, text)] = text; }

// The keys of the slots that read well, from the lowest generation up, then the others.
std::vector<std::string> SlotKeys(const MemoryHost& host) {
  std::vector<std::string> keys;
  for (const auto& [key, text] : *host.items) keys.push_back(key);
  const auto generation = [&](const std::string& key) {
    const auto slot = ReadSlot(host.items->at(key));
    return slot ? slot->generation : ~std::uint64_t{0};
  };
  std::ranges::stable_sort(keys, {}, generation);
  return keys;
}

std::uint64_t Generation(const MemoryHost& host, const std::string& key) {
  return ReadSlot(host.items->at(key)).value().generation;
}

// A slot as a later Waymark would write it: its first line is the same in all versions.
constexpr std::string_view kNewerSlot = "waymark 9 5 2a166143\n{\"format\":\"waymark-progress\",\"version\":9}";

}  // namespace

TEST_CASE("Store_LoadsNothingWhereNothingIs") {
  MemoryHost host;
  const auto loaded = Store(host).Load(kMap);
  CHECK_FALSE(loaded.stored);
  CHECK_FALSE(loaded.problem);
  CHECK(host.writes == 0);
}

TEST_CASE("Store_KeepsTheTwoNewestOfWhatItWrote") {
  MemoryHost host;
  Store store(host);
  for (std::uint32_t i = 1; i <= 5; ++i) {
    REQUIRE(store.Save(kMap, Marked(i)));
    const auto keys = SlotKeys(host);
    REQUIRE(keys.size() == std::min(i, 2u));
    CHECK(Generation(host, keys.back()) == i);
    CHECK(Generation(host, keys.front()) == std::max(i, 2u) - 1);
  }
  CHECK(store.Load(kMap).stored->progress.skills.size() == 5);
}

TEST_CASE("Store_NeverWritesOneKeyTwice") {
  // Going to and fro brings the same progress back, but never under the same name.
  MemoryHost host;
  Store store(host);
  std::set<std::string> seen;
  for (int i = 0; i < 50; ++i) {
    StoredRoadmap stored;
    stored.pins[SkillKey{1}] = {static_cast<float>(i % 2), 0};
    REQUIRE(store.Save(kMap, stored));
    CHECK(seen.insert(SlotKeys(host).back()).second);
  }
}

TEST_CASE("Store_ReadsTheSlotsOfEarlierPagesAndTakesThemOver") {
  MemoryHost host;
  (*host.items)["waymark:road:a"] = WriteSlot({8, Marked(1)});
  (*host.items)["waymark:road:b"] = WriteSlot({9, Marked(2)});
  (*host.items)["waymark:road:seen"] = "[[1,\"One\"]]";
  Store store(host);
  CHECK(store.Load(kMap).stored->progress == Join(Marked(1).progress, Marked(2).progress));
  REQUIRE(store.Save(kMap, Marked(3)));
  REQUIRE(store.Save(kMap, Marked(4)));
  CHECK(store.Load(kMap).stored->progress.skills.size() == 4);
  CHECK_FALSE(host.items->contains("waymark:road:a"));
  CHECK_FALSE(host.items->contains("waymark:road:b"));
  CHECK(host.items->contains("waymark:road:seen"));
  CHECK(host.items->size() == 3);
}

TEST_CASE("Store_OpensTheFixtureOfEveryReleasedFormat") {
  MemoryHost host;
  Put(host, test::ReadSource("tests/fixtures/slot.v1.txt"));
  Store store(host);
  REQUIRE(store.Load(kMap).stored);
  REQUIRE(store.Save(kMap, Marked(77)));
  const StoredRoadmap now = *store.Load(kMap).stored;
  CHECK(now.progress.State(SkillKey{77}) == SkillState::kDone);
  CHECK(now.progress.State(SkillKey{1}) == SkillState::kDone);
  CHECK(now.progress.State(SkillKey{2}) == SkillState::kLearning);
  CHECK(now.progress.notes.at(SkillKey{1}).texts.size() == 2);
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
  const auto keys = SlotKeys(original);
  REQUIRE(keys.size() == 2);
  for (std::size_t slot = 0; slot < 2; ++slot) {
    const std::string& good = original.items->at(keys[1 - slot]);
    const StoredRoadmap other = ReadSlot(good)->stored;
    const std::size_t size = original.items->at(keys[slot]).size();
    for (std::size_t at = 0; at < size; ++at) {
      for (const int bits : {0x01, 0x10, 0x80, 0xFF}) {
        MemoryHost host(std::make_shared<MemoryHost::Items>(*original.items));
        char& byte = host.items->at(keys[slot])[at];
        byte = static_cast<char>(byte ^ bits);
        Store store(host);
        const auto loaded = store.Load(kMap);
        REQUIRE(loaded.stored == other);
        REQUIRE_FALSE(loaded.problem);
        // The next save replaces the damaged slot and leaves the good one.
        REQUIRE(store.Save(kMap, Marked(3)));
        REQUIRE(host.items->size() == 2);
        REQUIRE(host.items->at(keys[1 - slot]) == good);
        for (const auto& [key, text] : *host.items) REQUIRE(ReadSlot(text));
      }
    }
  }
}

TEST_CASE("Store_SaysWhenAllSlotsAreDamagedAndKeepsThemUntilTwoGoodOnesAreThere") {
  MemoryHost host;
  const auto contains = [&](std::string_view text) {
    return std::ranges::any_of(*host.items, [&](const auto& item) { return item.second == text; });
  };
  Put(host, "rubbish");
  Put(host, "");
  Store store(host);
  const auto loaded = store.Load(kMap);
  CHECK_FALSE(loaded.stored);
  REQUIRE(loaded.problem);
  CHECK(loaded.problem->code == ErrorCode::kDamaged);
  CHECK(store.Save(kMap, Marked(1)));
  CHECK(contains("rubbish"));
  CHECK(store.Load(kMap).stored == Marked(1));
  CHECK(store.Save(kMap, Marked(2)));
  CHECK_FALSE(contains("rubbish"));
  CHECK(host.items->size() == 2);
}

TEST_CASE("Store_NeverOverwritesANewerVersion") {
  MemoryHost host;
  Store store(host);
  REQUIRE(store.Save(kMap, Marked(1)));
  Put(host, std::string(kNewerSlot));
  REQUIRE(ReadSlot(kNewerSlot).error().code == ErrorCode::kVersion);
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

TEST_CASE("Store_InATightPlaceItGivesUpTheSpareCopyFirst") {
  MemoryHost host;
  Store store(host);
  REQUIRE(store.Save(kMap, Marked(1)));
  REQUIRE(store.Save(kMap, Marked(2)));
  std::size_t used = 0;
  for (const auto& [key, text] : *host.items) used += text.size();
  host.room = used + 20;  // two slots and a mark more, but not three
  REQUIRE(store.Save(kMap, Marked(3)));
  CHECK(host.items->size() == 2);
  CHECK(store.Load(kMap).stored->progress.skills.size() == 3);
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

TEST_CASE("Store_AnotherTabsWriteInBetweenStaysThoughThatTabIsGone") {
  MemoryHost mine;
  MemoryHost other(mine.items);
  Store store(mine), other_store(other);
  REQUIRE(store.Save(kMap, Marked(1)));
  mine.before_write = [&] { REQUIRE(other_store.Save(kMap, Marked(2))); };
  REQUIRE(store.Save(kMap, Marked(3)));
  CHECK(Store(mine).Load(kMap).stored->progress.skills.size() == 3);
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
