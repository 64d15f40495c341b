// What is wrong with a text that is no JSON, in a sentence that names the mend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "io/json_scan.hpp"

namespace waymark {

// What may come next where reading broke off.
enum class JsonExpected : std::uint8_t { kValue, kName, kColon, kSeparator, kEnd };

struct JsonBreak {
  JsonExpected expected = JsonExpected::kValue;
  char open = 0;          // the bracket that the place is inside of; 0 at the top
  bool comma = false;     // a comma stands just before `token`
  std::size_t token = 0;  // where the token begins that can't be read
  std::size_t byte = 0;   // the byte within it that can't; text.size() when the text is cut off
};

JsonFault DescribeJsonBreak(std::string_view text, const JsonBreak& at);

JsonFault BrokenJsonNumber(std::size_t at);

// A sentence on what a file is that is no text of ours at all: empty, in UTF-16, packed or a web page. Empty for
// everything else.
std::string ForeignFile(std::string_view text);

}  // namespace waymark
