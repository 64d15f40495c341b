// What a road's texts and numbers may be, whoever writes them: a file's author or an editor.
#pragma once

#include <cstddef>
#include <string_view>

namespace waymark {

// Lengths count code points. A card, a list or a page of details holds no more with any use.
inline constexpr std::size_t kMaxSlug = 80;        // ids
inline constexpr std::size_t kMaxTitle = 120;      // titles, kinds, tags, languages, places in a resource, editions
inline constexpr std::size_t kMaxSummary = 1'000;  // summaries, reasons, sources, carriedOver, slips, checks, changes
inline constexpr std::size_t kMaxBody = 20'000;    // bodies, proofs, the texts of facts
inline constexpr float kMaxHours = 10'000;         // five years of work for one skill

inline constexpr std::size_t kMaxSkills = 200'000;
inline constexpr std::size_t kMaxFacts = 20'000;
inline constexpr std::size_t kMaxWaypoints = 1'000;
inline constexpr std::size_t kMaxChanges = 10'000;

// Small letters, digits and single hyphens between them, at most kMaxSlug.
bool IsSlug(std::string_view text);

// A day of the calendar as ISO 8601 writes it, "2026-11-28".
bool IsDate(std::string_view text);

// Only spaces and line feeds, or nothing.
bool IsBlank(std::string_view text);

}  // namespace waymark
