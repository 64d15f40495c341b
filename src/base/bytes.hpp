// Reading and writing of byte formats: little endian, with bounds checked at every step.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace waymark {

// A varint is LEB128: seven bits a byte, the lowest first, the high bit set on all but the last byte.
class ByteWriter {
 public:
  void U8(std::uint8_t value) { bytes_.push_back(value); }
  void U32(std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) U8(static_cast<std::uint8_t>(value >> shift));
  }
  void Varint(std::uint32_t value) {
    for (; value >= 0x80; value >>= 7) U8(static_cast<std::uint8_t>(value | 0x80u));
    U8(static_cast<std::uint8_t>(value));
  }
  void Append(std::span<const std::uint8_t> bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
  std::span<const std::uint8_t> bytes() const { return bytes_; }

 private:
  std::vector<std::uint8_t> bytes_;
};

// Every read answers nothing past the end, and then leaves the reader where it is. The bytes must outlive it.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

  std::size_t left() const { return rest_.size(); }

  std::optional<std::uint8_t> U8() {
    const auto taken = Take(1);
    if (!taken) return std::nullopt;
    return (*taken)[0];
  }
  std::optional<std::uint32_t> U32() {
    const auto taken = Take(4);
    if (!taken) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value |= static_cast<std::uint32_t>((*taken)[i]) << (8 * i);
    return value;
  }
  // Nothing, too, for a value of more than 32 bits or one written longer than needed.
  std::optional<std::uint32_t> Varint() {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 5 && i < rest_.size(); ++i) {
      const std::uint32_t part = rest_[i] & 0x7Fu;
      if (i == 4 && part > 0x0Fu) return std::nullopt;
      value |= part << (7 * i);
      if ((rest_[i] & 0x80u) != 0) continue;
      if (i > 0 && part == 0) return std::nullopt;
      rest_ = rest_.subspan(i + 1);
      return value;
    }
    return std::nullopt;
  }
  std::optional<std::span<const std::uint8_t>> Take(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    const auto taken = rest_.first(count);
    rest_ = rest_.subspan(count);
    return taken;
  }

 private:
  std::span<const std::uint8_t> rest_;
};

}  // namespace waymark
