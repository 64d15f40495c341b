// Text without case and accents, for comparing what is typed with what is written. Latin, Greek and Cyrillic letters
// are folded, every other script stands as it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

struct FoldedText {
  std::u32string letters;
  // Where each letter came from: a half-open range of UTF-16 units of the original. Two letters of one ligature share
  // it.
  std::vector<std::uint32_t> from;
  std::vector<std::uint32_t> to;
};

// O(length).
FoldedText Fold(std::string_view text);

// Whether a letter, digit, or one of the signs that names are made of ("C++", "C#").
bool IsWordLetter(char32_t letter);
// Whether a word begins at `at`.
bool IsWordStart(const std::u32string& letters, std::size_t at);

}  // namespace waymark
