#include "io/json_fault.hpp"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsNumberStart(char c) { return c == '-' || (c >= '0' && c <= '9'); }

// Whether an escape that begins before `byte` includes it.
bool InEscape(std::string_view text, std::size_t byte) {
  constexpr std::size_t kLongest = 12;  // two \u of a surrogate pair
  const std::size_t from = byte - std::min(byte, kLongest);
  const std::size_t slash = text.substr(from, byte - from).rfind('\\');
  if (slash == std::string_view::npos) return false;
  const std::string_view between = text.substr(from + slash + 1, byte - from - slash - 1);
  return between.empty() || (between[0] == 'u' && between.size() <= 5);
}

std::string BrokenString(std::string_view text, std::size_t byte) {
  const auto c = static_cast<unsigned char>(text[byte]);
  if (c < 0x20) {
    return "A line break or another control character stands in this text; write \\n, \\t or \\u00… in its place.";
  }
  if (c < 0x80 && InEscape(text, byte)) return "There is no such escape in JSON; write \\\\ for a backslash.";
  return "This is not UTF-8; save the file as UTF-8.";
}

std::string UnknownWord(char c) {
  if (c == '/' || c == '#') return "JSON has no comments; take this one out.";
  if (c == '\'') return "Texts and names stand in double quotes; write \" in place of '.";
  return {};
}

std::string Misplaced(const JsonBreak& at, char c) {
  const std::string close = at.open == '{' ? "}" : "]";
  switch (at.expected) {
    case JsonExpected::kEnd:
      return "Something stands after the end; take it out.";
    case JsonExpected::kColon:
      return "A colon is missing between a name and its value; write : before this.";
    case JsonExpected::kSeparator:
      if (c == '}' || c == ']') return "This closes with the wrong bracket; write " + close + " here.";
      if (c == ':') return "A colon stands only after a member's name; take it out, or write the list with { and }.";
      return "A comma is missing before this; put one in.";
    case JsonExpected::kName:
      return "A name in double quotes must stand here, and after it a colon and a value; put quotes around it.";
    case JsonExpected::kValue:
      break;
  }
  if (c == ',' || c == ':' || c == '}' || c == ']') return "A value is missing here; write one, such as null.";
  return "This is no value; write texts in double quotes, a number, true, false or null.";
}

std::string CutOff(const JsonBreak& at) {
  if (at.token < at.byte) return "This ends in the middle of a text or word; the rest of the file is missing.";
  if (at.open == 0) return "Nothing stands here; write a value.";
  return std::string("This ends too early; at least a ") + (at.open == '{' ? '}' : ']') + " is missing at the end.";
}

}  // namespace

std::string ForeignFile(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
      (text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0'))) {
    return "This file is in UTF-16; save it as UTF-8.";
  }
  if (text.starts_with("PK\x03\x04") || text.starts_with("\x1F\x8B")) {
    return "This file is packed (zip or gzip); unpack it and choose the file inside.";
  }
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return "This file is empty; choose another.";
  if (text[first] == '<') {
    return "This is a web page, not JSON; choose another file, or sign in where it comes from and fetch it again.";
  }
  return {};
}

JsonFault BrokenJsonNumber(std::size_t at) {
  return {ErrorCode::kSyntax, "This is no number of JSON; write one like 12, -3 or 0.5.", at};
}

JsonFault DescribeJsonBreak(std::string_view text, const JsonBreak& at) {
  const auto fault = [](std::size_t offset, std::string message) {
    return JsonFault{ErrorCode::kSyntax, "This is not well-formed JSON. " + std::move(message), offset};
  };
  if (std::string foreign = ForeignFile(text); !foreign.empty()) return {ErrorCode::kSyntax, std::move(foreign), 0};
  if (at.byte >= text.size()) return fault(text.size(), CutOff(at));
  const char c = text[at.token];
  if (at.comma && (c == '}' || c == ']')) {
    return fault(text.rfind(',', at.token), "Nothing follows this comma; take it out.");
  }
  if (std::string word = UnknownWord(c); !word.empty()) return fault(at.token, std::move(word));
  const bool wanted = at.expected == JsonExpected::kValue || (at.expected == JsonExpected::kName && c == '"');
  if (wanted && c == '"') return fault(at.byte, BrokenString(text, at.byte));
  if (wanted && IsNumberStart(c)) return BrokenJsonNumber(at.token);
  return fault(at.token, Misplaced(at, c));
}

}  // namespace waymark
