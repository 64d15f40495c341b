// Pace and start day: set, undone, stored with the road, joined with other tabs, taken over from earlier pages.
#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "app/engine.hpp"
#include "app/protocol/page_protocol.hpp"
#include "support/memory_host.hpp"
#include "support/open_page.hpp"
#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

struct Page : test::OpenPage {
  using OpenPage::OpenPage;

  int Pace() const { return engine.State().progress.schedule.minutes_per_week.value; }
  int Start() const { return engine.State().progress.schedule.start_day.value; }
  bool CanUndo() const { return engine.State().history.CanUndo(); }
};

constexpr std::uint16_t kDay = 20'786;

}  // namespace

TEST_CASE("SetPace_IsThereAfterAReload") {
  Page page;
  page.engine.Send(SetPace{480});
  page.engine.Send(SetStart{kDay});
  CHECK(page.engine.State().save.state == SaveState::kSaved);
  const Page again(page.host.items);
  CHECK(again.Pace() == 480);
  CHECK(again.Start() == kDay);
}

TEST_CASE("SetPace_IsUndoneAndRedone") {
  Page page;
  page.engine.Send(SetPace{480});
  page.engine.Send(SetPace{120});
  page.engine.Send(SetStart{kDay});
  page.engine.Send(Undo{});
  CHECK(page.Start() == 0);
  page.engine.Send(Undo{});
  CHECK(page.Pace() == 480);
  page.engine.Send(Redo{});
  CHECK(page.Pace() == 120);
  CHECK(Page(page.host.items).Pace() == 120);
}

TEST_CASE("SetPace_UndoLeavesWhatAnotherTabHasSetSince") {
  Page page;
  page.engine.Send(SetPace{480});
  Page other(page.host.items);
  other.engine.Send(SetPace{60});
  page.engine.Send(StorageChanged{});
  CHECK(page.Pace() == 60);
  page.engine.Send(Undo{});
  CHECK(page.Pace() == 60);
}

TEST_CASE("SetPace_TheSameAgainIsNoStep") {
  Page page;
  page.engine.Send(SetPace{0});
  CHECK_FALSE(page.CanUndo());
  page.engine.Send(SetPace{300});
  page.engine.Send(SetPace{300});
  page.engine.Send(Undo{});
  CHECK_FALSE(page.CanUndo());
}

TEST_CASE("SetPace_TabsAgreeOnTheLast") {
  Page one;
  Page two(one.host.items);
  one.engine.Send(SetPace{480});
  two.engine.Send(StorageChanged{});
  two.engine.Send(SetPace{90});
  one.engine.Send(StorageChanged{});
  CHECK(one.Pace() == 90);
}

TEST_CASE("SetPace_ChangesNoState") {
  Page page;
  const int layouts = page.engine.State().layouts_made;
  page.engine.Send(SetState{{kAlgebra}, SkillState::kLearning});
  page.engine.Send(SetPace{480});
  CHECK(page.engine.State().progress.State(kAlgebra) == SkillState::kLearning);
  CHECK(page.engine.State().layouts_made == layouts);
}

TEST_CASE("Engine_TakesOverThePaceThatEarlierPagesKept") {
  auto items = std::make_shared<MemoryHost::Items>();
  (*items)["waymark:settings"] = R"({"theme":"light","hoursPerWeek":8})";
  {
    Page page(items);
    CHECK(page.Pace() == 480);
    CHECK_FALSE(page.CanUndo());
    page.engine.Send(SetPace{0});
  }
  // Once: what was set here since counts, and that none was wanted.
  CHECK(Page(items).Pace() == 0);
  CHECK(items->at("waymark:settings").contains("hoursPerWeek"));  // earlier pages may still be open
}

TEST_CASE("Engine_TakesOverNoPaceThatCantBeRight") {
  for (const char* settings : {R"({"hoursPerWeek":0})", R"({"hoursPerWeek":"8"})", R"({"hoursPerWeek":1e9})", "[]"}) {
    auto items = std::make_shared<MemoryHost::Items>();
    (*items)["waymark:settings"] = settings;
    const Page page(items);
    CHECK(page.Pace() == 0);
    CHECK(page.host.writes == 0);
  }
}

TEST_CASE("Backup_HoldsPaceAndStart") {
  Page page;
  page.engine.Send(SetPace{480});
  page.engine.Send(SetStart{kDay});
  const std::string backup = page.engine.WriteBackup();
  Page empty;
  REQUIRE(empty.engine.OpenBackup(backup));
  empty.engine.Send(ImportBackup{});
  CHECK(empty.Pace() == 480);
  CHECK(empty.Start() == kDay);
  CHECK(empty.engine.WriteBackup() == backup);
}

TEST_CASE("ParseCommand_ReadsPaceAndStart") {
  const auto pace = ParseCommand(R"({"do":"set_pace","minutesPerWeek":480})");
  REQUIRE(pace);
  CHECK(std::get<SetPace>(*pace).minutes_per_week == 480);
  CHECK(std::get<SetPace>(*pace).recorded);
  const auto start = ParseCommand(R"({"do":"set_start","day":20786})");
  REQUIRE(start);
  CHECK(std::get<SetStart>(*start).day == kDay);
  for (const char* wrong : {R"({"do":"set_pace"})", R"({"do":"set_pace","minutesPerWeek":10081})",
                            R"({"do":"set_pace","minutesPerWeek":-1})", R"({"do":"set_pace","minutesPerWeek":1.5})",
                            R"({"do":"set_start","day":65536})"})
    CHECK_FALSE(ParseCommand(wrong));
}
