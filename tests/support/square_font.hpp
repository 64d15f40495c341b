// A TrueType font whose every character from space to ÿ is the same square: enough for whatever draws text.
//
// Source: "OpenType specification", version 1.9, the required tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark {

namespace square_font {

// Big-endian numbers, one after the other.
struct Bytes {
  std::string data;
  Bytes& U16(int value) {
    data.push_back(static_cast<char>(value >> 8 & 0xff));
    data.push_back(static_cast<char>(value & 0xff));
    return *this;
  }
  Bytes& U32(std::uint32_t value) { return U16(static_cast<int>(value >> 16)).U16(static_cast<int>(value & 0xffff)); }
  Bytes& Zeros(std::size_t count) { return data.append(count, '\0'), *this; }
};

inline std::string CharacterMap() {
  Bytes table;
  table.U16(0).U16(1).U16(0).U16(3).U32(12);  // one map: Unicode
  table.U16(0).U16(262).U16(0);               // of one byte a character
  for (int c = 0; c < 256; ++c) table.data.push_back(static_cast<char>(c >= 32 ? 1 : 0));
  return table.data;
}

inline std::string SquareGlyph() {
  Bytes table;
  table.U16(1).U16(100).U16(0).U16(600).U16(500);       // one outline; its box
  table.U16(3).U16(0);                                  // last point; no instructions
  for (int i = 0; i < 4; ++i) table.data.push_back(1);  // all on the outline
  for (const int dx : {100, 0, 500, 0}) table.U16(dx);
  for (const int dy : {0, 500, 0, -500}) table.U16(dy);
  return table.Zeros(2).data;
}

}  // namespace square_font

inline std::string SquareFont() {
  using square_font::Bytes;
  constexpr int kEm = 1000, kAscender = 900, kDescender = -250, kAdvance = 700;
  const std::string glyph = square_font::SquareGlyph();
  const std::vector<std::pair<std::string_view, std::string>> tables = {
      {"cmap", square_font::CharacterMap()},
      {"glyf", glyph},
      {"head", Bytes().Zeros(18).U16(kEm).Zeros(30).U16(1).U16(0).data},  // 1: loca has 32 bits an entry
      {"hhea", Bytes().Zeros(4).U16(kAscender).U16(kDescender).Zeros(26).U16(2).data},
      {"hmtx", Bytes().U16(kAdvance).U16(0).U16(kAdvance).U16(100).data},
      {"loca", Bytes().U32(0).U32(0).U32(static_cast<std::uint32_t>(glyph.size())).data},
      {"maxp", Bytes().U32(0x5000).U16(2).Zeros(2).data},
  };
  Bytes font, body;
  font.U32(0x10000).U16(static_cast<int>(tables.size())).Zeros(6);
  const std::size_t start = 12 + 16 * tables.size();
  for (const auto& [tag, data] : tables) {
    font.data += tag;
    font.U32(0).U32(static_cast<std::uint32_t>(start + body.data.size())).U32(static_cast<std::uint32_t>(data.size()));
    body.data += data;
    body.Zeros((4 - data.size() % 4) % 4);
  }
  return font.data + body.data;
}

}  // namespace waymark
