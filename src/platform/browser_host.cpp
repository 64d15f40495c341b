#include "platform/browser_host.hpp"

#include <emscripten/em_js.h>

#include <cstdlib>
#include <memory>
#include <ranges>

// clang-format off
EM_JS_DEPS(waymark_host, "$UTF8ToString,$stringToNewUTF8");

// Null both when there is no such item and when storage refuses; then *refused is 1.
EM_JS(char*, waymark_host_read, (const char* key, int* refused), {
  HEAP32[refused >> 2] = 0;
  try {
    const text = Module["host"].read(UTF8ToString(key));
    return text === null || text === undefined ? 0 : stringToNewUTF8(text);
  } catch (e) {
    HEAP32[refused >> 2] = 1;
    return 0;
  }
});

EM_JS(int, waymark_host_write, (const char* key, const char* text), {
  try {
    Module["host"].write(UTF8ToString(key), UTF8ToString(text));
    return 1;
  } catch (e) {
    return 0;
  }
});

// One key a line. Null when storage refuses.
EM_JS(char*, waymark_host_keys, (), {
  try {
    return stringToNewUTF8(Module["host"].keys().filter((key) => !key.includes("\n")).join("\n"));
  } catch (e) {
    return 0;
  }
});

EM_JS(int, waymark_host_remove, (const char* key), {
  try {
    Module["host"].remove(UTF8ToString(key));
    return 1;
  } catch (e) {
    return 0;
  }
});

EM_JS(void, waymark_host_request_frame, (), { Module["host"].requestFrame(); });
EM_JS(void, waymark_host_changed, (), { Module["host"].changed(); });
EM_JS(void, waymark_host_save, (), { Module["host"].save(); });
EM_JS(void, waymark_host_menu_opened, (unsigned skill), { Module["host"].menuOpened(skill); });
EM_JS(void, waymark_host_menu_chosen, (const char* action, unsigned skill), {
  Module["host"].menuChosen(UTF8ToString(action), skill);
});
EM_JS(void, waymark_host_cursor, (const char* name), { Module["host"].cursor(UTF8ToString(name)); });
// clang-format on

namespace waymark {
namespace {

std::unexpected<Error> Refused() {
  return Fail(ErrorCode::kStorage,
              "Your browser refuses to store anything for this page; allow it to keep site data, or save your progress "
              "to a file.");
}

}  // namespace

Result<std::optional<std::string>> BrowserHost::ReadItem(std::string_view key) {
  int refused = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(waymark_host_read(std::string(key).c_str(), &refused),
                                                         &std::free);
  if (refused != 0) return Refused();
  if (text == nullptr) return std::nullopt;
  return std::string(text.get());
}

Result<void> BrowserHost::WriteItem(std::string_view key, std::string_view value) {
  if (waymark_host_write(std::string(key).c_str(), std::string(value).c_str()) == 0) return Refused();
  return {};
}

Result<std::vector<std::string>> BrowserHost::ListKeys() {
  const std::unique_ptr<char, decltype(&std::free)> text(waymark_host_keys(), &std::free);
  if (text == nullptr) return Refused();
  std::vector<std::string> keys;
  for (const auto line : std::views::split(std::string_view(text.get()), '\n'))
    keys.emplace_back(line.begin(), line.end());
  return keys;
}

Result<void> BrowserHost::RemoveItem(std::string_view key) {
  if (waymark_host_remove(std::string(key).c_str()) == 0) return Refused();
  return {};
}

void BrowserHost::RequestFrame() { waymark_host_request_frame(); }
void BrowserHost::StateChanged() { waymark_host_changed(); }
void BrowserHost::RequestSave() { waymark_host_save(); }

void BrowserHost::MenuOpened(SkillKey skill) { waymark_host_menu_opened(skill.value); }
void BrowserHost::MenuItemChosen(std::string_view action, SkillKey skill) {
  waymark_host_menu_chosen(std::string(action).c_str(), skill.value);
}

void BrowserHost::SetCursor(std::string_view cursor) {
  if (cursor == cursor_) return;
  cursor_ = cursor;
  waymark_host_cursor(cursor_.c_str());
}

}  // namespace waymark
