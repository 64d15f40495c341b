#include "io/markdown.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <iterator>
#include <string>

#include "support/random.hpp"

namespace waymark {
namespace {

// `kind:text` of every span, blocks apart by a bar.
std::string Shown(std::string_view text) {
  constexpr std::string_view kBlocks = "p-1";
  std::string out;
  for (const Block& block : ParseMarkdown(text)) {
    if (!out.empty()) out += " | ";
    out += kBlocks[static_cast<std::size_t>(block.kind)];
    for (const Span& span : block.spans) {
      out += std::string(" ") + "teSck"[static_cast<std::size_t>(span.kind)] + ":" + span.text;
      if (span.kind == SpanKind::kLink) out += "@" + span.url;
    }
  }
  return out;
}

TEST_CASE("Markdown_ReadsBlocks") {
  CHECK(Shown("One\ntwo.\n\nThree.") == "p t:One two. | p t:Three.");
  CHECK(Shown("Text\n- a\n  goes on\n* b\n\n1. c\n22. d") == "p t:Text | - t:a goes on | - t:b | 1 t:c | 1 t:d");
  CHECK(Shown("").empty());
  CHECK(Shown(" \n\n ").empty());
}

TEST_CASE("Markdown_ReadsSpans") {
  CHECK(Shown("a *b* **c** `d*` e") == "p t:a  e:b t:  S:c t:  c:d* t: e");
  CHECK(Shown("[x](https://example.org/a?b#c)!") == "p k:x@https://example.org/a?b#c t:!");
  CHECK(Shown(R"(\*not\* \[a\])") == "p t:*not* [a]");
}

TEST_CASE("Markdown_LeavesWhatIsNoMarkAlone") {
  CHECK(Shown("2 * 3 * 4") == "p t:2 * 3 * 4");
  CHECK(Shown("a * b *c") == "p t:a * b *c");
  CHECK(Shown("**x `y [z] (w)") == "p t:**x `y [z] (w)");
  CHECK(Shown("``") == "p t:``");
  CHECK(Shown("<b>&amp;</b>") == "p t:<b>&amp;</b>");
  CHECK(Shown("# no heading") == "p t:# no heading");
}

TEST_CASE("Markdown_ReadsAnUnsafeLinkAsItsText") {
  CHECK(Shown("see [here](javascript:alert(1)) now") == "p t:see here) now");
  CHECK(Shown("[x](data:text/html,y)") == "p t:x");
}

TEST_CASE("Markdown_DropsBidirectionalAndControlCharacters") {
  CHECK(Shown("a\u202Eb \x07`c\u2066`") == "p t:ab  c:c");
}

TEST_CASE("Markdown_LosesNoLettersAndShowsNothingUnsafe") {
  test::Random random(17);
  constexpr std::string_view kPieces[] = {"a",  "b ",   "*",  "**",  "`", "[", "](", ")", "https://a.org",
                                          "\n", "\n\n", "- ", "1. ", "\\"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint32_t i = random.Below(25); i > 0; --i) text += kPieces[random.Below(std::size(kPieces))];
    std::size_t letters = 0;
    for (const Block& block : ParseMarkdown(text)) {
      REQUIRE_FALSE(block.spans.empty());
      for (const Span& span : block.spans) {
        REQUIRE(span.url.empty() == (span.kind != SpanKind::kLink));
        REQUIRE((span.url.empty() || IsSafeUrl(span.url)));
        letters += static_cast<std::size_t>(std::ranges::count(span.text, 'b'));
      }
    }
    // Only the address of a link may go.
    if (!text.contains("](")) REQUIRE(letters == static_cast<std::size_t>(std::ranges::count(text, 'b')));
  }
}

TEST_CASE("Markdown_IsLinearOnHostileText") {
  // Each of these is quadratic for a reader that looks for the closing mark again and again; at this length that would
  // take minutes.
  constexpr std::size_t kTimes = 400'000;
  for (const std::string_view piece : {"[", "*a ", "**a ", "`", "[a](", "](", "\\[", "- *", "[a"}) {
    std::string text;
    for (std::size_t i = 0; i < kTimes; ++i) text += piece;
    CHECK_FALSE(ParseMarkdown(text + "](x)").empty());
  }
}

TEST_CASE("SafeUrl_AcceptsOrdinaryAddresses") {
  for (const std::string_view url :
       {"https://example.org", "http://example.org/", "https://a-b.example.co.uk:8443/p/q?x=1&y=%20#z",
        "https://127.0.0.1/x", "https://example.org/@user/a(b)", "https://example.org?q"}) {
    INFO(url);
    CHECK(IsSafeUrl(url));
  }
}

TEST_CASE("SafeUrl_RefusesHostileOnes") {
  for (const std::string_view url : {"",
                                     "javascript:alert(1)",
                                     "JaVaScRiPt:alert(1)",
                                     " https://example.org",
                                     "https://example.org ",
                                     "java\tscript:x",
                                     "\x01https://a.org",
                                     "data:text/html,x",
                                     "vbscript:x",
                                     "file:///etc/passwd",
                                     "//example.org",
                                     "/path",
                                     "https:",
                                     "https://",
                                     "https:///x",
                                     "https:example.org",
                                     "https:/example.org",
                                     "https://user@example.org",
                                     "https://user:pass@example.org",
                                     "https://a.org\\@b.org",
                                     "https://a.org\n",
                                     "https://a.org/\u202Ex",
                                     "https://ex\u00E4mple.org",
                                     "https://a..b",
                                     "https://.a",
                                     "https://a.org:",
                                     "https://a.org:80x",
                                     "https://a.org:123456",
                                     "https://[::1]/",
                                     "HTTPS://example.org",
                                     "https://a.org/<b>",
                                     "https://a.org/\"x",
                                     "blob:https://a.org/1",
                                     "https://a.org/a b",
                                     "https://a.org/\x7F"}) {
    INFO(url);
    CHECK_FALSE(IsSafeUrl(url));
  }
  CHECK_FALSE(IsSafeUrl("https://a.org/" + std::string(2000, 'x')));
}

}  // namespace
}  // namespace waymark
