// The small Markdown subset of summaries and bodies: paragraphs, lists, emphasis, strong, code, links. Everything else is
// plain text. HTML is text too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

enum class SpanKind : unsigned char { kText, kEmphasis, kStrong, kCode, kLink };

struct Span {
  SpanKind kind = SpanKind::kText;
  std::string text;
  std::string url;  // of a link: https: or http: only; a link with any other address is read as its text
};

enum class BlockKind : unsigned char { kParagraph, kBulletItem, kNumberedItem };

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  std::vector<Span> spans;
};

// Never fails; O(length); no recursion. Control and bidirectional override characters are dropped.
std::vector<Block> ParseMarkdown(std::string_view text);

// Whether a link may be offered: absolute https: or http:, no user info, no control characters or spaces.
bool IsSafeUrl(std::string_view url);

}  // namespace waymark
