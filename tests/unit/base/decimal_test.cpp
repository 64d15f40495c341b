#include "base/decimal.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

#include "support/random.hpp"

namespace waymark {
namespace {

void CheckAgainstTheStandardLibrary(const std::string& text) {
  CAPTURE(text);
  char* end = nullptr;
  const double wanted = std::strtod(text.c_str(), &end);
  const ReadDecimal read = ReadDecimalPrefix(text);
  REQUIRE(std::bit_cast<std::uint64_t>(read.value) == std::bit_cast<std::uint64_t>(wanted));
  REQUIRE(read.length == static_cast<std::size_t>(end - text.c_str()));
}

std::string Digits(test::Random& random, std::size_t count) {
  std::string text;
  for (; count > 0; --count) text += static_cast<char>('0' + random.Below(10));
  return text;
}

}  // namespace

TEST_CASE("Decimal_ReadsAsTheStandardLibraryDoes") {
  for (const char* text : {"0",
                           "-0",
                           "1",
                           "-1.5",
                           "0.1",
                           "1e22",
                           "1e23",
                           "9007199254740993",
                           "9007199254740992.5",
                           "1e308",
                           "1.7976931348623157e308",
                           "1.7976931348623159e308",
                           "1e309",
                           "-1e400",
                           "4.9e-324",
                           "2.4703282292062327e-324",
                           "2.4703282292062328e-324",
                           "1e-400",
                           "2.2250738585072011e-308",
                           "2.2250738585072014e-308",
                           "0.000000000000000000000000000001",
                           "1.",
                           ".5",
                           "+2",
                           "1e",
                           "1e+",
                           "1e5x",
                           "12.5.5",
                           "",
                           "-",
                           ".",
                           "e5",
                           "x",
                           "1e999999999999",
                           "0e999999999999",
                           "1e-999999999999",
                           "123456789012345678901234567890"}) {
    CheckAgainstTheStandardLibrary(text);
  }
}

TEST_CASE("Decimal_ReadsEveryDoubleBack") {
  test::Random random(21);
  for (int round = 0; round < 20'000; ++round) {
    const auto value = std::bit_cast<double>(random.Next());
    if (!std::isfinite(value)) continue;
    char text[64];
    std::snprintf(text, sizeof text, "%.17g", value);
    CheckAgainstTheStandardLibrary(text);
  }
}

TEST_CASE("Decimal_RoundsAnyDigitsToTheNearest") {
  test::Random random(22);
  for (int round = 0; round < 5'000; ++round) {
    const std::string text = Digits(random, 1 + random.Below(40)) + '.' + Digits(random, random.Below(40)) + 'e' +
                             std::to_string(static_cast<int>(random.Below(700)) - 350);
    CheckAgainstTheStandardLibrary(text);
  }
}

// Half-way between two doubles, and a last digit far behind that tips it over.
TEST_CASE("Decimal_LooksAtEveryDigitThatCounts") {
  test::Random random(23);
  for (int round = 0; round < 50; ++round) {
    const auto value = std::bit_cast<double>((random.Next() >> 12) | std::uint64_t{900 + random.Below(100)} << 52);
    char text[1200];
    std::snprintf(text, sizeof text, "%.1100f", value + 0.0);
    CheckAgainstTheStandardLibrary(text);
    CheckAgainstTheStandardLibrary(std::string(text) + "1");
  }
  const std::string half = "9007199254740993.";
  CheckAgainstTheStandardLibrary(half + std::string(790, '0') + "1");
  CheckAgainstTheStandardLibrary(half + std::string(2000, '0') + "1");
  CheckAgainstTheStandardLibrary("0." + std::string(400, '0') + "1e400");
}

}  // namespace waymark
