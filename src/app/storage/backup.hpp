// What opening a backup would change. A backup is joined with what is there and never overwrites it
// (app/storage/intake.hpp says how much of it is taken).
#pragma once

#include <cstddef>
#include <vector>

#include "app/storage/intake.hpp"
#include "io/backup_json.hpp"

namespace waymark {

struct BackupPreview {
  Backup backup;
  std::vector<BackupChange> changes;  // one a roadmap, in the order of the backup
  std::size_t settings = 0;           // settings that are not chosen here yet
  std::size_t unknown_roads = 0;      // roadmaps that are offered apart, those beyond kMaxUnknownRoads among them

  // Whether joining would change anything at all; `unknown` with what is offered apart.
  bool Changes(bool unknown) const;
};

// Settings of `theirs` that `mine` lacks.
Json::Object MissingSettings(const Json::Object& mine, const Json::Object& theirs);

}  // namespace waymark
