// Finds skills by what somebody types: forgiving about case, accents and missing letters, with the likeliest first.
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
  NodeIndex node = kNoNode;
  float score = 0;  // higher is better; only comparable within one search
  std::vector<std::pair<std::uint32_t, std::uint32_t>> matches;  // half-open UTF-16 ranges of the title, ascending
};

// Ranked: start of the title, start of a word of it, letters of it in order, tags, summary, facts. Every word of the
// query has to be found somewhere. Ties go by file order. O(text of the roadmap).
std::vector<SearchHit> Search(const AppState& state, std::string_view text, int limit);

}  // namespace waymark
