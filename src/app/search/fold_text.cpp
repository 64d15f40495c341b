#include "app/search/fold_text.hpp"

#include "base/utf8.hpp"

namespace waymark {
namespace {

// The plain letters of U+00C0 to U+017F (Latin-1 Supplement and Latin Extended-A); a space where there is no single
// one.
constexpr std::string_view kLatin =
    "aaaaaa ceeeeiiiidnooooo ouuuuy  "   // U+00C0
    "aaaaaa ceeeeiiiidnooooo ouuuuy y"   // U+00E0
    "aaaaaaccccccccddddeeeeeeeeeegggg"   // U+0100
    "gggghhhhiiiiiiiiii  jjkkklllllll"   // U+0120
    "lllnnnnnnnnnoooooo  rrrrrrssssss"   // U+0140
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // U+0160
static_assert(kLatin.size() == 0x180 - 0xC0);

std::u32string_view Ligature(char32_t c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return U"ae";
    case 0xDE:
    case 0xFE:
      return U"th";
    case 0xDF:
      return U"ss";
    case 0x132:
    case 0x133:
      return U"ij";
    case 0x152:
    case 0x153:
      return U"oe";
    default:
      return {};
  }
}

char32_t FoldGreek(char32_t c) {
  switch (c) {
    case 0x386:
    case 0x3AC:
      return U'α';
    case 0x388:
    case 0x3AD:
      return U'ε';
    case 0x389:
    case 0x3AE:
      return U'η';
    case 0x38A:
    case 0x390:
    case 0x3AA:
    case 0x3AF:
    case 0x3CA:
      return U'ι';
    case 0x38C:
    case 0x3CC:
      return U'ο';
    case 0x38E:
    case 0x3AB:
    case 0x3B0:
    case 0x3CB:
    case 0x3CD:
      return U'υ';
    case 0x38F:
    case 0x3CE:
      return U'ω';
    case 0x3C2:
      return U'σ';
    default:
      return c >= 0x391 && c <= 0x3A9 ? c + 0x20 : c;
  }
}

char32_t FoldCyrillic(char32_t c) {
  if (c == 0x401 || c == 0x451) return U'е';
  if (c < 0x410) return c + 0x50;
  return c < 0x430 ? c + 0x20 : c;
}

// One letter for one; 0 for a mark that only changes the letter before it.
char32_t FoldOne(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  if (c < 0xC0) return c;
  if (c < 0x180) return kLatin[c - 0xC0] == ' ' ? c : static_cast<char32_t>(kLatin[c - 0xC0]);
  if (c >= 0x300 && c <= 0x36F) return 0;
  if (c >= 0x386 && c <= 0x3CE) return FoldGreek(c);
  if (c >= 0x400 && c <= 0x45F) return FoldCyrillic(c);
  if (c >= 0xFF21 && c <= 0xFF3A) return c - 0xFF21 + U'a';  // full width
  return c;
}

}  // namespace

FoldedText Fold(std::string_view text) {
  FoldedText out;
  std::uint32_t unit = 0;
  const auto add = [&](char32_t letter, std::uint32_t from, std::uint32_t to) {
    out.letters.push_back(letter);
    out.from.push_back(from);
    out.to.push_back(to);
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = DecodeUtf8(text, at);
    const std::uint32_t end = unit + (c > 0xFFFF ? 2 : 1);
    if (const std::u32string_view two = Ligature(c); !two.empty()) {
      for (const char32_t letter : two) add(letter, unit, end);
    } else if (const char32_t letter = FoldOne(c); letter != 0) {
      add(letter, unit, end);
    } else if (!out.to.empty()) {
      out.to.back() = end;
    }
    unit = end;
  }
  return out;
}

bool IsWordLetter(char32_t c) {
  if (c < 0x80)
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'+' || c == U'#';
  const bool space_or_sign =
      c <= 0xBF || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F);
  return !space_or_sign;
}

bool IsWordStart(const std::u32string& letters, std::size_t at) {
  return IsWordLetter(letters[at]) && (at == 0 || !IsWordLetter(letters[at - 1]));
}

}  // namespace waymark
