// Messages on their way to the page, and catalogues on theirs to the engine.
#pragma once

#include <string_view>

#include "base/message_catalogue.hpp"
#include "base/result.hpp"
#include "io/json.hpp"

namespace waymark {

// {"id":"graph.cycle","args":{"circle":"…","count":3,"why":{"id":…}}}; null for an empty message.
Json MessageJson(const Message& message);

// A catalogue as the page hands it over, every member but "messages" optional:
//   {"messages":{id: message…},"decimal":".","group":",","plurals":["other","one",…]}
// "plurals" names the category of each whole number from 0 to 199. kSchema for anything else.
Result<MessageCatalogue> ReadCatalogue(std::string_view json);

}  // namespace waymark
