// What comes from others is bounded, shown, and can be undone whole.
#include "app/storage/intake.hpp"

#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "app/engine.hpp"
#include "cli/english.hpp"
#include "share/link.hpp"
#include "support/memory_host.hpp"
#include "support/open_page.hpp"
#include "support/random_stored.hpp"
#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

struct Page : test::OpenPage {
  using OpenPage::OpenPage;

  const AppState& State() const { return engine.State(); }
  void Send(Command command) { engine.Send(std::move(command)); }
  void Mark(SkillKey key, SkillState state) { engine.Send(SetState{{key}, state}); }
  SkillState StateOf(SkillKey key) const { return State().progress.State(key); }
  Register RegisterOf(SkillKey key) const {
    const auto found = State().progress.skills.find(key);
    return found == State().progress.skills.end() ? Register{} : found->second;
  }
  // The payload of each slot; the head has a generation, which rises.
  std::set<std::string> Payloads() const {
    std::set<std::string> payloads;
    for (const auto& [key, text] : *host.items) {
      if (key.contains(":slot-")) payloads.insert(text.substr(text.find('\n')));
    }
    return payloads;
  }
  void Open(const Backup& backup) { REQUIRE(engine.OpenBackup(WriteBackup(backup))); }
  const BackupChange& Change() const { return State().backup->changes.at(0); }
};

// Marks on skills that no sample road has.
void AddUnknown(Progress& progress, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) progress.skills[SkillKey{1'000 + i}] = {0, SkillState::kDone};
}

Backup BackupOf(StoredRoadmap stored) {
  Backup backup;
  backup.roadmaps["sample"] = std::move(stored);
  return backup;
}

}  // namespace

TEST_CASE("Entered_RaisesTheEpochByOneAtMostAndNeverInSilence") {
  const Register mine{2, SkillState::kLearning};
  CHECK(Entered(mine, {2, SkillState::kDone}) == Register{2, SkillState::kDone});
  CHECK(Entered(mine, {9'000, SkillState::kDone}) == Register{3, SkillState::kDone});
  CHECK(Entered(mine, {9'000, SkillState::kNotStarted}) == Register{3, SkillState::kNotStarted});
  CHECK(Entered(mine, {9'000, SkillState::kLearning}) == mine);
  CHECK(Entered(mine, {1, SkillState::kDone}) == mine);
  CHECK(Entered({}, {9'000, SkillState::kNotStarted}) == Register{});

  const Note note{2, {"mine"}};
  CHECK(Entered(note, {1'000'000, {"theirs"}}) == Note{3, {"theirs"}});
  CHECK(Entered(note, {2, {"theirs"}}) == Note{2, {"mine", "theirs"}});
  CHECK(Entered(note, {1'000'000, {"mine"}}) == note);
  CHECK(Entered(note, {1, {"theirs"}}) == note);
}

TEST_CASE("MergeShared_TakesOnlyWhatTheRoadHas") {
  Page page;
  Progress theirs;
  theirs.Set(kPython, SkillState::kDone);
  theirs.skills[kMath] = {0, SkillState::kDone};  // a group: nothing of it is shown
  AddUnknown(theirs, 240'000);
  page.Send(OpenLink{EncodeLink("sample", theirs)});
  REQUIRE(page.State().preview);
  CHECK(page.State().preview->adds == std::vector{kPython});
  CHECK(page.State().preview->unknown.skills == 240'001);
  CHECK(page.State().preview->unknown.skills_taken == kMaxUnknownSkills);
  CHECK(English(page.State().preview->message).contains("240,001 skills that this road does not have"));
  page.Send(MergeShared{});
  CHECK(page.State().progress.skills.size() == 1);
  CHECK(page.State().save.state == SaveState::kSaved);
}

TEST_CASE("MergeShared_KeepsUnknownSkillsOnRequestWithinABudget") {
  Page page;
  Progress theirs;
  AddUnknown(theirs, 240'000);
  for (int times = 0; times < 3; ++times) {
    page.Send(OpenLink{EncodeLink("sample", theirs)});
    page.Send(MergeShared{.skills = {}, .unknown = true});
    CHECK(page.State().progress.skills.size() == kMaxUnknownSkills);
    Progress others;
    for (std::uint32_t i = 0; i < 5'000; ++i) others.skills[SkillKey{500'000 + i}] = {0, SkillState::kDone};
    page.Send(OpenLink{EncodeLink("sample", others)});
    CHECK(page.State().preview->unknown.skills_taken == 0);
    page.Send(MergeShared{.skills = {}, .unknown = true});
    CHECK(page.State().progress.skills.size() == kMaxUnknownSkills);
  }
  page.Send(Undo{});
  CHECK(page.State().progress == Progress{});
}

TEST_CASE("ForgetUnknown_ThrowsAwayWithoutATrace") {
  Page page;
  page.Mark(kPython, SkillState::kDone);
  const auto before = page.Payloads();
  Progress theirs;
  AddUnknown(theirs, 500);
  page.Send(OpenLink{EncodeLink("sample", theirs)});
  page.Send(MergeShared{.skills = {}, .unknown = true});
  REQUIRE(page.Payloads() != before);
  page.Send(ForgetUnknown{});
  CHECK(page.State().progress.skills.size() == 1);
  CHECK(page.Payloads() == before);
  CHECK(Page(page.host.items).State().progress.skills.size() == 1);
  page.Send(Undo{});
  CHECK(page.State().progress.skills.size() == 501);
}

TEST_CASE("MergeShared_LeavesNoHigherEpochBehind") {
  Page page, second;
  page.Mark(kAlgebra, SkillState::kDone);
  const std::string own_backup = page.engine.WriteBackup();
  Progress theirs;
  for (const SkillKey key : {kPython, kStatistics, kCode})
    theirs.skills[key] = {kMaxSharedEpoch, SkillState::kNotStarted};
  theirs.skills[kNetworks] = {kMaxSharedEpoch, SkillState::kDone};
  page.Send(OpenLink{EncodeLink("sample", theirs)});
  CHECK(page.State().preview->adds == std::vector{kNetworks});
  page.Send(MergeShared{});
  CHECK(page.RegisterOf(kNetworks).epoch <= 1);
  for (const SkillKey key : {kPython, kStatistics, kCode}) CHECK_FALSE(page.State().progress.skills.contains(key));

  // Going back on it travels on by a link, also to somebody who merged the same.
  second.Send(OpenLink{EncodeLink("sample", theirs)});
  second.Send(MergeShared{});
  page.Mark(kNetworks, SkillState::kLearning);
  second.Send(OpenLink{page.engine.Link()});
  CHECK(second.State().preview->takes_back == std::vector{kNetworks});
}

TEST_CASE("Undo_OfAMergeRestoresWhatWasThereExactly") {
  Page page;
  page.Mark(kAlgebra, SkillState::kLearning);
  page.Mark(kPython, SkillState::kDone);
  page.Mark(kPython, SkillState::kNotStarted);
  const Progress before = page.State().progress;
  const auto stored = page.Payloads();
  Progress theirs;
  theirs.skills[kAlgebra] = {7, SkillState::kDone};
  theirs.skills[kPython] = {7, SkillState::kDone};
  theirs.skills[kNetworks] = {7, SkillState::kDone};
  page.Send(OpenLink{EncodeLink("sample", theirs)});
  page.Send(MergeShared{});
  REQUIRE(page.StateOf(kNetworks) == SkillState::kDone);
  page.Send(Undo{});
  CHECK(page.State().progress == before);
  CHECK(page.Payloads().size() == 1);
  CHECK(*page.Payloads().begin() == WriteStored({before, {}, {}, {}}).insert(0, "\n"));
  CHECK(Page(page.host.items).State().progress == before);
  CHECK(page.State().save.state == SaveState::kSaved);

  // What the reader's other device has is taken as if nothing had been merged in between.
  Progress own;
  own.skills[kNetworks] = {0, SkillState::kLearning};
  page.Send(OpenLink{EncodeLink("sample", own)});
  CHECK(page.State().preview->adds == std::vector{kNetworks});
  page.Send(DismissShared{});
  page.Send(Redo{});
  CHECK(page.StateOf(kNetworks) == SkillState::kDone);
  page.Send(Undo{});
  CHECK(page.State().progress == before);
}

TEST_CASE("Undo_OfAMergeHoldsAlsoWhereAnotherTabHasSeenIt") {
  Page page;
  Page other(page.host.items);
  Progress theirs;
  theirs.Set(kPython, SkillState::kDone);
  page.Send(OpenLink{EncodeLink("sample", theirs)});
  page.Send(MergeShared{});
  other.Send(StorageChanged{});
  REQUIRE(other.StateOf(kPython) == SkillState::kDone);
  page.Send(Undo{});
  other.Send(StorageChanged{});  // brings it up again, as it has it still
  page.Send(StorageChanged{});
  other.Send(StorageChanged{});
  CHECK(page.StateOf(kPython) == SkillState::kNotStarted);
  CHECK(other.StateOf(kPython) == SkillState::kNotStarted);
  CHECK(Page(page.host.items).StateOf(kPython) == SkillState::kNotStarted);
}

TEST_CASE("Undo_OfAMergeLeavesWhatWasMarkedSince") {
  Page page;
  Progress theirs;
  theirs.Set(kPython, SkillState::kLearning);
  theirs.Set(kAlgebra, SkillState::kLearning);
  page.Send(OpenLink{EncodeLink("sample", theirs)});
  page.Send(MergeShared{});
  Page other(page.host.items);
  other.Mark(kPython, SkillState::kDone);
  page.Send(StorageChanged{});
  page.Send(Undo{});
  CHECK(page.StateOf(kPython) == SkillState::kDone);
  CHECK(page.RegisterOf(kAlgebra) == Register{});
}

TEST_CASE("Undo_OfAMergeThenMarkedAnewIsKept") {
  Page page;
  Progress theirs;
  theirs.Set(kPython, SkillState::kDone);
  page.Send(OpenLink{EncodeLink("sample", theirs)});
  page.Send(MergeShared{});
  page.Send(Undo{});
  page.Mark(kPython, SkillState::kDone);
  Page other(page.host.items);
  other.Mark(kAlgebra, SkillState::kDone);
  page.Send(StorageChanged{});
  CHECK(page.StateOf(kPython) == SkillState::kDone);
  CHECK(page.StateOf(kAlgebra) == SkillState::kDone);
}

TEST_CASE("Backup_WithHugeEpochsPinsNothing") {
  Page page;
  page.Mark(kAlgebra, SkillState::kDone);
  const Progress before = page.State().progress;
  StoredRoadmap theirs;
  theirs.progress.skills[kAlgebra] = {kMaxEpoch, SkillState::kLearning};
  theirs.progress.skills[kPython] = {kMaxEpoch, SkillState::kNotStarted};
  theirs.progress.notes[kStatistics] = {kMaxEpoch, {"theirs"}};
  page.Open(BackupOf(theirs));
  CHECK(page.Change().back == std::vector{kAlgebra});
  CHECK(page.Change().notes == std::vector{kStatistics});
  page.Send(ImportBackup{});
  CHECK(page.RegisterOf(kAlgebra) == Register{1, SkillState::kLearning});
  CHECK(page.RegisterOf(kPython) == Register{});
  CHECK(page.State().progress.notes.at(kStatistics).epoch == 1);
  page.Send(Undo{});
  CHECK(page.State().progress == before);
  page.Send(Redo{});
  page.Mark(kAlgebra, SkillState::kNotStarted);
  CHECK(page.StateOf(kAlgebra) == SkillState::kNotStarted);
}

TEST_CASE("Backup_IntoAnEmptyRoadKeepsOnlyEpochsThatSomebodyCanHave") {
  Page page;
  StoredRoadmap theirs;
  theirs.progress.skills[kAlgebra] = {3, SkillState::kNotStarted};
  theirs.progress.skills[kPython] = {kMaxEpoch, SkillState::kDone};
  theirs.progress.skills[kStatistics] = {kMaxEpoch, SkillState::kNotStarted};
  theirs.progress.notes[kPython] = {kMaxEpoch, {"theirs"}};
  page.Open(BackupOf(theirs));
  CHECK(page.Change().cleared == 1);
  page.Send(ImportBackup{});
  CHECK(page.RegisterOf(kAlgebra) == Register{3, SkillState::kNotStarted});
  CHECK(page.RegisterOf(kPython) == Register{1, SkillState::kDone});
  CHECK(page.RegisterOf(kStatistics) == Register{});
  CHECK(page.State().progress.notes.at(kPython).epoch == 1);
}

TEST_CASE("Backup_ShowsAndBoundsAMemberItDoesNotKnow") {
  for (const std::size_t size : {std::size_t{100}, kMaxUnknownMemberBytes + 1}) {
    Page page;
    page.Mark(kAlgebra, SkillState::kDone);
    const std::string extra = R"({"later":")" + std::string(size, 'x') + "\"}";
    page.Open(BackupOf({.progress = {}, .pins = {}, .expanded = {}, .extra = extra}));
    CHECK(page.Change().Empty());
    CHECK(page.Change().unknown.member_bytes == extra.size());
    CHECK(page.Change().unknown.members_taken == (size == 100));
    CHECK_FALSE(page.State().backup->Changes(false));
    CHECK(page.State().backup->Changes(true) == (size == 100));
    page.Send(ImportBackup{});
    CHECK(page.State().stored_extra.empty());
    page.Open(BackupOf({.progress = {}, .pins = {}, .expanded = {}, .extra = extra}));
    const auto before = page.Payloads();
    page.Send(ImportBackup{.unknown = true});
    CHECK(page.State().stored_extra.empty() == (size != 100));
    if (size == 100) page.Send(Undo{});
    CHECK(page.State().stored_extra.empty());
    CHECK(page.Payloads() == before);
  }
}

TEST_CASE("Backup_OffersRoadsThatTheSiteDoesNotHaveApart") {
  Page page;
  page.Send(KnowRoads{{RoadmapHash("bread")}});
  Backup backup;
  for (int i = 0; i < 980; ++i) backup.roadmaps["r" + std::to_string(i)].progress.Set(SkillKey{1}, SkillState::kDone);
  backup.roadmaps["bread"].progress.Set(SkillKey{1}, SkillState::kDone);
  backup.roadmaps["r5"].progress.SetNote(SkillKey{2}, std::string(20'000, 'x'));
  for (std::uint32_t key = 1; key < 10; ++key)
    backup.roadmaps["r6"].progress.SetNote(SkillKey{key}, std::string(20'000, 'x'));
  page.Open(backup);
  CHECK(page.State().backup->unknown_roads == 980);
  page.Send(ImportBackup{});
  CHECK(Store(page.host).RoadmapIds() == std::vector<std::string>{"bread"});

  page.Open(backup);
  page.Send(ImportBackup{.unknown = true});
  CHECK(Store(page.host).RoadmapIds().size() == 1 + kMaxUnknownRoads);
  CHECK(Store(page.host).Sizes().at("bread") < 200);
  page.Send(Undo{});
  CHECK(Store(page.host).RoadmapIds() == std::vector<std::string>{"bread"});
  page.Send(Undo{});
  CHECK(Store(page.host).RoadmapIds().empty());
  page.Send(Redo{});
  CHECK(Store(page.host).RoadmapIds() == std::vector<std::string>{"bread"});
}

TEST_CASE("Backup_OfMoreThanARoadMayTakeIsLeftOutInWords") {
  Page page;
  page.Mark(kAlgebra, SkillState::kDone);
  StoredRoadmap theirs;
  for (const SkillKey key : {kPython, kAlgebra, kStatistics, kNetworks, kVision, kBasics}) {
    for (int i = 0; i < 8; ++i) {
      Note& note = theirs.progress.notes[key];
      note.epoch = 1;
      note.texts.insert(std::string(kMaxNoteBytes - 2, 'x') + std::to_string(i));
    }
  }
  Backup backup = BackupOf(theirs);
  StoredRoadmap& bread = backup.roadmaps["bread"];
  for (std::uint32_t key = 1; key <= 40; ++key) bread.progress.SetNote(SkillKey{key}, std::string(20'000, 'x'));
  page.Send(KnowRoads{{RoadmapHash("bread")}});
  page.Open(backup);
  CHECK(English(page.State().backup->changes[0].problem).contains("512 kB"));
  page.Send(ImportBackup{});
  CHECK(Store(page.host).RoadmapIds() == std::vector<std::string>{"sample"});
  CHECK(page.State().save.state == SaveState::kSaved);
}

TEST_CASE("Store_SaysWhatFillsItAndLetsGo") {
  Page page;
  Store store(page.host);
  StoredRoadmap bread;
  for (std::uint32_t key = 1; key <= 40; ++key) bread.progress.SetNote(SkillKey{key}, std::string(20'000, 'x'));
  REQUIRE(store.Save("bread", bread));
  StoredRoadmap one_mark;
  one_mark.progress.Set(SkillKey{1}, SkillState::kDone);
  REQUIRE(store.Save("bread", one_mark));
  page.host.room = 1'700'000;
  page.Send(SetNote{kPython, std::string(20'000, 'x')});
  REQUIRE(page.State().save.state == SaveState::kSaved);
  page.host.room = 1'600'100;
  page.Mark(kAlgebra, SkillState::kDone);
  page.Send(SetNote{kAlgebra, std::string(20'000, 'x')});
  REQUIRE(page.State().save.state == SaveState::kFailed);
  CHECK(English(page.State().save.message).contains("“bread”"));
  CHECK(page.State().save.sizes.at("bread") > 1'500'000);
  page.Send(LetGo{"sample"});  // the open road is not let go of
  CHECK(page.State().save.state == SaveState::kFailed);
  page.Send(LetGo{"bread"});
  CHECK(page.State().save.state == SaveState::kSaved);
  CHECK(store.RoadmapIds() == std::vector<std::string>{"sample"});
  CHECK(Page(page.host.items).StateOf(kAlgebra) == SkillState::kDone);
}

TEST_CASE("Store_SaysWhichPartIsTooLong") {
  MemoryHost host;
  Store store(host);
  StoredRoadmap marks;
  for (std::uint32_t key = 1; key <= 500'000; ++key) marks.progress.skills[SkillKey{key}] = {0, SkillState::kDone};
  const auto saved = store.Save("sample", marks);
  REQUIRE_FALSE(saved);
  CHECK(English(saved.error().message).contains("500000 skills"));
  const auto members = store.Save("sample", {{}, {}, {}, R"({"later":")" + std::string(5u << 20, 'x') + "\"}"});
  REQUIRE_FALSE(members);
  CHECK(English(members.error().message).contains("does not know"));
}
