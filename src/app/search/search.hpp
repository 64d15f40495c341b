// Finds skills and facts by what somebody types: forgiving about case, accents and missing letters, with the likeliest
// first.
#pragma once

#include <cstdint>
#include <string>
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

// What searches compare with: the texts of a roadmap without case and accents.
class SearchIndex {
 public:
  // Takes up to `count` more skills in, and with the last of them the facts. Whether there are more; the roadmap is the
  // same in each call. O(their texts).
  bool Grow(const Roadmap& roadmap, const Graph& graph, std::size_t count);

  struct SkillTexts {
    std::u32string title;
    std::u32string tags;
    std::u32string about;  // summary and what is carried over
  };
  struct FactTexts {
    const Fact* fact = nullptr;  // of the roadmap
    NodeIndex node = kNoNode;    // the first skill that it belongs to
    std::u32string title;
    std::u32string text;
  };
  const std::vector<SkillTexts>& Skills() const { return skills_; }  // by node
  const std::vector<FactTexts>& Facts() const { return facts_; }     // those that belong to a skill

 private:
  std::vector<SkillTexts> skills_;
  std::vector<FactTexts> facts_;
  bool whole_ = false;
};

// Ranked: start of a skill's title, start of a word of it, start of a word of a fact's title, inside a skill's title,
// letters of it in order, its tags, its summary or what is carried over, a fact's text; and, where no title has what
// was typed, words of titles and tags but for one slip of the fingers ("pyhton"). Every word of the query has to be
// found in one and the same skill or fact, signs around it aside. Ties go by file order, skills first. A fact that
// belongs to no skill is not found. O(text of the roadmap), without folding any of it.
std::vector<SearchHit> Search(const SearchIndex& index, const Roadmap& roadmap, std::string_view text, int limit);

// Searches what is open, with an index that is made once for each roadmap, at the first search at the latest.
class Searcher {
 public:
  // Nothing when nothing is open. `state` is always the same one.
  std::vector<SearchHit> Search(const AppState& state, std::string_view text, int limit);
  // Makes a part of the index before the first letter comes; whether there is more to make.
  bool Prepare(const AppState& state, std::size_t skills);

 private:
  SearchIndex index_;
  std::uint64_t graph_ = 0;  // the revision that the index is of
};

}  // namespace waymark
