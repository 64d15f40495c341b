// A Host in memory that can do what browsers do: refuse, run out of room, die in the middle, share storage between
// tabs.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/host.hpp"

namespace waymark {

class MemoryHost : public Host {
 public:
  using Items = std::map<std::string, std::string, std::less<>>;

  // Hosts that are given the same items are tabs of one browser.
  explicit MemoryHost(std::shared_ptr<Items> shared = std::make_shared<Items>()) : items(std::move(shared)) {}

  std::shared_ptr<Items> items;
  bool refuses = false;                                        // as when storage is null or throws SecurityError
  std::size_t room = std::numeric_limits<std::size_t>::max();  // bytes that all values may take
  int steps_to_live = std::numeric_limits<int>::max();  // storage calls until the page is killed: later ones do nothing
  std::function<void()> before_write;                   // what another tab does in between, once
  std::function<void()> on_save_request;
  std::function<void(SkillKey)> on_menu;
  std::vector<std::pair<std::string, SkillKey>> chosen;  // entries of the menu
  int reads = 0, writes = 0, frames = 0, changes = 0, save_requests = 0;

  Result<std::optional<std::string>> ReadItem(std::string_view key) override {
    if (!Alive()) return Refused();
    ++reads;
    const auto item = items->find(key);
    return item == items->end() ? std::nullopt : std::optional(item->second);
  }

  Result<void> WriteItem(std::string_view key, std::string_view value) override {
    if (before_write) std::exchange(before_write, nullptr)();
    if (!Alive()) return Refused();
    std::size_t total = value.size();
    for (const auto& [name, text] : *items) total += name == key ? 0 : text.size();
    if (total > room) return Refused();
    ++writes;
    items->insert_or_assign(std::string(key), std::string(value));
    return {};
  }

  Result<std::vector<std::string>> ListKeys() override {
    if (!Alive()) return Refused();
    std::vector<std::string> keys;
    for (const auto& [key, text] : *items) {
      if (key.starts_with("waymark:")) keys.push_back(key);
    }
    return keys;
  }

  Result<void> RemoveItem(std::string_view key) override {
    if (!Alive()) return Refused();
    if (const auto item = items->find(key); item != items->end()) items->erase(item);
    return {};
  }

  void RequestFrame() override { ++frames; }
  void StateChanged() override { ++changes; }
  void RequestSave() override {
    ++save_requests;
    if (on_save_request) on_save_request();
  }
  void MenuOpened(SkillKey skill) override {
    if (on_menu) on_menu(skill);
  }
  void MenuItemChosen(std::string_view action, SkillKey skill) override { chosen.emplace_back(action, skill); }

 private:
  bool Alive() { return !refuses && steps_to_live > 0 && steps_to_live-- > 0; }
  static std::unexpected<Error> Refused() { return Fail(ErrorCode::kStorage, "refused"); }
};

}  // namespace waymark
