// Text broken into lines that fit a width, by the bundled font's metrics.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/font_metrics.hpp"

namespace waymark {

// At most `max_lines` lines of `text` (UTF-8), none wider than `max_width`; the last one ends in an ellipsis when there
// is more. Breaks at spaces, and inside a word only when it is wider than a line (or has no spaces, as in Chinese).
// Runs of spaces and line breaks count as one space. O(length × length of a line).
std::vector<std::string> WrapText(std::string_view text, FontWeight weight, float size, float max_width, int max_lines);

// The same for titles: as few lines as WrapText needs, broken so that the longest is as short as it can be.
std::vector<std::string> WrapBalanced(std::string_view text, FontWeight weight, float size, float max_width,
                                      int max_lines);

// The width of the widest word. O(length).
float WidestWord(std::string_view text, FontWeight weight, float size);

}  // namespace waymark
