#include "app/search/fold_text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace waymark;

TEST_CASE("Fold_TakesCaseAndAccentsAway") {
  CHECK(Fold("ÀÉÎõü Žluťoučký").letters == U"aeiou zlutoucky");
  CHECK(Fold("Łódź Đ Ø ı").letters == U"lodz d o i");
  CHECK(Fold("Æsop Þing Weiß Œuvre Ĳ").letters == U"aesop thing weiss oeuvre ij");
  CHECK(Fold("ΆΛΦΑ ς").letters == U"αλφα σ");
  CHECK(Fold("ЁЖИК Ђ").letters == U"ежик ђ");
  CHECK(Fold("ＡＢｃ").letters == U"abｃ");
  CHECK(Fold("×÷ 機械 🎓").letters == U"×÷ 機械 🎓");
}

TEST_CASE("Fold_IsIdempotentOnLatin") {
  for (char32_t c = 0x20; c < 0x180; ++c) {
    std::string text;
    if (c < 0x80)
      text = {static_cast<char>(c)};
    else
      text = {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
    const std::u32string once = Fold(text).letters;
    REQUIRE(once.size() >= 1);
    for (const char32_t letter : once) {
      if (letter >= 0x80) CHECK(letter == c);  // not a letter: stands as it is
    }
  }
}

TEST_CASE("Fold_KeepsTrackOfUtf16") {
  const FoldedText folded = Fold("e\xCC\x81🎓ß");
  CHECK(folded.letters == U"e🎓ss");
  CHECK(folded.from == std::vector<std::uint32_t>{0, 2, 4, 4});
  CHECK(folded.to == std::vector<std::uint32_t>{2, 4, 5, 5});
}

TEST_CASE("IsWordStart_KnowsNamesWithSigns") {
  const std::u32string text = U"use c++, go";
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (IsWordStart(text, i)) starts.push_back(i);
  }
  CHECK(starts == std::vector<std::size_t>{0, 4, 9});
}
