#include "base/decimal.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace waymark {
namespace {

// Clinger, "How to read floating point numbers accurately", PLDI 1990: up to here digits and powers of ten are exact,
// so one multiplication or division rounds once.
constexpr std::uint64_t kMaxExact = std::uint64_t{1} << 53;
constexpr std::array kExactPowers = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                     1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int kMaxExactPower = static_cast<int>(kExactPowers.size()) - 1;
// Beyond these decimal magnitudes everything is infinite, or zero.
constexpr long kInfinite = 310;
constexpr long kVanishing = -345;
constexpr int kMantissaBits = 53;
constexpr int kLeastExponent = -1074;  // of the smallest double
constexpr std::uint32_t kChunk = 1'000'000'000;
constexpr int kChunkDigits = 9;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// digits * 10^exponent, with the digits as they stand in the text (a point among them, which counts for nothing).
struct Decimal {
  std::string_view digits;
  long exponent = 0;
  std::uint64_t small = 0;  // the digits when `exact`
  bool exact = true;
};

// A whole number, least word first, and whether what was cut off below it was nothing.
class BigNumber {
 public:
  void MultiplyAndAdd(std::uint32_t factor, std::uint32_t added) {
    std::uint64_t carry = added;
    for (std::uint32_t& word : words_) {
      carry += std::uint64_t{word} * factor;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) words_.push_back(static_cast<std::uint32_t>(carry));
  }
  void Divide(std::uint32_t divisor) {
    std::uint64_t rest = 0;
    for (std::size_t i = words_.size(); i-- > 0;) {
      rest = rest << 32 | words_[i];
      words_[i] = static_cast<std::uint32_t>(rest / divisor);
      rest %= divisor;
    }
    cut_ = cut_ || rest != 0;
    while (!words_.empty() && words_.back() == 0) words_.pop_back();
  }
  void ShiftByWords(std::size_t count) { words_.insert(words_.begin(), count, 0); }
  void Cut() { cut_ = true; }

  // The nearest double to this * 2^exponent.
  double Rounded(int exponent) const {
    if (words_.empty()) return 0;
    const int bits = static_cast<int>(words_.size()) * 32 - std::countl_zero(words_.back());
    const int dropped = std::max({bits - kMantissaBits, kLeastExponent - exponent, 0});
    std::uint64_t kept = 0;
    for (int bit = bits; bit-- > dropped;) kept = kept << 1 | static_cast<std::uint64_t>(Bit(bit));
    if (dropped > 0 && Bit(dropped - 1) && (kept % 2 == 1 || cut_ || AnyBelow(dropped - 1))) ++kept;
    return std::ldexp(static_cast<double>(kept), exponent + dropped);
  }

 private:
  bool Bit(int at) const {
    const auto word = static_cast<std::size_t>(at / 32);
    return word < words_.size() && (words_[word] >> (at % 32) & 1) != 0;
  }
  bool AnyBelow(int end) const {
    for (int bit = 0; bit < end; ++bit) {
      if (Bit(bit)) return true;
    }
    return false;
  }

  std::vector<std::uint32_t> words_;
  bool cut_ = false;
};

double Slowly(const Decimal& decimal) {
  BigNumber number;
  long exponent = decimal.exponent;
  std::size_t read = 0;
  for (const char c : decimal.digits) {
    if (!IsDigit(c)) continue;
    if (read == kMaxDecimalDigits) {
      ++exponent;
      if (c != '0') number.Cut();
      continue;
    }
    if (read > 0 || c != '0') ++read;
    number.MultiplyAndAdd(10, static_cast<std::uint32_t>(c - '0'));
  }
  if (static_cast<long>(read) + exponent > kInfinite) return read == 0 ? 0 : std::numeric_limits<double>::infinity();
  if (static_cast<long>(read) + exponent < kVanishing) return 0;
  for (; exponent > 0; --exponent) number.MultiplyAndAdd(10, 0);
  // Enough words that the quotient has more bits than a double, since ten is less than 2^4.
  const auto words = static_cast<std::size_t>(-exponent) / 8 + 3;
  if (exponent == 0) return number.Rounded(0);
  number.ShiftByWords(words);
  for (; exponent <= -kChunkDigits; exponent += kChunkDigits) number.Divide(kChunk);
  for (; exponent < 0; ++exponent) number.Divide(10);
  return number.Rounded(-static_cast<int>(words) * 32);
}

double ValueOf(const Decimal& decimal) {
  if (decimal.small == 0 && decimal.exact) return 0;
  if (decimal.exact && decimal.small <= kMaxExact && std::abs(decimal.exponent) <= kMaxExactPower) {
    const auto digits = static_cast<double>(decimal.small);
    const double power = kExactPowers[static_cast<std::size_t>(std::abs(decimal.exponent))];
    return decimal.exponent < 0 ? digits / power : digits * power;
  }
  return Slowly(decimal);
}

// Digits and a point, from `at` on; nothing is taken when there is no digit.
Decimal TakeDigits(std::string_view text, std::size_t& at) {
  Decimal decimal;
  const std::size_t begin = at;
  bool point = false, any = false;
  for (; at < text.size() && (IsDigit(text[at]) || (text[at] == '.' && !point)); ++at) {
    if (text[at] == '.') {
      point = true;
      continue;
    }
    any = true;
    if (point) --decimal.exponent;
    decimal.exact = decimal.exact && decimal.small <= kMaxExact;
    if (decimal.exact) decimal.small = decimal.small * 10 + static_cast<std::uint64_t>(text[at] - '0');
  }
  if (!any) at = begin;
  decimal.digits = text.substr(begin, at - begin);
  return decimal;
}

// The exponent's own digits, held within what can matter beside as many digits as a file has.
long TakeExponent(std::string_view text, std::size_t& at) {
  constexpr long kCap = 100'000'000;  // ten times that fits 32 bits
  std::size_t next = at;
  if (next == text.size() || (text[next] != 'e' && text[next] != 'E')) return 0;
  ++next;
  const bool negative = next < text.size() && text[next] == '-';
  if (next < text.size() && (text[next] == '-' || text[next] == '+')) ++next;
  if (next == text.size() || !IsDigit(text[next])) return 0;
  long value = 0;
  for (; next < text.size() && IsDigit(text[next]); ++next) value = std::min(kCap, value * 10 + (text[next] - '0'));
  at = next;
  return negative ? -value : value;
}

}  // namespace

ReadDecimal ReadDecimalPrefix(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t begin = at;
  Decimal decimal = TakeDigits(text, at);
  if (at == begin) return {};
  decimal.exponent += TakeExponent(text, at);
  const double value = ValueOf(decimal);
  return {.value = text[0] == '-' ? -value : value, .length = at};
}

}  // namespace waymark
