#include "app/search/search.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

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
  if (word.size() < 2) return std::nullopt;
  constexpr std::size_t kMaxInitials = 24;
  std::array<char32_t, kMaxInitials> initials;
  std::array<std::size_t, kMaxInitials> at;
  std::size_t count = 0;
  for (std::size_t i = 0; i < title.size() && count < kMaxInitials; ++i) {
    if (!IsWordStart(title, i)) continue;
    initials[count] = title[i];
    at[count++] = i;
  }
  const std::size_t found = Letters(initials.data(), count).find(word);
  if (found == Letters::npos) return std::nullopt;
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

float MatchAsides(const SearchIndex::SkillTexts& texts, Letters word) {
  if (FindWordPrefix(texts.tags, word) != texts.tags.npos) return kTag;
  return FindWordPrefix(texts.about, word) != texts.about.npos ? kSummary : 0;
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

// A hit before its ranges are known: only the best are shown.
struct Found {
  NodeIndex node = kNoNode;
  const Fact* fact = nullptr;
  float score = 0;
  std::vector<std::size_t> letters;  // of the folded title
};

std::optional<Found> MatchSkill(const SearchIndex::SkillTexts& texts, const std::u32string& query,
                                const std::vector<std::u32string>& words, Spelling spelling) {
  Found found;
  const auto take = [&](const TitleMatch& match) {
    found.score += match.score;
    found.letters.insert(found.letters.end(), match.at.begin(), match.at.end());
  };
  for (const std::u32string& word : words) {
    if (const auto match = MatchTitle(texts.title, word)) {
      take(*match);
      continue;
    }
    if (const float score = MatchAsides(texts, word); score > 0) {
      found.score += score;
      continue;
    }
    if (spelling == Spelling::kExact) return std::nullopt;
    if (const auto match = Mistyped(kMistypedTitle, texts.title, word))
      take(*match);
    else if (Mistyped(kMistypedTag, texts.tags, word))
      found.score += kMistypedTag;
    else
      return std::nullopt;
  }
  found.score /= static_cast<float>(words.size());
  if (texts.title.starts_with(query)) found.score += kWholeQueryBonus;
  // Of two alike the shorter title is the likelier: less than the least step between kinds.
  found.score -= std::min(static_cast<float>(texts.title.size()), 100.0f) * 0.005f;
  return found;
}

std::optional<Found> MatchFact(const SearchIndex::FactTexts& texts, const std::vector<std::u32string>& words) {
  Found found;
  found.fact = texts.fact;
  for (const std::u32string& word : words) {
    if (const auto at = FindWordPrefix(texts.title, word); at != texts.title.npos) {
      found.score += kFactTitle;
      for (std::size_t i = 0; i < word.size(); ++i) found.letters.push_back(at + i);
      continue;
    }
    if (FindWordPrefix(texts.text, word) == texts.text.npos) return std::nullopt;
    found.score += kFactText;
  }
  found.score /= static_cast<float>(words.size());
  return found;
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

bool SearchIndex::Grow(const Roadmap& roadmap, const Graph& graph, std::size_t count) {
  const std::size_t end = std::min(roadmap.skills.size(), skills_.size() + count);
  skills_.reserve(roadmap.skills.size());
  for (std::size_t i = skills_.size(); i < end; ++i) {
    const Skill& skill = roadmap.skills[i];
    std::string tags;
    for (const std::string& tag : skill.tags) tags += tag + " ";
    skills_.push_back(
        {Fold(skill.title).letters, Fold(tags).letters, Fold(skill.summary + " " + skill.carried_over).letters});
  }
  if (whole_ || end < roadmap.skills.size()) return !whole_;
  for (const Fact& fact : roadmap.facts) {
    if (const NodeIndex node = FirstSkillOf(fact, graph); node != kNoNode)
      facts_.push_back({&fact, node, Fold(fact.title).letters, Fold(fact.text).letters});
  }
  whole_ = true;
  return false;
}

std::vector<SearchHit> Search(const SearchIndex& index, const Roadmap& roadmap, std::string_view text, int limit) {
  const std::u32string query = QueryOf(text);
  if (query.empty() || limit <= 0) return {};
  const std::vector<std::u32string> words = WordsOf(query);
  if (words.empty()) return {};
  std::vector<Found> found;
  const auto skills = [&](Spelling spelling) {
    for (NodeIndex node = 0; node < index.Skills().size(); ++node) {
      auto one = MatchSkill(index.Skills()[node], query, words, spelling);
      if (!one) continue;
      one->node = node;
      found.push_back(*std::move(one));
    }
  };
  skills(Spelling::kExact);
  const bool in_title = std::ranges::any_of(found, [](const Found& one) { return !one.letters.empty(); });
  if (!in_title) {
    found.clear();
    skills(Spelling::kOneSlip);
  }
  for (const SearchIndex::FactTexts& texts : index.Facts()) {
    auto one = MatchFact(texts, words);
    if (!one) continue;
    one->node = texts.node;
    found.push_back(*std::move(one));
  }
  std::vector<std::uint32_t> order(found.size());
  std::iota(order.begin(), order.end(), 0u);
  KeySorter().Sort(order, [&](std::uint32_t i) { return -found[i].score; });
  if (order.size() > static_cast<std::size_t>(limit)) order.resize(static_cast<std::size_t>(limit));
  std::vector<SearchHit> best;
  best.reserve(order.size());
  for (const std::uint32_t i : order) {
    Found& one = found[i];
    const std::string& title = one.fact ? one.fact->title : roadmap.skills[one.node].title;
    best.push_back({one.node, one.fact, one.score, Ranges(Fold(title), std::move(one.letters))});
  }
  return best;
}

bool Searcher::Prepare(const AppState& state, std::size_t skills) {
  if (!state.open) return false;
  if (std::exchange(graph_, state.revision.graph) != state.revision.graph) index_ = {};
  return index_.Grow(RoadmapOf(state), GraphOf(state), skills);
}

std::vector<SearchHit> Searcher::Search(const AppState& state, std::string_view text, int limit) {
  if (!state.open) return {};
  Prepare(state, RoadmapOf(state).skills.size());
  return waymark::Search(index_, RoadmapOf(state), text, limit);
}

}  // namespace waymark
