#include "base/utf8.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/random.hpp"

namespace waymark {
namespace {

TEST_CASE("Utf8_DecodesWhatItEncodes") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(text, c);
    std::size_t at = 0;
    REQUIRE(DecodeUtf8(text, at) == c);
    REQUIRE(at == text.size());
    REQUIRE(IsValidUtf8(text));
  }
}

TEST_CASE("Utf8_RefusesWhatIsMalformed") {
  for (const std::string_view text : {"\x80", "\xC0\x80", "\xC3", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                      "\xF8\x88\x80\x80\x80", "\xE0\x80\xAF", "a\xFF", "\xC3("}) {
    CHECK_FALSE(IsValidUtf8(text));
  }
  std::size_t at = 0;
  CHECK(DecodeUtf8("\xC3(", at) == kReplacementCharacter);
  CHECK(at == 1);
}

TEST_CASE("Utf8_CountsAndCutsByCodePoint") {
  CHECK(CountCodePoints("aé漢🦉") == 4);
  CHECK(Utf8Prefix("aé漢🦉", 2) == "a");
  CHECK(Utf8Prefix("aé漢🦉", 3) == "aé");
  CHECK(Utf8Prefix("aé漢🦉", 9) == "aé漢");
  CHECK(Utf8Prefix("aé漢🦉", 10) == "aé漢🦉");
  CHECK(Utf8Prefix("é", 0).empty());
}

TEST_CASE("Sanitized_DropsControlsAndBidirectionalCharacters") {
  CHECK(Sanitized("a\x01\x7F\u0085\u061C\u200E\u200F\u202A\u202E\u2066\u2069\u2028\uFEFF\uFFFE\uFDD0z") == "az");
  CHECK(Sanitized("fam\u200Dily né 漢 🏳️‍🌈") == "fam\u200Dily né 漢 🏳️‍🌈");
  CHECK(Sanitized("one\r\ntwo\tthree") == "one two three");
  CHECK(Sanitized("one\r\ntwo", LineBreaks::kKept) == "one\ntwo");
  CHECK(Sanitized("x\xFFy") == "x\uFFFDy");
}

TEST_CASE("Sanitized_IsValidAndIdempotentForAnyBytes") {
  test::Random random(12);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint32_t i = random.Below(30); i > 0; --i) {
      if (random.OneIn(2)) {
        text.push_back(static_cast<char>(random.Below(256)));
      } else {
        AppendUtf8(text, random.OneIn(2) ? 0x2000 + random.Below(0x70) : random.Below(0xD800));
      }
    }
    const std::string once = Sanitized(text, LineBreaks::kKept);
    REQUIRE(IsValidUtf8(once));
    REQUIRE(Sanitized(once, LineBreaks::kKept) == once);
    for (std::size_t at = 0; at < once.size();) {
      const char32_t c = DecodeUtf8(once, at);
      REQUIRE((c == '\n' || IsShowable(c)));
    }
  }
}

}  // namespace
}  // namespace waymark
