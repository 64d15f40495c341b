// The small Markdown subset of summaries and bodies: paragraphs (a blank line between), lists (`- ` or `* `, `1. `),
// *emphasis*, **strong**, `code`, [links](https://…), a backslash before a mark. Spans don't nest. Everything else is
// plain text. HTML is text too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/safe_url.hpp"

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

}  // namespace waymark
