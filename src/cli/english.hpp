// The English catalogue, built into the command-line tool and its tests. The page brings its own.
#pragma once

#include <string>

#include "base/message_catalogue.hpp"

namespace waymark {

// assets/messages/en.json. Read at the first call.
const MessageCatalogue& EnglishCatalogue();

// The sentence in English.
std::string English(const Message& message);

}  // namespace waymark
