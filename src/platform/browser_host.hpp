// The browser as the engine's Host: the `host` object that the page gave the module. What its functions throw is caught
// there and comes back as an error.
#pragma once

#include "app/host.hpp"

namespace waymark {

class BrowserHost final : public Host {
 public:
  Result<std::optional<std::string>> ReadItem(std::string_view key) override;
  Result<void> WriteItem(std::string_view key, std::string_view value) override;
  Result<std::vector<std::string>> ListKeys() override;
  Result<void> RemoveItem(std::string_view key) override;
  void RequestFrame() override;
  void StateChanged() override;
  void RequestSave() override;
  void MenuOpened(SkillKey skill) override;
  void MenuItemChosen(std::string_view action, SkillKey skill) override;

  // A CSS cursor for the canvas; told only when it changes.
  void SetCursor(std::string_view cursor);

 private:
  std::string cursor_;
};

}  // namespace waymark
