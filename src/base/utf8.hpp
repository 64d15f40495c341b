// UTF-8 (RFC 3629): decoding, checking, and cleaning of text that will be shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace waymark {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// The code point at `at`, which moves past it. What is not UTF-8 (overlong, surrogate, beyond U+10FFFF, cut off) reads
// as kReplacementCharacter and moves one byte. `at` must be less than text.size().
char32_t DecodeUtf8(std::string_view text, std::size_t& at);

void AppendUtf8(std::string& out, char32_t code_point);

bool IsValidUtf8(std::string_view text);

std::size_t CountCodePoints(std::string_view text);

// The longest prefix of at most `max_bytes` bytes that cuts no code point in two.
std::string_view Utf8Prefix(std::string_view text, std::size_t max_bytes);

// Whether a code point may stand in text that is shown: no control (C0, C1, U+2028, U+2029), no bidirectional mark,
// embedding, override or isolate (they let a text pose as another: Boucher and Anderson, "Trojan Source", USENIX
// Security 2023), no byte order mark, no noncharacter.
bool IsShowable(char32_t code_point);

enum class LineBreaks : unsigned char { kToSpaces, kKept };

// `text` without what is not showable; a tab becomes a space, and so does a line feed unless it is kept (a carriage
// return then goes). Malformed bytes become U+FFFD. Idempotent.
std::string Sanitized(std::string_view text, LineBreaks line_breaks = LineBreaks::kToSpaces);

}  // namespace waymark
