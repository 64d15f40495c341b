// The page's messages as docs/page_protocol.md gives them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/command.hpp"
#include "app/search/search.hpp"
#include "app/state.hpp"
#include "base/result.hpp"

namespace waymark {

// Longer messages are refused: a note of kMaxNoteBytes or a link of kMaxLinkCharacters fits with room to spare.
inline constexpr std::size_t kMaxCommandBytes = 5u << 20;

// What Json::Parse says of text that is no JSON; kSchema when "do" is unknown or a member is missing, of another type
// or out of range.
Result<Command> ParseCommand(std::string_view json);

// All that the page shows, with `skills` as objects: for tests and benchmarks. The page takes slices (slice_feed.hpp).
std::string StateJson(const AppState& state);
// "null" for a key that is not there.
std::string DetailsJson(const AppState& state, SkillKey key);
std::string SearchJson(const AppState& state, Searcher& searcher, std::string_view text, int limit);
// [{"key","learning","opens"}…], the most useful first (plan/next_skills.hpp).
std::string NextJson(const AppState& state, int limit);
// What an editor needs beside the state (docs/page_protocol.md, "Editing"); "null" when nothing is open. O(nodes +
// edges) and the search for redundancy.
std::string EditingJson(const AppState& state);
// [{"code","message","file","line","column"}…]
std::string ErrorsJson(const std::vector<Error>& errors);

}  // namespace waymark
