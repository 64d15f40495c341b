#include "base/font_metrics.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "base/utf8.hpp"

namespace waymark {
namespace {

using Catch::Matchers::WithinRel;

TEST_CASE("TextWidth_AddsUpAndScales") {
  const float narrow = TextWidth("Kern", FontWeight::kRegular, 10);
  CHECK_THAT(TextWidth("KernKern", FontWeight::kRegular, 10), WithinRel(2 * narrow, 1e-5f));
  CHECK_THAT(TextWidth("Kern", FontWeight::kRegular, 30), WithinRel(3 * narrow, 1e-5f));
  CHECK(TextWidth("", FontWeight::kRegular, 10) == 0.0f);
  CHECK(TextWidth("iii", FontWeight::kRegular, 10) < TextWidth("WWW", FontWeight::kRegular, 10));
}

TEST_CASE("TextWidth_CountsByCodePoint") {
  CHECK(TextWidth("漢字", FontWeight::kRegular, 16) == 32.0f);
  CHECK(TextWidth("🦉", FontWeight::kSemibold, 16) == 16.0f);
  CHECK(TextWidth("e\u0301", FontWeight::kRegular, 16) == TextWidth("e", FontWeight::kRegular, 16));
  const float devanagari = TextWidth("क", FontWeight::kRegular, 16);
  CHECK(devanagari > TextWidth("i", FontWeight::kRegular, 16));
  CHECK(devanagari < TextWidth("W", FontWeight::kRegular, 16));
}

TEST_CASE("BundledFontHas_KnowsWhichLettersAreMissing") {
  for (const char* has : {"", "Kern", "Gewöhnliche …", "½ · ×", "a\tb"}) CHECK(BundledFontHas(has));
  for (const char* lacks : {"漢字", "Python 🐍", "تعلم", "सीखना", "e\u0301", "\xff"})
    CHECK_FALSE(BundledFontHas(lacks));
}

TEST_CASE("Ellipsized_FitsAndIsLongest") {
  const std::string_view text = "Gewöhnliche Differentialgleichungen, 常微分方程";
  const float whole = TextWidth(text, FontWeight::kSemibold, 14);
  for (float width = 20; width < whole + 10; width += 3) {
    const std::string cut = Ellipsized(text, FontWeight::kSemibold, 14, width);
    REQUIRE(IsValidUtf8(cut));
    if (width >= whole) {
      REQUIRE(cut == text);
      continue;
    }
    REQUIRE(TextWidth(cut, FontWeight::kSemibold, 14) <= width);
    REQUIRE(cut.ends_with("…"));
    const std::string kept = cut.substr(0, cut.size() - std::string_view("…").size());
    REQUIRE(text.starts_with(kept));
    std::size_t next = kept.size();
    while (text[next] == ' ') ++next;
    DecodeUtf8(text, next);
    REQUIRE(TextWidth(std::string(text.substr(0, next)) + "…", FontWeight::kSemibold, 14) > width);
  }
}

}  // namespace
}  // namespace waymark
