#include "io/message_json.hpp"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

constexpr std::array<std::string_view, 6> kCategories = {"zero", "one", "two", "few", "many", "other"};

Json ValueJson(const MessageArgument::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return MessageJson(std::get<std::vector<Message>>(value).front());
}

std::string TextOf(const Json& json, std::string_view member, std::string fallback) {
  const Json* found = json.Find(member);
  return found ? std::string(found->AsString(fallback)) : fallback;
}

}  // namespace

Json MessageJson(const Message& message) {
  if (message.empty()) return {};
  Json::Object arguments;
  for (const MessageArgument& argument : message.arguments)
    arguments.emplace_back(std::string(argument.name), ValueJson(argument.value));
  return Json::Object{{"id", std::string_view(message.id)}, {"args", std::move(arguments)}};
}

Result<MessageCatalogue> ReadCatalogue(std::string_view text) {
  const Result<Json> json = Json::Parse(text);
  if (!json) return std::unexpected(json.error());
  const Json* messages = json->Find("messages");
  if (!messages || !messages->IsObject()) return Fail(ErrorCode::kSchema, Message{"catalogue.no-messages"});
  std::vector<MessageCatalogue::Entry> entries;
  for (const auto& [id, message] : messages->AsObject()) entries.emplace_back(id, message.AsString());
  NumberStyle numbers;
  numbers.decimal = TextOf(*json, "decimal", numbers.decimal);
  numbers.group = TextOf(*json, "group", numbers.group);
  if (const Json* plurals = json->Find("plurals")) {
    if (plurals->AsArray().size() != numbers.plurals.size())
      return Fail(ErrorCode::kSchema, Message{"catalogue.plurals"});
    for (std::size_t i = 0; i < numbers.plurals.size(); ++i) {
      const auto found = std::ranges::find(kCategories, plurals->AsArray()[i].AsString());
      if (found == kCategories.end()) return Fail(ErrorCode::kSchema, Message{"catalogue.plurals"});
      numbers.plurals[i] = static_cast<PluralCategory>(found - kCategories.begin());
    }
  }
  return MessageCatalogue(std::move(entries), std::move(numbers));
}

}  // namespace waymark
