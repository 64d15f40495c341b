#include "base/font_metrics.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>

#include "base/font_metrics_data.hpp"
#include "base/utf8.hpp"

namespace waymark {
namespace {

constexpr int kEm = 1000;
constexpr std::string_view kEllipsis = "…";

struct CodePointRange {
  char32_t first;
  char32_t last;
};

// East Asian Wide and Fullwidth (Unicode Standard Annex 11), by blocks, and the blocks of emoji.
constexpr std::array kWide = std::to_array<CodePointRange>({
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23F3},   {0x2600, 0x27BF},   {0x2B1B, 0x2B1C},
    {0x2B50, 0x2B55},   {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18AFF}, {0x1B000, 0x1B2FF}, {0x1F004, 0x1F0CF}, {0x1F18E, 0x1F19A}, {0x1F200, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
});

// Marks that sit on the letter before, joiners and variation selectors.
constexpr std::array kNoAdvance = std::to_array<CodePointRange>({
    {0x0300, 0x036F},
    {0x0483, 0x0489},
    {0x0591, 0x05BD},
    {0x064B, 0x065F},
    {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF},
    {0x200B, 0x200D},
    {0x20D0, 0x20FF},
    {0x3099, 0x309A},
    {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F},
    {0x1F3FB, 0x1F3FF},
    {0xE0020, 0xE007F},
    {0xE0100, 0xE01EF},
});

template <class Ranges>
constexpr auto FindRange(const Ranges& ranges, char32_t c) {
  const auto at = std::ranges::lower_bound(ranges, c, {}, [](const auto& range) { return range.last; });
  return at != std::end(ranges) && at->first <= c ? at : std::end(ranges);
}

constexpr std::optional<int> FontAdvance(char32_t c, FontWeight weight) {
  const auto range = FindRange(detail::kAdvanceRanges, c);
  if (range == std::end(detail::kAdvanceRanges)) return std::nullopt;
  return detail::kAdvances[static_cast<std::size_t>(weight)][range->index + (c - range->first)];
}

constexpr int AverageLetter(FontWeight weight) {
  int sum = 0;
  for (char32_t c = 'a'; c <= 'z'; ++c) sum += FontAdvance(c, weight).value_or(kEm / 2);
  return sum / 26;
}

constexpr std::array kAverageLetter{AverageLetter(FontWeight::kRegular), AverageLetter(FontWeight::kSemibold)};

int Advance(char32_t c, FontWeight weight) {
  if (const auto advance = FontAdvance(c, weight)) return *advance;
  if (FindRange(kNoAdvance, c) != kNoAdvance.end()) return 0;
  if (FindRange(kWide, c) != kWide.end()) return kEm;
  return kAverageLetter[static_cast<std::size_t>(weight)];
}

float Scaled(std::int64_t thousandths, float size) { return static_cast<float>(thousandths) * size / kEm; }

}  // namespace

float TextWidth(std::string_view text, FontWeight weight, float size) {
  std::int64_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += Advance(DecodeUtf8(text, at), weight);
  return Scaled(width, size);
}

bool BundledFontHas(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    if (!FontAdvance(DecodeUtf8(text, at), FontWeight::kRegular)) return false;
  }
  return true;
}

std::string Ellipsized(std::string_view text, FontWeight weight, float size, float max_width) {
  const int ellipsis = Advance(U'…', weight);
  std::int64_t width = 0;
  std::size_t fits = 0;  // bytes that leave room for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    width += Advance(DecodeUtf8(text, at), weight);
    if (Scaled(width + ellipsis, size) <= max_width) fits = at;
    if (Scaled(width, size) <= max_width) continue;
    fits = std::min(fits, begin);
    while (fits > 0 && text[fits - 1] == ' ') --fits;
    return std::string(text.substr(0, fits)) + std::string(kEllipsis);
  }
  return std::string(text);
}

}  // namespace waymark
