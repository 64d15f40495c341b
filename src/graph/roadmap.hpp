// The roadmap as its author wrote it: plain data, in file order. `io` reads and writes it, `graph/graph.hpp` gives it
// structure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"

namespace waymark {

// Persisted as text ("foundation", "core", "advanced").
enum class Level : unsigned char { kFoundation, kCore, kAdvanced };
// Persisted as text ("free", "registration", "paid").
enum class Access : unsigned char { kFree, kRegistration, kPaid };

// Hours of study for somebody at an ordinary pace.
struct HourRange {
  float low = 0;
  float high = 0;

  friend constexpr bool operator==(HourRange, HourRange) = default;
  constexpr float Mid() const { return (low + high) * 0.5f; }
  friend constexpr HourRange operator+(HourRange a, HourRange b) { return {a.low + b.low, a.high + b.high}; }
};

// One clause of what must come first: any one of `any_of` satisfies it; a plain prerequisite has exactly one entry.
struct Requirement {
  std::vector<std::string> any_of;  // skill ids, at least one
  std::string reason;
  std::string extra;  // as Skill::extra
  Place place;

  friend bool operator==(const Requirement&, const Requirement&) = default;
};

struct Resource {
  std::string title;
  std::string url;   // https: or http:, checked when read
  std::string kind;  // "book", "course", "docs", "paper", "video", "tool", …; free text
  Access access = Access::kFree;
  std::string language;     // BCP 47; empty means the roadmap's own
  bool start_here = false;  // where to begin; the others are for reference
  std::string where;        // the part to read: "chapters 1 and 2", "the first 40 minutes"
  std::string edition;      // "3rd, 2022"
  std::string checked;      // the day it was last held against the skill, as "2026-11-28"
  std::string extra;        // as Skill::extra

  friend bool operator==(const Resource&, const Resource&) = default;
};

// A question to ask oneself about a skill.
struct SelfCheck {
  std::string question;
  std::string answer;
  std::string extra;  // as Skill::extra

  friend bool operator==(const SelfCheck&, const SelfCheck&) = default;
};

struct Skill {
  std::string id;      // slug; may change between revisions
  SkillKey key;        // permanent
  std::string parent;  // id of the group it lives in; empty at the top
  std::string title;
  std::string summary;
  std::string body;                // Markdown subset, see io/markdown.hpp
  std::optional<HourRange> hours;  // none on groups, which roll up
  Level level = Level::kCore;
  bool optional = false;
  std::string carried_over;  // how a backend engineer has it already; empty where it is new
  std::vector<Requirement> requirements;
  std::vector<Resource> resources;
  std::string proof;
  std::vector<SelfCheck> checks;
  std::string slips;  // what a reader is likely to get wrong here
  std::vector<std::string> tags;
  std::vector<std::string> covers;  // author's own keys for what must not get lost; used by the content lint
  std::string extra;  // members this version does not know: a compact JSON object's text, kept for the round trip
  Place place;

  friend bool operator==(const Skill&, const Skill&) = default;
};

// A short text beside the road: a dated claim, a duty of the job, a question people ask.
struct Fact {
  std::string id;
  std::string kind;  // "claim", "duty", "question"
  std::string title;
  std::string text;
  int year = 0;  // 0: undated
  std::string source;
  std::string checked;              // as Resource::checked
  std::vector<std::string> skills;  // ids of the skills it belongs to
  std::vector<std::string> covers;
  std::string extra;
  Place place;

  friend bool operator==(const Fact&, const Fact&) = default;
};

// A named place to arrive at: the hours to it are those of the closure of its skills.
struct Waypoint {
  std::string id;
  std::string title;
  std::string summary;
  std::vector<std::string> skills;
  std::string extra;
  Place place;

  friend bool operator==(const Waypoint&, const Waypoint&) = default;
};

// What a revision of the roadmap changed, for readers who knew the one before.
struct RevisionNote {
  int revision = 0;
  std::string text;
  std::vector<std::string> skills;  // ids of the skills concerned; may name some that have left
  std::string extra;

  friend bool operator==(const RevisionNote&, const RevisionNote&) = default;
};

struct Roadmap {
  std::string file;  // where it was read from, for messages; the places below leave theirs empty
  std::string id;
  std::string title;
  std::string summary;
  std::string language = "en";
  int revision = 1;
  std::vector<Skill> skills;
  std::vector<Waypoint> waypoints;
  std::vector<Fact> facts;
  std::vector<RevisionNote> changes;
  std::vector<SkillKey> retired_keys;
  std::string extra;

  friend bool operator==(const Roadmap&, const Roadmap&) = default;
};

}  // namespace waymark
