#include "app/search/search.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>

#include "app/search/fold_text.hpp"
#include "base/compact_sort.hpp"
#include "base/key_sort.hpp"
#include "base/utf8.hpp"

namespace waymark {
namespace {

// What a match of one word of the query is worth: each kind outranks all below it.
constexpr float kTitlePrefix = 70;
constexpr float kWordPrefix = 60;
constexpr float kFactTitle = 55;  // start of a word of it
constexpr float kInTitle = 50;
constexpr float kLettersOfTitle = 40;  // less up to 9 for what lies between them
constexpr float kTag = 30;
constexpr float kSummary = 20;
constexpr float kFactText = 10;
// Below all of these, and asked for only when no title has what was typed.
constexpr float kMistypedTitle = 5;
constexpr float kMistypedTag = 3;
constexpr float kWholeQueryBonus = 5;  // the title begins with all that was typed
// Two letters in order are in nearly every title.
constexpr std::size_t kMinScattered = 3;
// Nearly every shorter word is one slip away from another.
constexpr std::size_t kMinMistyped = 5;

using Letters = std::u32string_view;

struct TitleMatch {
  float score = 0;
  std::vector<std::size_t> at;  // the letters of the folded title
};

TitleMatch Run(float score, std::size_t from, std::size_t length) {
  TitleMatch match{score, {}};
  for (std::size_t i = 0; i < length; ++i) match.at.push_back(from + i);
  return match;
}

// Where `word` occurs as the beginning of a word of `text`.
std::size_t FindWordPrefix(const std::u32string& text, Letters word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    if (IsWordStart(text, at)) return at;
  }
  return text.npos;
}

// "ml" in "Machine learning".
std::optional<TitleMatch> Initials(const std::u32string& title, Letters word) {
  std::u32string initials;
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < title.size(); ++i) {
    if (!IsWordStart(title, i)) continue;
    initials.push_back(title[i]);
    at.push_back(i);
  }
  const std::size_t found = word.size() < 2 ? initials.npos : initials.find(word);
  if (found == initials.npos) return std::nullopt;
  const auto first = at.begin() + static_cast<std::ptrdiff_t>(found);
  return TitleMatch{kLettersOfTitle, {first, first + static_cast<std::ptrdiff_t>(word.size())}};
}

// The letters of `word` in order with little between them: the first such run, then its shortest end piece.
std::optional<TitleMatch> Scattered(const std::u32string& title, Letters word) {
  if (word.size() < kMinScattered) return std::nullopt;
  std::size_t next = 0, end = 0;
  for (; end < title.size() && next < word.size(); ++end) next += title[end] == word[next] ? 1u : 0u;
  if (next < word.size()) return std::nullopt;
  TitleMatch match;
  for (std::size_t i = end; next > 0; --i) {
    if (title[i - 1] != word[next - 1]) continue;
    match.at.push_back(i - 1);
    --next;
  }
  std::ranges::reverse(match.at);
  const std::size_t between = end - match.at.front() - word.size();
  if (between > word.size()) return std::nullopt;
  match.score = kLettersOfTitle - 1 - 8 * static_cast<float>(between) / static_cast<float>(word.size());
  return match;
}

// How many letters at the beginning of `text` are `word` with one slip: two neighbours exchanged, one letter wrong,
// missing or too many (the restricted edit distance of Damerau, "A technique for computer detection and correction of
// spelling errors", CACM 7, 1964, of 1). The first letter is rarely the wrong one. 0 when they are not. O(length).
std::size_t MistypedPrefix(Letters text, Letters word) {
  const std::size_t same = static_cast<std::size_t>(std::ranges::mismatch(text, word).in2 - word.begin());
  if (same == word.size()) return same;
  const auto rest = [&](std::size_t of_text, std::size_t of_word) {
    return of_text <= text.size() && text.substr(of_text).starts_with(word.substr(of_word));
  };
  const bool exchanged =
      same + 1 < word.size() && same + 1 < text.size() && text[same] == word[same + 1] && text[same + 1] == word[same];
  if (exchanged && rest(same + 2, same + 2)) return word.size();
  if (same == 0) return 0;
  if (rest(same + 1, same)) return word.size() + 1;
  if (rest(same + 1, same + 1)) return word.size();
  return rest(same, same + 1) ? word.size() - 1 : 0;
}

std::optional<TitleMatch> Mistyped(float score, const std::u32string& text, Letters word) {
  if (word.size() < kMinMistyped) return std::nullopt;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!IsWordStart(text, at)) continue;
    if (const std::size_t length = MistypedPrefix(Letters(text).substr(at), word); length > 0)
      return Run(score, at, length);
  }
  return std::nullopt;
}

std::optional<TitleMatch> MatchTitle(const std::u32string& title, Letters word) {
  if (title.starts_with(word)) return Run(kTitlePrefix, 0, word.size());
  if (const auto at = FindWordPrefix(title, word); at != title.npos) return Run(kWordPrefix, at, word.size());
  if (const auto at = title.find(word); at != title.npos) return Run(kInTitle, at, word.size());
  if (auto match = Initials(title, word)) return match;
  return Scattered(title, word);
}

// Without the signs around each word: "career?" is career, yet "c++" and "ci/cd" stay.
std::vector<std::u32string> WordsOf(const std::u32string& query) {
  std::vector<std::u32string> words;
  for (std::size_t from = 0; from < query.size();) {
    const std::size_t end = std::min(query.find(U' ', from), query.size());
    Letters word = Letters(query).substr(from, end - from);
    while (!word.empty() && !IsWordLetter(word.front())) word.remove_prefix(1);
    while (!word.empty() && !IsWordLetter(word.back())) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
    from = end + 1;
  }
  return words;
}

// Folded texts beside the title, in the order of their worth.
struct Aside {
  float score;
  std::u32string text;
};

std::vector<Aside> AsidesOf(const Skill& skill) {
  std::string tags;
  for (const std::string& tag : skill.tags) tags += tag + " ";
  return {{kTag, Fold(tags).letters}, {kSummary, Fold(skill.summary + " " + skill.carried_over).letters}};
}

float MatchAsides(const std::vector<Aside>& asides, Letters word) {
  for (const Aside& aside : asides) {
    if (FindWordPrefix(aside.text, word) != aside.text.npos) return aside.score;
  }
  return 0;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Ranges(const FoldedText& title, std::vector<std::size_t> letters) {
  CompactSort(letters);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  for (const std::size_t i : letters) {
    if (!ranges.empty() && title.from[i] <= ranges.back().second)
      ranges.back().second = std::max(ranges.back().second, title.to[i]);
    else
      ranges.emplace_back(title.from[i], title.to[i]);
  }
  return ranges;
}

// Whether slips are looked past.
enum class Spelling : unsigned char { kExact, kOneSlip };

std::optional<SearchHit> MatchSkill(const Skill& skill, const std::u32string& query,
                                    const std::vector<std::u32string>& words, Spelling spelling) {
  const FoldedText title = Fold(skill.title);
  std::optional<std::vector<Aside>> asides;
  std::vector<std::size_t> letters;
  SearchHit hit;
  for (const std::u32string& word : words) {
    if (const auto match = MatchTitle(title.letters, word)) {
      hit.score += match->score;
      letters.insert(letters.end(), match->at.begin(), match->at.end());
      continue;
    }
    if (!asides) asides = AsidesOf(skill);
    if (const float score = MatchAsides(*asides, word); score > 0) {
      hit.score += score;
      continue;
    }
    if (spelling == Spelling::kExact) return std::nullopt;
    if (const auto match = Mistyped(kMistypedTitle, title.letters, word)) {
      hit.score += match->score;
      letters.insert(letters.end(), match->at.begin(), match->at.end());
    } else if (Mistyped(kMistypedTag, asides->front().text, word)) {
      hit.score += kMistypedTag;
    } else {
      return std::nullopt;
    }
  }
  hit.score /= static_cast<float>(words.size());
  if (title.letters.starts_with(query)) hit.score += kWholeQueryBonus;
  // Of two alike the shorter title is the likelier: less than the least step between kinds.
  hit.score -= std::min(static_cast<float>(title.letters.size()), 100.0f) * 0.005f;
  hit.matches = Ranges(title, std::move(letters));
  return hit;
}

std::optional<SearchHit> MatchFact(const Fact& fact, const std::vector<std::u32string>& words) {
  const FoldedText title = Fold(fact.title);
  std::u32string text;
  std::vector<std::size_t> letters;
  SearchHit hit;
  hit.fact = &fact;
  for (const std::u32string& word : words) {
    if (const auto at = FindWordPrefix(title.letters, word); at != title.letters.npos) {
      hit.score += kFactTitle;
      for (std::size_t i = 0; i < word.size(); ++i) letters.push_back(at + i);
      continue;
    }
    if (text.empty()) text = Fold(fact.text).letters;
    if (FindWordPrefix(text, word) == text.npos) return std::nullopt;
    hit.score += kFactText;
  }
  hit.score /= static_cast<float>(words.size());
  hit.matches = Ranges(title, std::move(letters));
  return hit;
}

NodeIndex FirstSkillOf(const Fact& fact, const Graph& graph) {
  for (const std::string& id : fact.skills) {
    if (const NodeIndex node = graph.Find(id); node != kNoNode) return node;
  }
  return kNoNode;
}

// What was typed, folded, with single spaces between its words.
std::u32string QueryOf(std::string_view text) {
  std::u32string query;
  for (const char32_t c : Fold(Sanitized(text.substr(0, 4 * kMaxQueryCharacters))).letters) {
    if (query.size() == kMaxQueryCharacters) break;
    if (c != U' ' || (!query.empty() && query.back() != U' ')) query.push_back(c);
  }
  while (!query.empty() && query.back() == U' ') query.pop_back();
  return query;
}

}  // namespace

std::vector<SearchHit> Search(const AppState& state, std::string_view text, int limit) {
  const std::u32string query = QueryOf(text);
  if (!state.open || query.empty() || limit <= 0) return {};
  const std::vector<std::u32string> words = WordsOf(query);
  if (words.empty()) return {};
  std::vector<SearchHit> hits;
  const auto keep = [&](std::optional<SearchHit> hit, NodeIndex node) {
    if (!hit) return;
    hit->node = node;
    hits.push_back(std::move(*hit));
  };
  const auto skills = [&](Spelling spelling) {
    for (NodeIndex node = 0; node < RoadmapOf(state).skills.size(); ++node) {
      keep(MatchSkill(SkillAt(state, node), query, words, spelling), node);
    }
  };
  skills(Spelling::kExact);
  const bool in_title = std::ranges::any_of(hits, [](const SearchHit& hit) { return !hit.matches.empty(); });
  if (!in_title) {
    hits.clear();
    skills(Spelling::kOneSlip);
  }
  for (const Fact& fact : RoadmapOf(state).facts) {
    if (const NodeIndex node = FirstSkillOf(fact, GraphOf(state)); node != kNoNode) keep(MatchFact(fact, words), node);
  }
  std::vector<std::uint32_t> order(hits.size());
  std::iota(order.begin(), order.end(), 0u);
  KeySorter().Sort(order, [&](std::uint32_t i) { return -hits[i].score; });
  if (order.size() > static_cast<std::size_t>(limit)) order.resize(static_cast<std::size_t>(limit));
  std::vector<SearchHit> best;
  best.reserve(order.size());
  for (const std::uint32_t i : order) best.push_back(std::move(hits[i]));
  return best;
}

}  // namespace waymark
