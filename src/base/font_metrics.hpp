// Widths of text in the bundled font, so that layout, tests, command line and page agree on the size of a card.
#pragma once

#include <string>
#include <string_view>

namespace waymark {

enum class FontWeight : unsigned char { kRegular = 0, kSemibold = 1 };

// The advance width of `text` (UTF-8) set in `size` units of the bundled font, in the same units. No kerning. A code
// point that the font lacks counts as one em when it is East Asian wide or an emoji, as nothing when it is a combining
// mark or a joiner, else as the average letter.
// O(length).
float TextWidth(std::string_view text, FontWeight weight, float size);

// Whether the bundled font has every letter of `text` (UTF-8); control characters are not seen and do not count.
// O(length).
bool BundledFontHas(std::string_view text);

// The longest prefix of `text` on a code point boundary that fits `max_width` together with an ellipsis, with the
// ellipsis added and spaces before it dropped; `text` itself when it fits whole. O(length).
std::string Ellipsized(std::string_view text, FontWeight weight, float size, float max_width);

}  // namespace waymark
