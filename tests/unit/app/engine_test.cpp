// Whole journeys without a screen: open, mark, reload, share, merge, undo, two tabs, storage that refuses.
#include "app/engine.hpp"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <random>

#include "share/link.hpp"
#include "support/memory_host.hpp"
#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

// A page: an engine that saves as soon as it asks to, unless told to wait.
struct Page {
  MemoryHost host;
  Engine engine;
  bool waits = false;

  explicit Page(std::shared_ptr<MemoryHost::Items> items = std::make_shared<MemoryHost::Items>(),
                int steps_to_live = 1 << 30)
      : host(std::move(items)), engine(Living(host, steps_to_live)) {
    host.on_save_request = [this] {
      if (!waits) engine.Send(SaveNow{});
    };
    REQUIRE(engine.Open(SampleJson(), "sample.json"));
    engine.Send(Resize{kWindow});
  }

  static MemoryHost& Living(MemoryHost& host, int steps) {
    host.steps_to_live = steps;
    return host;
  }
  void Send(Command command) { engine.Send(std::move(command)); }
  void Mark(SkillKey key, SkillState state) { Send(SetState{{key}, state}); }
  SkillState StateOf(SkillKey key) const { return engine.State().progress.State(key); }
  SaveState Save() const { return engine.State().save.state; }
};

std::vector<SkillState> States(const AppState& state) {
  std::vector<SkillState> states;
  for (const SkillKey key : kSkills) states.push_back(state.progress.State(key));
  return states;
}

}  // namespace

TEST_CASE("Engine_ProgressIsThereAfterAReload") {
  Page page;
  page.Mark(kAlgebra, SkillState::kDone);
  page.Send(SetNote{kAlgebra, "matrices"});
  page.Send(SetExpanded{kMath});
  page.Send(MoveBy{kCode, {50, 20}});
  CHECK(page.Save() == SaveState::kSaved);

  const Page again(page.host.items);
  const AppState& state = again.engine.State();
  CHECK(state.progress == page.engine.State().progress);
  CHECK(state.expanded == page.engine.State().expanded);
  CHECK(state.pins == page.engine.State().pins);
  CHECK(state.layout.rect == page.engine.State().layout.rect);
  CHECK_FALSE(state.history.CanUndo());
}

TEST_CASE("Engine_IsSavingUntilItIsSaved") {
  Page page;
  page.waits = true;
  page.Mark(kAlgebra, SkillState::kDone);
  CHECK(page.Save() == SaveState::kSaving);
  CHECK(page.host.items->empty());
  page.Send(SaveNow{});
  CHECK(page.Save() == SaveState::kSaved);
  const int writes = page.host.writes;
  page.Send(SaveNow{});
  CHECK(page.host.writes == writes);
}

TEST_CASE("Engine_ShareMergeUndoAcrossTwoPeople") {
  Page anna, ben;
  anna.Mark(kPython, SkillState::kDone);
  anna.Mark(kAlgebra, SkillState::kLearning);
  anna.Send(SetNote{kPython, "private"});
  ben.Mark(kStatistics, SkillState::kDone);

  ben.Send(OpenLink{"https://example.org/road/" + anna.engine.Link()});
  REQUIRE(ben.engine.State().preview);
  CHECK(ben.engine.State().preview->adds == std::vector{kAlgebra, kPython});
  CHECK(ben.StateOf(kPython) == SkillState::kNotStarted);
  ben.Send(MergeShared{});
  CHECK(ben.StateOf(kPython) == SkillState::kDone);
  CHECK(ben.StateOf(kStatistics) == SkillState::kDone);
  CHECK(ben.engine.State().progress.notes.empty());
  CHECK(Page(ben.host.items).StateOf(kPython) == SkillState::kDone);

  ben.Send(Undo{});
  CHECK(ben.StateOf(kPython) == SkillState::kNotStarted);
  CHECK(Page(ben.host.items).StateOf(kPython) == SkillState::kNotStarted);
}

TEST_CASE("Engine_ALinkMayComeBeforeTheRoadmap") {
  MemoryHost host;
  Engine engine(host);
  Progress theirs;
  theirs.Set(kPython, SkillState::kDone);
  engine.Send(OpenLink{EncodeLink("sample", theirs)});
  CHECK_FALSE(engine.State().preview);
  REQUIRE(engine.Open(SampleJson(), "sample.json"));
  CHECK(engine.State().preview);
}

TEST_CASE("Engine_ABrokenRoadmapLeavesWhatIsOpen") {
  Page page;
  page.Mark(kAlgebra, SkillState::kDone);
  CHECK_FALSE(page.engine.Open("{", "broken.json"));
  Roadmap looped = SampleRoadmap();
  looped.skills[1].requirements.push_back(MakeRequirement("vision"));
  const auto opened = page.engine.Open(WriteRoadmap(looped), "looped.json");
  REQUIRE_FALSE(opened);
  CHECK_FALSE(opened.error().front().message.empty());
  CHECK(page.StateOf(kAlgebra) == SkillState::kDone);
  CHECK(page.engine.State().open->roadmap.id == "sample");
}

TEST_CASE("Engine_OpeningAnotherRoadmapSavesTheFirst") {
  Page page;
  page.waits = true;
  page.Mark(kAlgebra, SkillState::kDone);
  Roadmap other = SampleRoadmap();
  other.id = "other";
  REQUIRE(page.engine.Open(WriteRoadmap(other), "other.json"));
  CHECK(page.StateOf(kAlgebra) == SkillState::kNotStarted);
  CHECK(Page(page.host.items).StateOf(kAlgebra) == SkillState::kDone);
}

TEST_CASE("Engine_FullStorageIsSaidAndRecovers") {
  Page page;
  page.Mark(kAlgebra, SkillState::kDone);
  page.host.room = 0;
  page.Mark(kPython, SkillState::kDone);
  CHECK(page.Save() == SaveState::kFailed);
  CHECK_FALSE(page.engine.State().save.message.empty());
  CHECK(page.StateOf(kPython) == SkillState::kDone);
  CHECK(Page(page.host.items).StateOf(kAlgebra) == SkillState::kDone);

  page.host.room = 1 << 20;
  page.Send(SaveNow{});
  CHECK(page.Save() == SaveState::kSaved);
  CHECK(page.engine.State().save.message.empty());
  CHECK(Page(page.host.items).StateOf(kPython) == SkillState::kDone);
}

TEST_CASE("Engine_WithoutStorageItWorksAndSaysSoAtOnce") {
  MemoryHost host;
  host.refuses = true;
  Engine engine(host);
  REQUIRE(engine.Open(SampleJson(), "sample.json"));
  CHECK(engine.State().save.state == SaveState::kFailed);
  engine.Send(SetState{{kAlgebra}, SkillState::kDone});
  engine.Send(SaveNow{});
  engine.Send(SetTheme{false, true});
  CHECK(engine.State().progress.State(kAlgebra) == SkillState::kDone);
  CHECK(engine.State().save.state == SaveState::kFailed);
  CHECK_FALSE(engine.Link().empty());
}

TEST_CASE("Engine_ANewerStoreIsLeftAsItIs") {
  const auto items = std::make_shared<MemoryHost::Items>();
  (*items)["waymark:sample:a"] = WriteSlot({4, {}});
  (*items)["waymark:sample:b"] = "waymark 9 5 2a166143\n{\"format\":\"waymark-progress\",\"version\":9}";
  const auto before = *items;
  Page page(items);
  CHECK(page.Save() == SaveState::kFailed);
  page.Mark(kAlgebra, SkillState::kDone);
  page.Send(StorageChanged{});
  page.Send(SaveNow{});
  CHECK(page.Save() == SaveState::kFailed);
  CHECK(*items == before);
}

TEST_CASE("Engine_RemembersTheTheme") {
  Page page;
  page.Send(SetTheme{false, false});
  CHECK(Page(page.host.items).engine.State().settings.dark);
  page.Send(SetTheme{false, true});
  CHECK_FALSE(Page(page.host.items).engine.State().settings.dark);
}

TEST_CASE("Engine_ProgressOfSkillsThatLeftTheMapIsKept") {
  const auto items = std::make_shared<MemoryHost::Items>();
  StoredRoadmap old;
  old.progress.Set(SkillKey{777}, SkillState::kDone);
  old.pins[SkillKey{777}] = {1, 2};
  old.expanded = {SkillKey{777}};
  old.extra = R"({"later":[1,2]})";
  (*items)["waymark:sample:a"] = WriteSlot({1, old});
  Page page(items);
  page.Mark(kAlgebra, SkillState::kDone);
  page.Send(ResetPositions{});
  page.Send(ExpandAll{false});
  MemoryHost host(items);
  const StoredRoadmap now = *Store(host).Load("sample").stored;
  CHECK(now.progress.State(SkillKey{777}) == SkillState::kDone);
  CHECK(now.pins == old.pins);
  CHECK(now.expanded == old.expanded);
  CHECK(now.extra == old.extra);
}

TEST_CASE("Engine_AnotherTabsMarksAppear") {
  Page first;
  Page second(first.host.items);
  first.Mark(kAlgebra, SkillState::kDone);
  first.Send(MoveBy{kMath, {30, 0}});
  second.Send(StorageChanged{});
  CHECK(second.StateOf(kAlgebra) == SkillState::kDone);
  CHECK(second.engine.State().pins == first.engine.State().pins);
  CHECK(second.Save() == SaveState::kSaved);
  CHECK_FALSE(second.engine.State().history.CanUndo());
}

TEST_CASE("Engine_EmptiedStorageGetsBackWhatTheOpenPageHas") {
  Page page;
  page.Mark(kAlgebra, SkillState::kDone);
  page.Send(MoveBy{kMath, {30, 0}});
  page.Send(StorageChanged{});
  CHECK_FALSE(page.engine.State().notice);
  page.host.items->clear();
  page.Send(StorageChanged{});
  REQUIRE(page.engine.State().notice);
  CHECK_FALSE(page.engine.State().notice->error);
  const Page again(page.host.items);
  CHECK(again.StateOf(kAlgebra) == SkillState::kDone);
  CHECK(again.engine.State().pins.size() == 1);
}

TEST_CASE("Engine_TwoTabsInterleavedLoseNothing") {
  for (const bool lock : {true, false}) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
      std::mt19937 random(seed);
      Page a;
      Page b(a.host.items);
      Page* const pages[] = {&a, &b};
      // Without the lock a save of the other tab may fall between a tab's reads and its write.
      if (!lock) a.waits = b.waits = true;
      for (int i = 0; i < 1000; ++i) {
        Page& page = *pages[random() % 2];
        Page& other = *pages[&page == &a];
        page.Mark(kSkills[random() % 8], static_cast<SkillState>(random() % 4));
        if (!lock && random() % 2 == 0) {
          page.host.before_write = [&other] { other.Send(SaveNow{}); };
          page.Send(SaveNow{});
          page.host.before_write = nullptr;
        }
        if (random() % 3 == 0) other.Send(StorageChanged{});
      }
      a.waits = b.waits = false;
      for (int i = 0; i < 4; ++i) {
        Page& page = *pages[i % 2];
        page.Send(SaveNow{});
        pages[(i + 1) % 2]->Send(StorageChanged{});
      }
      INFO("lock " << lock << " seed " << seed);
      const Progress all = Join(a.engine.State().progress, b.engine.State().progress);
      CHECK(a.engine.State().progress == all);
      CHECK(b.engine.State().progress == all);
      CHECK(Page(a.host.items).engine.State().progress == all);
    }
  }
}

TEST_CASE("Engine_AKilledPageLosesAtMostTheUnacknowledgedEdit") {
  // At most 4 steps to open and 6 a save (list, two slots, write, read back, take away); every moment of 40 edits is
  // tried.
  for (int steps = 0; steps < 4 + 6 * 40; ++steps) {
    const auto items = std::make_shared<MemoryHost::Items>();
    Progress acknowledged;
    {
      Page page(items, steps);
      for (int i = 0; i < 40; ++i) {
        page.Mark(kSkills[i % 8], static_cast<SkillState>((i / 8 + i) % 4));
        if (page.Save() == SaveState::kSaved)
          acknowledged = page.engine.State().progress;
        else
          break;
      }
    }
    const Page next(items);
    const Progress& found = next.engine.State().progress;
    INFO("killed after " << steps << " steps");
    REQUIRE(Join(found, acknowledged) == found);
  }
}

TEST_CASE("Engine_ACommandFromWithinAnEffectWaitsItsTurn") {
  Page page;
  page.waits = true;
  bool inside = false;
  page.host.on_save_request = [&] {
    CHECK_FALSE(inside);
    inside = true;
    page.engine.Send(SetState{{kPython}, SkillState::kLearning});
    page.host.on_save_request = nullptr;
    inside = false;
  };
  page.Mark(kAlgebra, SkillState::kDone);
  CHECK(page.StateOf(kPython) == SkillState::kLearning);
  CHECK(page.engine.State().history.done.size() == 2);
}

namespace {

// Any command that a person or the page could send.
Command RandomCommand(std::mt19937& random) {
  const auto skill = [&] { return SkillKey{static_cast<std::uint32_t>(random() % 14)}; };  // 0 and 13 are nobody's
  const auto number = [&] { return static_cast<float>(static_cast<int>(random() % 801) - 400); };
  switch (random() % 24) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
      return SetState{{skill()}, static_cast<SkillState>(random() % 4)};
    case 5:
      return SetState{{skill(), skill(), skill()}, static_cast<SkillState>(random() % 4)};
    case 6:
      return SetNote{skill(), std::string(random() % 4, 'x')};
    case 7:
      return MoveCard{skill(), {number(), number()}};
    case 8:
      return MoveBy{skill(), {number(), number()}};
    case 9:
      return ResetPositions{};
    case 10: {
      Progress theirs;
      for (int i = 0; i < 4; ++i) theirs.Set(skill(), static_cast<SkillState>(random() % 4));
      theirs.skills.erase(SkillKey{0});
      return OpenLink{EncodeLink("sample", theirs)};
    }
    case 11:
      return MergeShared{};
    case 12:
      return Undo{};
    case 13:
      return Redo{};
    case 14:
      return SetExpanded{skill(), random() % 2 == 0};
    case 15:
      return ExpandAll{random() % 2 == 0};
    case 16:
      return Select{skill(), random() % 2 == 0};
    case 17:
      return DragCard{skill(), {number(), number()}};
    case 18:
      return EndDrag{random() % 2 == 0};
    case 19:
      return PanBy{{number(), number()}};
    case 20:
      return ZoomAt{{number(), number()}, 0.5f + static_cast<float>(random() % 100) / 66, random() % 2 == 0};
    case 21:
      return Tick{static_cast<double>(random() % 100'000)};
    case 22:
      return Resize{{600 + number(), 600 + number(), 2, 10, 10, 10, 10}};
    default:
      return Hover{skill()};
  }
}

}  // namespace

TEST_CASE("Engine_UndoingEverythingComesBackToTheStart") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    std::mt19937 random(seed);
    Page page;
    page.Mark(kPython, SkillState::kLearning);
    page.Send(MoveBy{kCode, {70, 30}});
    // What was there before the first of the thousand commands can't be undone by undoing those.
    Page again(page.host.items);
    const auto states = States(again.engine.State());
    const Pins pins = again.engine.State().pins;
    const MapLayout layout = again.engine.State().layout;
    for (int i = 0; i < 1000; ++i) again.Send(RandomCommand(random));
    while (again.engine.State().history.CanUndo()) again.Send(Undo{});
    again.Send(ExpandAll{false});
    INFO("seed " << seed);
    CHECK(States(again.engine.State()) == states);
    CHECK(again.engine.State().pins == pins);
    CHECK(again.engine.State().layout.rect == layout.rect);
    for (const auto& [key, note] : again.engine.State().progress.notes) CHECK(note.texts.empty());
    CHECK(States(Page(again.host.items).engine.State()) == states);
  }
}

TEST_CASE("Engine_ReplaysExactly") {
  const auto run = [](Page& page) {
    std::mt19937 random(99);
    for (int i = 0; i < 1000; ++i) page.Send(RandomCommand(random));
  };
  Page a, b;
  run(a);
  run(b);
  const AppState& x = a.engine.State();
  const AppState& y = b.engine.State();
  CHECK(x.progress == y.progress);
  CHECK(x.pins == y.pins);
  CHECK(x.expanded == y.expanded);
  CHECK(x.camera == y.camera);
  CHECK(x.layout.rect == y.layout.rect);
  CHECK(x.revision == y.revision);
  CHECK(*a.host.items == *b.host.items);
}

static MenuItem Entry(std::string id) {
  MenuItem item;
  item.id = std::move(id);
  return item;
}

TEST_CASE("Engine_AMenuShowsThePagesEntriesAndHandsTheChosenOneBack") {
  Page page;
  SkillKey asked{~0u};
  page.host.on_menu = [&](SkillKey skill) {
    asked = skill;
    page.Send(ShowMenu{{Entry("state-done"), Entry("show-way")}});
  };
  page.Send(OpenMenu{kAlgebra, {100, 100}});
  CHECK(asked == kAlgebra);
  REQUIRE(page.engine.State().menu);
  CHECK(page.engine.State().menu->items.size() == 2);
  SECTION("by its id and the skill it is about, once the menu is closed") {
    page.Send(ChooseMenuItem{1});
    CHECK_FALSE(page.engine.State().menu);
    CHECK(page.host.chosen == std::vector{std::pair{std::string("show-way"), kAlgebra}});
  }
  SECTION("a choice that is not there closes it and does nothing") {
    page.Send(ChooseMenuItem{2});
    CHECK_FALSE(page.engine.State().menu);
    CHECK(page.host.chosen.empty());
  }
  SECTION("entries that come after it was closed are dropped") {
    page.Send(CloseMenu{});
    page.Send(ShowMenu{{Entry("fit")}});
    CHECK_FALSE(page.engine.State().menu);
  }
}
