#include "cli/english.hpp"

#include <cassert>
#include <string_view>

#include "io/message_json.hpp"

namespace waymark {

// Generated from assets/messages/en.json (cmake/embed_text.cmake).
extern const std::string_view kEnglishJson;

const MessageCatalogue& EnglishCatalogue() {
  static const MessageCatalogue catalogue = [] {
    Result<MessageCatalogue> read = ReadCatalogue(kEnglishJson);
    assert(read && "assets/messages/en.json");
    return *std::move(read);
  }();
  return catalogue;
}

std::string English(const Message& message) { return EnglishCatalogue().Format(message); }

}  // namespace waymark
