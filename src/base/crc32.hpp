// CRC-32 as in ISO-HDLC, zlib and PNG (reflected polynomial 0xEDB88320, all ones before and after). Detects every burst
// of up to 32 bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace waymark {

namespace detail {

// Half a byte at a time: a table for whole ones is a kilobyte that no compressor makes smaller.
inline constexpr std::array<std::uint32_t, 16> kCrcTable = [] {
  std::array<std::uint32_t, 16> table{};
  for (std::uint32_t i = 0; i < 16; ++i) {
    std::uint32_t c = i;
    for (int bit = 0; bit < 4; ++bit) c = (c & 1u) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
    table[i] = c;
  }
  return table;
}();

constexpr std::uint32_t CrcWith(std::uint32_t c, std::uint8_t byte) {
  c ^= byte;
  c = kCrcTable[c & 15u] ^ (c >> 4);
  return kCrcTable[c & 15u] ^ (c >> 4);
}

}  // namespace detail

constexpr std::uint32_t Crc32(std::span<const std::uint8_t> bytes) {
  std::uint32_t c = 0xFFFFFFFFu;
  for (const std::uint8_t byte : bytes) c = detail::CrcWith(c, byte);
  return c ^ 0xFFFFFFFFu;
}

constexpr std::uint32_t Crc32(std::string_view text) {
  std::uint32_t c = 0xFFFFFFFFu;
  for (const char ch : text) c = detail::CrcWith(c, static_cast<std::uint8_t>(ch));
  return c ^ 0xFFFFFFFFu;
}

// As our formats write it: eight small hexadecimal digits.
inline std::string CrcDigits(std::uint32_t crc) {
  std::string out(8, '0');
  for (std::size_t i = 8; i-- > 0; crc >>= 4) out[i] = "0123456789abcdef"[crc & 15u];
  return out;
}

}  // namespace waymark
