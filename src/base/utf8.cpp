#include "base/utf8.hpp"

namespace waymark {
namespace {

constexpr bool IsContinuation(unsigned char byte) { return (byte & 0xC0u) == 0x80u; }

// The code point at `at` and its length, or length 0 when the bytes are malformed.
struct Decoded {
  char32_t code_point;
  std::size_t length;
};

Decoded TryDecode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  std::size_t length = 0;
  char32_t value = 0;
  char32_t least = 0;
  if ((lead & 0xE0u) == 0xC0u) {
    length = 2, value = lead & 0x1Fu, least = 0x80;
  } else if ((lead & 0xF0u) == 0xE0u) {
    length = 3, value = lead & 0x0Fu, least = 0x800;
  } else if ((lead & 0xF8u) == 0xF0u) {
    length = 4, value = lead & 0x07u, least = 0x10000;
  } else {
    return {kReplacementCharacter, 0};
  }
  if (text.size() - at < length) return {kReplacementCharacter, 0};
  for (std::size_t i = 1; i < length; ++i) {
    if (!IsContinuation(byte(i))) return {kReplacementCharacter, 0};
    value = (value << 6) | (byte(i) & 0x3Fu);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least || value > 0x10FFFF || surrogate) return {kReplacementCharacter, 0};
  return {value, length};
}

}  // namespace

char32_t DecodeUtf8(std::string_view text, std::size_t& at) {
  const Decoded decoded = TryDecode(text, at);
  at += decoded.length == 0 ? 1 : decoded.length;
  return decoded.code_point;
}

void AppendUtf8(std::string& out, char32_t code_point) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

bool IsValidUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = TryDecode(text, at).length;
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) DecodeUtf8(text, at);
  return count;
}

std::string_view Utf8Prefix(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && IsContinuation(static_cast<unsigned char>(text[end]))) --end;
  return text.substr(0, end);
}

bool IsShowable(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return false;
  if (c == 0x061C || c == 0x200E || c == 0x200F) return false;  // bidirectional marks
  if (c >= 0x2028 && c <= 0x202E) return false;                 // separators, embeddings, overrides
  if (c >= 0x2066 && c <= 0x2069) return false;                 // isolates
  if (c == 0xFEFF) return false;
  if ((c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE) return false;  // noncharacters
  return true;
}

std::string Sanitized(std::string_view text, LineBreaks line_breaks) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = DecodeUtf8(text, at);
    if (c == '\n') {
      out.push_back(line_breaks == LineBreaks::kKept ? '\n' : ' ');
    } else if (c == '\t') {
      out.push_back(' ');
    } else if (IsShowable(c)) {
      AppendUtf8(out, c);
    }
  }
  return out;
}

}  // namespace waymark
