// Tabs that see each other's writes late, come between the steps of each other's saves, and die at any step. Whatever a
// save said it has stored is in what the browser holds, at every moment.
//
// A browser runs tabs in processes. A write shows in its own process at once; it travels to the browser, and from there
// to the other processes, in the order of writing but after any time. Nothing else is assumed, and no lock.
#include <catch2/catch_test_macros.hpp>
#include <deque>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/storage/store.hpp"
#include "support/random.hpp"
#include "support/trials.hpp"

using namespace waymark;

namespace {

constexpr std::string_view kMap = "road";
constexpr int kMaxNested = 2;  // saves that a save is interrupted by

using Items = std::map<std::string, std::string, std::less<>>;

struct Write {
  std::string key;
  std::optional<std::string> text;  // absent: taken away
};

void ApplyTo(Items& items, const Write& write) {
  if (write.text)
    items.insert_or_assign(write.key, *write.text);
  else
    items.erase(write.key);
}

struct Process {
  Items seen;
  std::deque<Write> sent, heard;  // on the way to the browser, and from there
};

class TabHost final : public Host {
 public:
  std::shared_ptr<Process> process;
  std::function<void()> before_each_step;
  int steps_to_live = std::numeric_limits<int>::max();

  Result<std::optional<std::string>> ReadItem(std::string_view key) override {
    if (!Step()) return Dead();
    const auto item = process->seen.find(key);
    return item == process->seen.end() ? std::nullopt : std::optional(item->second);
  }
  Result<void> WriteItem(std::string_view key, std::string_view text) override {
    return Put({std::string(key), std::string(text)});
  }
  Result<void> RemoveItem(std::string_view key) override { return Put({std::string(key), std::nullopt}); }
  void MenuOpened(SkillKey) override {}
  void MenuItemChosen(std::string_view, SkillKey) override {}
  Result<std::vector<std::string>> ListKeys() override {
    if (!Step()) return Dead();
    std::vector<std::string> keys;
    for (const auto& [key, text] : process->seen) keys.push_back(key);
    return keys;
  }
  void RequestFrame() override {}
  void StateChanged() override {}
  void RequestSave() override {}

 private:
  bool Step() {
    if (before_each_step) before_each_step();
    return steps_to_live > 0 && steps_to_live-- > 0;
  }
  Result<void> Put(Write write) {
    if (!Step()) return Dead();
    ApplyTo(process->seen, write);
    process->sent.push_back(std::move(write));
    return {};
  }
  static std::unexpected<Error> Dead() { return Fail(ErrorCode::kStorage, "dead"); }
};

struct Tab {
  TabHost host;
  Store store{host};
  StoredRoadmap mine;
  bool busy = false;

  void Hear() {
    if (auto loaded = store.Load(kMap); loaded.stored) mine.progress = Join(mine.progress, loaded.stored->progress);
  }
};

class Browser {
 public:
  Browser(test::Random& random, bool locked) : random_(random), locked_(locked) {}

  void Step() {
    switch (random_.Below(8)) {
      case 0:
        return tabs_.size() < 4 ? Open() : Kill();
      case 1:
      case 2:
      case 3:
        return EditAndSave();
      case 4:
      case 5:
        return Deliver();
      default:
        return Tell();
    }
  }

  // Everything arrives and every tab is gone; then one more comes.
  void CloseDown() {
    tabs_.clear();
    for (const auto& process : processes_) {
      while (!process->sent.empty()) Arrive(*process);
    }
    processes_.clear();
    Open();
    Tab& last = *tabs_.back();
    if (Join(last.mine.progress, acknowledged_) != last.mine.progress) lost_ = true;
    for (int i = 0; i < 2; ++i) {
      last.mine.progress.Set(SkillKey{9}, i == 0 ? SkillState::kLearning : SkillState::kDone);
      if (!last.store.Save(kMap, last.mine)) lost_ = true;
    }
    slots_at_rest_ = last.host.process->seen.size();
  }

  bool Lost() const { return lost_; }
  std::size_t SlotsAtRest() const { return slots_at_rest_; }

 private:
  void Open() {
    // In a process that is there, or in one that begins with what the browser holds.
    if (processes_.empty() || random_.OneIn(2)) processes_.push_back(std::make_shared<Process>(Process{held_, {}, {}}));
    auto tab = std::make_shared<Tab>();
    tab->host.process = processes_[random_.Below(processes_.size())];
    tab->Hear();
    tabs_.push_back(std::move(tab));
  }

  // What it has sent still arrives.
  void Kill() {
    const std::size_t i = random_.Below(tabs_.size());
    if (!tabs_[i]->busy) tabs_.erase(tabs_.begin() + static_cast<std::ptrdiff_t>(i));
  }

  void EditAndSave() {
    if (tabs_.empty()) return;
    const std::shared_ptr<Tab> tab = tabs_[random_.Below(tabs_.size())];
    if (tab->busy) return;
    tab->mine.progress.Set(SkillKey{random_.Between(1, 5)}, static_cast<SkillState>(random_.Below(4)));
    if (random_.OneIn(10)) tab->host.steps_to_live = static_cast<int>(random_.Below(12));
    tab->busy = true;
    tab->host.before_each_step = [this] { Interrupt(); };
    const auto saved = tab->store.Save(kMap, tab->mine);
    tab->host.before_each_step = nullptr;
    tab->busy = false;
    if (saved) {
      acknowledged_ = Join(acknowledged_, saved->progress);
      tab->mine.progress = Join(tab->mine.progress, saved->progress);
    }
    if (tab->host.steps_to_live != std::numeric_limits<int>::max()) std::erase(tabs_, tab);
  }

  // What else happens between two steps of a save.
  void Interrupt() {
    if (nested_ == kMaxNested || !random_.OneIn(3)) return;
    ++nested_;
    if (locked_ || random_.OneIn(2))
      random_.OneIn(2) ? Deliver() : Tell();
    else
      EditAndSave();
    --nested_;
  }

  void Deliver() {
    if (processes_.empty()) return;
    Process& process = *processes_[random_.Below(processes_.size())];
    if (!process.sent.empty()) Arrive(process);
  }

  void Arrive(Process& from) {
    const Write write = std::move(from.sent.front());
    from.sent.pop_front();
    ApplyTo(held_, write);
    for (const auto& process : processes_) {
      if (process.get() != &from) process->heard.push_back(write);
    }
    if (write.text) ever_held_ = Join(ever_held_, ReadSlot(*write.text).value().stored.progress);
    Progress now;
    for (const auto& [key, text] : held_) now = Join(now, ReadSlot(text).value().stored.progress);
    if (now != ever_held_) lost_ = true;
  }

  void Tell() {
    if (processes_.empty()) return;
    const auto process = processes_[random_.Below(processes_.size())];
    if (process->heard.empty()) return;
    ApplyTo(process->seen, process->heard.front());
    process->heard.pop_front();
    for (const auto& tab : tabs_) {
      if (tab->host.process == process && !tab->busy) tab->Hear();
    }
  }

  test::Random& random_;
  const bool locked_;
  Items held_;
  Progress ever_held_, acknowledged_;
  std::vector<std::shared_ptr<Process>> processes_;
  std::vector<std::shared_ptr<Tab>> tabs_;
  int nested_ = 0;
  bool lost_ = false;
  std::size_t slots_at_rest_ = 0;
};

}  // namespace

TEST_CASE("StoreTabs_NothingAcknowledgedIsEverLost", "[prove]") {
  for (const bool locked : {false, true}) {
    test::Random random(locked ? 31 : 32);
    for (std::size_t round = test::Trials(3000) / 50; round > 0; --round) {
      Browser browser(random, locked);
      for (int i = 0; i < 150; ++i) browser.Step();
      browser.CloseDown();
      INFO("locked " << locked << ", " << round << " rounds left");
      REQUIRE_FALSE(browser.Lost());
      REQUIRE(browser.SlotsAtRest() == 2);
    }
  }
}
