#include "io/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"

namespace waymark {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

template <class T>
void AppendNumber(std::string& out, T value) {
  constexpr T kWhole = 1e15f;  // whole numbers below it are exact and short
  std::array<char, 64> text{};
  char* end = text.data();
  if (!std::isfinite(value)) {
    out += "null";
  } else if (std::trunc(value) == value && std::abs(value) < kWhole) {
    end = std::to_chars(text.data(), text.data() + text.size(), static_cast<std::int64_t>(value)).ptr;
  } else {
    end = nlohmann::detail::to_chars(text.data(), text.data() + text.size(), value);
  }
  out.append(text.data(), end);
}

// The end of the string that begins at `begin`, past its closing quote.
std::size_t StringEnd(std::string_view json, std::size_t begin) {
  std::size_t i = begin + 1;
  while (i < json.size() && json[i] != '"') i += json[i] == '\\' ? 2u : 1u;
  return i < json.size() ? i + 1 : json.size();
}

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The end of the array at `begin` when it holds only plain values, else 0.
std::size_t PlainArrayEnd(std::string_view json, std::size_t begin) {
  for (std::size_t i = begin + 1; i < json.size();) {
    const char c = json[i];
    if (c == '[' || c == '{') return 0;
    if (c == ']') return i + 1;
    i = c == '"' ? StringEnd(json, i) : i + 1;
  }
  return 0;
}

void AppendPlainArray(std::string& out, std::string_view array) {
  for (std::size_t i = 0; i < array.size();) {
    const std::size_t end = array[i] == '"' ? StringEnd(array, i) : i + 1;
    out.append(array, i, end - i);
    if (array[i] == ',') out.push_back(' ');
    i = end;
  }
}

}  // namespace

void AppendJsonString(std::string& out, std::string_view text) {
  out.push_back('"');
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = DecodeUtf8(text, at);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(static_cast<char>(c));
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0x20) {
      out += "\\u00";
      out.push_back(kHex[c >> 4]);
      out.push_back(kHex[c & 15]);
    } else {
      AppendUtf8(out, c);
    }
  }
  out.push_back('"');
}

void AppendJsonNumber(std::string& out, double value) { AppendNumber(out, value); }
void AppendJsonNumber(std::string& out, float value) { AppendNumber(out, value); }

std::string_view JsonValueAt(std::string_view json, std::size_t begin) {
  int depth = 0;
  std::size_t end = begin;
  do {
    const char c = json[end];
    if (c == '"') {
      end = StringEnd(json, end);
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    ++end;
    // A number or a word is over where something else begins.
    while (depth == 0 && c != '}' && c != ']' && end < json.size() && !IsSpace(json[end]) && json[end] != ',' &&
           json[end] != '}' && json[end] != ']') {
      ++end;
    }
  } while (depth > 0 && end < json.size());
  return json.substr(begin, end - begin);
}

std::string CompactJson(std::string_view json) {
  std::string out;
  for (std::size_t i = 0; i < json.size();) {
    const std::size_t end = json[i] == '"' ? StringEnd(json, i) : i + 1;
    if (!IsSpace(json[i])) out.append(json, i, end - i);
    i = end;
  }
  return out;
}

void AppendIndentedJson(std::string& out, std::string_view compact, int level) {
  const auto new_line = [&] { out.append("\n").append(static_cast<std::size_t>(level) * 2, ' '); };
  for (std::size_t i = 0; i < compact.size();) {
    const char c = compact[i];
    const std::size_t plain_end = c == '[' ? PlainArrayEnd(compact, i) : 0;
    if (c == '"') {
      const std::size_t end = StringEnd(compact, i);
      out.append(compact, i, end - i);
      i = end;
      continue;
    }
    if (plain_end != 0) {
      AppendPlainArray(out, compact.substr(i, plain_end - i));
      i = plain_end;
      continue;
    }
    ++i;
    const bool empty = (c == '{' || c == '[') && i < compact.size() && (compact[i] == '}' || compact[i] == ']');
    if (empty) {
      out.push_back(c);
      out.push_back(compact[i++]);
    } else if (c == '{' || c == '[') {
      out.push_back(c);
      ++level;
      new_line();
    } else if (c == '}' || c == ']') {
      --level;
      new_line();
      out.push_back(c);
    } else {
      out.push_back(c);
      if (c == ',') new_line();
      if (c == ':') out.push_back(' ');
    }
  }
}

}  // namespace waymark
