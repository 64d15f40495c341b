// What the engine asks of the world around it. The browser implements it; tests use an in-memory one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"

namespace waymark {

class Host {
 public:
  virtual ~Host() = default;

  // Key-value storage that outlives the page. Read: nullopt when the key is absent. Keys start with "waymark:".
  virtual Result<std::optional<std::string>> ReadItem(std::string_view key) = 0;
  virtual Result<void> WriteItem(std::string_view key, std::string_view value) = 0;
  // The keys that start with "waymark:", in any order.
  virtual Result<std::vector<std::string>> ListKeys() = 0;
  virtual Result<void> RemoveItem(std::string_view key) = 0;

  // Each may be called many times in one task and answered once. They may send commands back at once or later.
  virtual void RequestFrame() = 0;  // draw, and send Tick, when the screen is next ready
  virtual void StateChanged() = 0;  // there are slices for the page to take
  virtual void RequestSave() = 0;   // send SaveNow once the lock "waymark:store" is held

  // The context menu of `skill` (key 0: of the background) is open and wants its entries: send ShowMenu.
  virtual void MenuOpened(SkillKey skill) = 0;
  // `action` is the id of the entry that was chosen. The menu is closed by then.
  virtual void MenuItemChosen(std::string_view action, SkillKey skill) = 0;
};

}  // namespace waymark
