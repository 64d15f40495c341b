#include "app/storage/backup.hpp"

#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "app/engine.hpp"
#include "cli/english.hpp"
#include "support/memory_host.hpp"
#include "support/open_page.hpp"
#include "support/random_stored.hpp"
#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

struct Page : test::OpenPage {
  using OpenPage::OpenPage;

  void Mark(SkillKey key, SkillState state) { engine.Send(SetState{{key}, state}); }
  SkillState StateOf(SkillKey key) const { return engine.State().progress.State(key); }
};

// Progress on the open road (with skills that left it) and on two others, and settings.
std::shared_ptr<MemoryHost::Items> FullBrowser(test::Random& random) {
  auto items = std::make_shared<MemoryHost::Items>();
  MemoryHost host(items);
  Store store(host);
  for (const char* id : {"sample", "bread", "zen"}) REQUIRE(store.Save(id, test::RandomStored(random)));
  (*items)[std::string(kSettingsKey)] = R"({"theme":"light","hoursPerWeek":7,"later":[1,{"a":null}]})";
  (*items)["elsewhere"] = "not ours";
  return items;
}

Note NoteIn(const StoredRoadmap& stored, SkillKey key) {
  const auto found = stored.progress.notes.find(key);
  return found == stored.progress.notes.end() ? Note{} : found->second;
}

}  // namespace

TEST_CASE("Backup_ComesBackByteForByteAfterAllWasWiped") {
  test::Random random(11);
  for (int round = 0; round < 20; ++round) {
    Page page(FullBrowser(random));
    const std::string text = page.engine.WriteBackup();
    Page fresh;
    REQUIRE(fresh.engine.OpenBackup(text));
    fresh.engine.Send(ImportBackup{.unknown = true});
    CHECK(fresh.engine.WriteBackup() == text);
    CHECK(Page(fresh.host.items).engine.WriteBackup() == text);
  }
}

TEST_CASE("Backup_IsJoinedAndOverwritesNothing") {
  test::Random random(12);
  for (int round = 0; round < 20; ++round) {
    Page theirs(FullBrowser(random)), mine(FullBrowser(random));
    mine.Mark(kAlgebra, SkillState::kDone);
    const Backup before = ReadBackup(mine.engine.WriteBackup()).value();
    const Backup other = ReadBackup(theirs.engine.WriteBackup()).value();
    REQUIRE(mine.engine.OpenBackup(WriteBackup(other)));
    mine.engine.Send(ImportBackup{.unknown = true});
    const Backup after = ReadBackup(mine.engine.WriteBackup()).value();
    for (const auto& [id, stored] : before.roadmaps) {
      const StoredRoadmap& theirs_there = other.roadmaps.at(id);
      for (const auto& [key, reg] : after.roadmaps.at(id).progress.skills) {
        CHECK(reg.state == Join(stored.progress, theirs_there.progress).skills.at(key).state);
        const auto own = stored.progress.skills.find(key);
        if (own != stored.progress.skills.end()) CHECK(reg.epoch <= own->second.epoch + 1);
      }
      for (const auto& [key, note] : stored.progress.notes)
        CHECK(after.roadmaps.at(id).progress.notes.at(key) == Entered(note, NoteIn(theirs_there, key)));
      for (const auto& pin : stored.pins) CHECK(after.roadmaps.at(id).pins.at(pin.first) == pin.second);
    }
    CHECK(after.settings == before.settings);
  }
}

TEST_CASE("Backup_PreviewSaysWhatChangesAndChangesNothing") {
  Page page;
  page.Mark(kAlgebra, SkillState::kDone);
  page.Mark(kStatistics, SkillState::kDone);
  const auto items = *page.host.items;
  Backup backup;
  StoredRoadmap& theirs = backup.roadmaps["sample"];
  theirs.progress.Set(kPython, SkillState::kLearning);
  theirs.progress.Set(kAlgebra, SkillState::kLearning);
  theirs.progress.SetNote(kPython, "Read it.");
  theirs.progress.skills[kStatistics] = {3, SkillState::kNotStarted};
  theirs.pins[kMath] = {1, 2};
  backup.settings = {{"theme", "light"}};
  REQUIRE(page.engine.OpenBackup(WriteBackup(backup)));
  REQUIRE(page.engine.State().backup);
  const BackupPreview& preview = *page.engine.State().backup;
  REQUIRE(preview.changes.size() == 1);
  CHECK(preview.changes[0].forward == std::vector{kPython});
  CHECK(preview.changes[0].back == std::vector{kStatistics});
  CHECK(preview.changes[0].notes == std::vector{kPython});
  CHECK(preview.changes[0].cards == 1);
  CHECK(preview.settings == 1);
  CHECK(*page.host.items == items);
  page.engine.Send(DismissBackup{});
  CHECK_FALSE(page.engine.State().backup);
  page.engine.Send(ImportBackup{});
  CHECK(*page.host.items == items);
}

TEST_CASE("Backup_IsUndoneAsOneStep") {
  Page page;
  page.Mark(kAlgebra, SkillState::kLearning);
  Backup backup;
  StoredRoadmap& theirs = backup.roadmaps["sample"];
  theirs.progress.Set(kAlgebra, SkillState::kDone);
  theirs.progress.SetNote(kPython, "Read it.");
  theirs.pins[kMath] = {1, 2};
  REQUIRE(page.engine.OpenBackup(WriteBackup(backup)));
  page.engine.Send(ImportBackup{});
  CHECK(page.StateOf(kAlgebra) == SkillState::kDone);
  CHECK(English(page.engine.State().history.done.back().label) == "Join a backup");
  page.engine.Send(Undo{});
  CHECK(page.StateOf(kAlgebra) == SkillState::kLearning);
  CHECK(page.engine.State().progress.notes.empty());
  CHECK(page.engine.State().pins.empty());
  page.engine.Send(Redo{});
  CHECK(page.StateOf(kAlgebra) == SkillState::kDone);
  CHECK(page.engine.State().pins.size() == 1);
}

TEST_CASE("Backup_TellsWhatArrivedWithIt") {
  Page page;
  page.Mark(kAlgebra, SkillState::kDone);
  Backup backup;
  backup.roadmaps["sample"].progress.Set(kPython, SkillState::kLearning);
  backup.roadmaps["sample"].progress.Set(kAlgebra, SkillState::kLearning);
  REQUIRE(page.engine.OpenBackup(WriteBackup(backup)));
  CHECK(page.engine.State().arrived.empty());
  page.engine.Send(ImportBackup{});
  const auto& arrived = page.engine.State().arrived;
  REQUIRE(arrived.size() == 1);
  CHECK(arrived.at(kPython).before == SkillState::kNotStarted);
  CHECK(arrived.at(kPython).from == ArrivalFrom::kBackup);
}

TEST_CASE("Backup_RefusedLeavesEverythingUntouched") {
  Page page;
  page.Mark(kAlgebra, SkillState::kDone);
  const auto items = *page.host.items;
  const std::string text = page.engine.WriteBackup();
  for (const std::string& bad : {std::string("{"), text.substr(0, text.size() / 2), std::string("[]")}) {
    const auto opened = page.engine.OpenBackup(bad);
    REQUIRE_FALSE(opened);
    CHECK_FALSE(opened.error().message.empty());
    CHECK_FALSE(page.engine.State().backup);
  }
  CHECK(*page.host.items == items);
}

TEST_CASE("Backup_IsThereWhenStorageRefuses") {
  Page page;
  page.host.refuses = true;
  page.Mark(kAlgebra, SkillState::kDone);
  CHECK(page.engine.State().save.state == SaveState::kFailed);
  Page other;
  REQUIRE(other.engine.OpenBackup(page.engine.WriteBackup()));
  other.engine.Send(ImportBackup{});
  CHECK(other.StateOf(kAlgebra) == SkillState::kDone);
}

TEST_CASE("Backup_LeavesARoadmapOfANewerWaymarkAsItIs") {
  Page page;
  (*page.host.items)["waymark:bread:a"] = "waymark 9 5 2a166143\n{\"format\":\"waymark-progress\",\"version\":9}";
  const auto items = *page.host.items;
  Backup backup;
  backup.roadmaps["bread"].progress.Set(SkillKey{1}, SkillState::kDone);
  REQUIRE(page.engine.OpenBackup(WriteBackup(backup)));
  CHECK_FALSE(page.engine.State().backup->changes[0].problem.empty());
  page.engine.Send(ImportBackup{});
  CHECK(*page.host.items == items);
  CHECK(page.engine.State().notice->error);
}
