// What opening a backup would change. A backup is joined with what is there and never overwrites it: states and notes
// are registers; positions, open groups and settings come only where there are none of one's own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "io/backup_json.hpp"
#include "io/progress_json.hpp"

namespace waymark {

// What joining one roadmap's copy changes. Keys ascend.
struct BackupChange {
  std::string roadmap;
  std::vector<SkillKey> forward = {};  // skills whose state rises
  std::vector<SkillKey> back = {};     // those that were gone back on later in the backup
  std::vector<SkillKey> notes = {};    // skills whose note is new or another
  std::size_t cards = 0;               // cards that get a position
  std::string problem = {};            // why this roadmap is left as it is; empty when it isn't

  bool Empty() const { return forward.empty() && back.empty() && notes.empty() && cards == 0; }
};

struct BackupPreview {
  Backup backup;
  std::vector<BackupChange> changes;  // one a roadmap, in the order of the backup
  std::size_t settings = 0;           // settings that are not chosen here yet
};

// `mine` with what `theirs` adds.
StoredRoadmap JoinKept(const StoredRoadmap& mine, const StoredRoadmap& theirs);
// From `mine` to what JoinKept makes of it.
BackupChange CompareKept(std::string_view roadmap, const StoredRoadmap& mine, const StoredRoadmap& theirs);
// Settings of `theirs` that `mine` lacks.
Json::Object MissingSettings(const Json::Object& mine, const Json::Object& theirs);

}  // namespace waymark
