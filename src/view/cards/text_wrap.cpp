#include "view/cards/text_wrap.hpp"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

bool Continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// The longest prefix of `word` that fits, at least one code point.
std::size_t FittingPrefix(std::string_view word, FontWeight weight, float size, float max_width) {
  std::size_t fits = 0;
  for (std::size_t end = 1; end <= word.size(); ++end) {
    if (end < word.size() && Continues(word[end])) continue;
    if (fits > 0 && TextWidth(word.substr(0, end), weight, size) > max_width) break;
    fits = end;
  }
  return fits;
}

}  // namespace

std::vector<std::string> WrapText(std::string_view text, FontWeight weight, float size, float max_width,
                                  int max_lines) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t at = text.find_first_not_of(kBlank);
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(kBlank, at), text.size());
    const std::string_view word = text.substr(at, end - at);
    std::string longer = line.empty() ? std::string(word) : line + ' ' + std::string(word);
    if (TextWidth(longer, weight, size) <= max_width) {
      line = std::move(longer);
      at = text.find_first_not_of(kBlank, end);
      continue;
    }
    if (static_cast<int>(lines.size()) + 1 >= max_lines) {
      lines.push_back(Ellipsized(line.empty() ? word : longer, weight, size, max_width));
      return lines;
    }
    if (line.empty()) {
      const std::size_t prefix = FittingPrefix(word, weight, size, max_width);
      line = word.substr(0, prefix);
      at += prefix;
    }
    lines.push_back(std::move(line));
    line.clear();
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::vector<std::string> WrapBalanced(std::string_view text, FontWeight weight, float size, float max_width,
                                      int max_lines) {
  std::vector<std::string> best = WrapText(text, weight, size, max_width, max_lines);
  // With an ellipsis or an only line there is nothing to balance.
  if (best.size() < 2 || WrapText(text, weight, size, max_width, max_lines + 1).size() > best.size()) return best;
  constexpr int kHalvings = 6;  // down to a sixty-fourth of the width
  // Narrower than the longest word it would have to be broken.
  float enough = max_width, too_little = std::min(max_width, WidestWord(text, weight, size));
  for (int i = 0; i < kHalvings; ++i) {
    const float middle = (enough + too_little) / 2;
    auto lines = WrapText(text, weight, size, middle, max_lines + 1);
    if (lines.size() <= best.size()) {
      enough = middle;
      best = std::move(lines);
    } else {
      too_little = middle;
    }
  }
  return best;
}

float WidestWord(std::string_view text, FontWeight weight, float size) {
  float widest = 0;
  std::size_t at = text.find_first_not_of(kBlank);
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(kBlank, at), text.size());
    widest = std::max(widest, TextWidth(text.substr(at, end - at), weight, size));
    at = text.find_first_not_of(kBlank, end);
  }
  return widest;
}

}  // namespace waymark
