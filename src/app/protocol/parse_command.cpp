#include "app/protocol/arguments.hpp"
#include "app/protocol/page_protocol.hpp"
#include "app/protocol/protocol_table.hpp"
#include "io/json.hpp"

namespace waymark {

Result<Command> ParseCommand(std::string_view json) {
  const auto message = Json::Parse(json, kMaxCommandBytes);
  if (!message) return std::unexpected(message.error());
  const Json* verb = message->Find("do");
  const std::string_view name = verb ? verb->AsString() : std::string_view();
  for (const CommandEntry& entry : CommandTable()) {
    if (entry.name != name) continue;
    const Arguments arguments(*message);
    if (const auto problem = arguments.Problem(entry.arguments))
      return Fail(ErrorCode::kSchema, Message{"command.bad", {{"name", name}, {"problem", *problem}}});
    return entry.make(arguments);
  }
  return Fail(ErrorCode::kSchema, "There is no command “" + std::string(name.substr(0, 40)) + "”.");
}

}  // namespace waymark
