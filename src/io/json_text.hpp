// Pieces of JSON as text (RFC 8259), for the writers of this folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace waymark {

// `text` in quotes, with only what must be escaped escaped. Malformed UTF-8 becomes U+FFFD.
void AppendJsonString(std::string& out, std::string_view text);

// The JSON library's decimal, which reads back as the same value; whole numbers below 10^15 without a point; null for
// what is not finite.
void AppendJsonNumber(std::string& out, double value);
void AppendJsonNumber(std::string& out, float value);

// The value that begins at `begin`, in well-formed JSON.
std::string_view JsonValueAt(std::string_view json, std::size_t begin);

// Well-formed JSON without the space between its tokens. Numbers and strings stay as they are written.
std::string CompactJson(std::string_view json);

// Compact JSON on lines of its own, two spaces a level, the first line where `out` stands. Empty objects and arrays,
// and arrays of plain values, stay on one line.
void AppendIndentedJson(std::string& out, std::string_view compact, int level);

}  // namespace waymark
