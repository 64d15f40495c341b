// Finds skills and facts by what somebody types: forgiving about case, accents and missing letters, with the likeliest
// first.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "app/state.hpp"

namespace waymark {

// More letters than any title has; the rest of a pasted text is not looked at.
inline constexpr std::size_t kMaxQueryCharacters = 80;

struct SearchHit {
  NodeIndex node = kNoNode;    // of a fact: the first skill that it belongs to
  const Fact* fact = nullptr;  // of the open roadmap; null when the hit is the skill itself
  float score = 0;             // higher is better; only comparable within one search
  std::vector<std::pair<std::uint32_t, std::uint32_t>> matches;  // half-open UTF-16 ranges of its title, ascending
};

// Ranked: start of a skill's title, start of a word of it, start of a word of a fact's title, inside a skill's title,
// letters of it in order, its tags, its summary or what is carried over, a fact's text; and, where no title has what
// was typed, words of titles and tags but for one slip of the fingers ("pyhton"). Every word of the query has to be
// found in one and the same skill or fact, signs around it aside. Ties go by file order, skills first. A fact that
// belongs to no skill is not found. O(text of the roadmap).
std::vector<SearchHit> Search(const AppState& state, std::string_view text, int limit);

}  // namespace waymark
