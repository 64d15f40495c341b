// What a link or a backup may bring in. Only what the preview shows and the open road knows is taken as a matter of
// course; everything else is counted, offered apart, and held to the budgets below, so that nothing that comes from
// outside can fill the browser's storage (about 5 MB an origin) or change what the reader can't see.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "io/progress_json.hpp"

namespace waymark {

// The stored text of one road after something was taken in. Three slots of it fit into the browser's storage, which is
// what a save needs at worst.
inline constexpr std::size_t kMaxRoadBytes = 3u << 19;
// The same of a road of this site that is not open, and of one that this site does not have.
inline constexpr std::size_t kMaxOtherRoadBytes = 1u << 19;
inline constexpr std::size_t kMaxUnknownRoadBytes = 1u << 16;
inline constexpr std::size_t kMaxUnknownRoads = 16;
// Skills that the road does not have: as many as it may hold in all, and the bytes of what one taking brings of them.
inline constexpr std::size_t kMaxUnknownSkills = 1'000;
inline constexpr std::size_t kMaxUnknownSkillBytes = 1u << 16;
// All members of a road's progress that this version does not know.
inline constexpr std::size_t kMaxUnknownMemberBytes = 1u << 14;
// Epochs beyond these are nobody's own history. They count only where a backup is taken into an empty road, as
// everywhere else an epoch rises by one at most; a text that is typed raises one with every pause.
inline constexpr std::uint32_t kMaxRestoredEpoch = 1'000;
inline constexpr std::uint32_t kMaxRestoredNoteEpoch = 100'000;

// What a taking would bring of what neither this road nor this version knows.
struct UnknownPart {
  std::size_t skills = 0;        // with a state or a note
  std::size_t skills_taken = 0;  // within the budgets
  std::size_t member_bytes = 0;  // of members that this version does not know
  bool members_taken = false;    // within the budget

  bool Empty() const { return skills == 0 && member_bytes == 0; }
};

// What taking in one roadmap's copy changes. Keys ascend.
struct BackupChange {
  std::string roadmap = {};
  std::vector<SkillKey> forward = {};  // skills whose state rises
  std::vector<SkillKey> back = {};     // those that were gone back on later in the backup
  std::vector<SkillKey> notes = {};    // skills whose note is new or another
  std::size_t cards = 0;               // cards that get a position
  std::size_t groups = 0;              // groups that are opened
  std::size_t cleared = 0;             // skills that were gone back to "not started"; only where the road is empty here
  bool pace = false;                   // another number of hours a week
  bool start = false;                  // another day to start
  UnknownPart unknown = {};            // apart from all of the above
  bool unknown_road = false;           // this site does not have it, and nothing of it is kept here
  Message problem = {};                // why this roadmap is left as it is; empty when it isn't

  // Nothing that can be seen changes.
  bool Empty() const {
    return forward.empty() && back.empty() && notes.empty() && cards == 0 && groups == 0 && cleared == 0 && !pace &&
           !start;
  }
};

// What the open road has.
struct KnownKeys {
  std::set<SkillKey> skills;  // with those that have left it, for a copy of one's own
  std::set<SkillKey> groups;  // these have cards, and are open or not, but hold no progress
};

struct IntakeRules {
  // Null when the road is not open; then every key counts as known and the budget of bytes alone holds.
  const KnownKeys* known = nullptr;
  bool unknown = false;  // the reader asked for what is offered apart
  bool restores = true;  // into a road without any progress, as it is
  std::size_t max_bytes = kMaxRoadBytes;
};

struct Intake {
  StoredRoadmap joined;
  BackupChange change;  // `roadmap` is left empty
};

// `mine` with what `theirs` brings under `rules`, and what that changes. Registers and notes enter as Entered says,
// cards and groups only where there is none of one's own. Into a road without any progress a backup is taken as it is,
// so that saving, wiping and opening gives the same again; only its epochs are held to the caps above. When the result
// is beyond `max_bytes` and larger than `mine`, `joined` is `mine` and `change.problem` says why.
// O(size of both) and one writing.
Intake TakeIn(const StoredRoadmap& mine, const StoredRoadmap& theirs, const IntakeRules& rules);

// "64 kB", "1.5 MB"
std::string SizeText(std::size_t bytes);

}  // namespace waymark
