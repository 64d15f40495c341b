#include "view/cards/text_wrap.hpp"

#include <catch2/catch_test_macros.hpp>

namespace waymark {
namespace {

constexpr FontWeight kWeight = FontWeight::kRegular;

TEST_CASE("WrapText_LosesNothingAndFitsEveryLine") {
  const std::string text = "Why a model that is perfect on yesterday's data fails tomorrow";
  const auto lines = WrapText(text, kWeight, 10, 120, 99);
  std::string joined;
  for (const std::string& line : lines) {
    CHECK(TextWidth(line, kWeight, 10) <= 120);
    joined += (joined.empty() ? "" : " ") + line;
  }
  CHECK(joined == text);
  CHECK(lines.size() > 2);
}

TEST_CASE("WrapText_EndsTheLastLineInAnEllipsis") {
  const auto lines = WrapText("one two three four five six seven eight nine ten", kWeight, 10, 60, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].ends_with("\u2026"));
  CHECK(TextWidth(lines[1], kWeight, 10) <= 60);
}

TEST_CASE("WrapText_BreaksAWordThatNoLineHolds") {
  const auto lines = WrapText("Donaudampfschifffahrtsgesellschaft", kWeight, 10, 60, 9);
  CHECK(lines.size() > 1);
  std::string joined;
  for (const std::string& line : lines) {
    CHECK(TextWidth(line, kWeight, 10) <= 60);
    joined += line;
  }
  CHECK(joined == "Donaudampfschifffahrtsgesellschaft");
  // On code point boundaries.
  const std::string wide = "\u6a5f\u68b0\u5b66\u7fd2\u5165\u9580";
  for (const std::string& line : WrapText(wide, kWeight, 10, 25, 9)) CHECK(line.size() % 3 == 0);
}

TEST_CASE("WrapText_TakesBlankRunsAsOneSpace") {
  CHECK(WrapText("  a \n\t b  ", kWeight, 10, 500, 3) == std::vector<std::string>{"a b"});
  CHECK(WrapText("", kWeight, 10, 500, 3).empty());
  CHECK(WrapText("   ", kWeight, 10, 500, 3).empty());
}

TEST_CASE("WrapBalanced_LeavesNoWordAlone") {
  const std::string title = "Maths that you will use";
  const float width = TextWidth("Maths that you will", kWeight, 10) + 1;
  CHECK(WrapText(title, kWeight, 10, width, 2).back() == "use");
  const auto lines = WrapBalanced(title, kWeight, 10, width, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] + " " + lines[1] == title);
  CHECK(lines[1] != "use");
  // A word that fits is never broken for balance.
  const auto words = WrapBalanced("Recommenders and so", kWeight, 10, TextWidth("Recommenders and", kWeight, 10), 2);
  CHECK(words == std::vector<std::string>{"Recommenders", "and so"});
  // What fits one line stays on it; what fits no two keeps its ellipsis.
  CHECK(WrapBalanced(title, kWeight, 10, 500, 2).size() == 1);
  CHECK(WrapBalanced(title, kWeight, 10, 40, 2) == WrapText(title, kWeight, 10, 40, 2));
}

}  // namespace
}  // namespace waymark
