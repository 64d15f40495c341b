// Everything that Waymark keeps in a browser as one file: the progress of every roadmap, and the settings.
// docs/backup_format.md gives the bytes.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "io/json.hpp"
#include "io/progress_json.hpp"

namespace waymark {

inline constexpr int kBackupVersion = 1;
// Three times what a browser gives an origin (5 MB), for what JSON and UTF-8 may make longer. Refused before it is
// parsed.
inline constexpr std::size_t kMaxBackupBytes = 16u << 20;
// A browser's storage would not hold the two slots of more.
inline constexpr std::size_t kMaxBackupRoadmaps = 1'000;
inline constexpr std::size_t kMaxSettingsBytes = 64u << 10;

struct Backup {
  std::map<std::string, StoredRoadmap, std::less<>> roadmaps;  // by id
  Json::Object settings;                                       // whatever the page keeps; written by name

  friend bool operator==(const Backup&, const Backup&) = default;
};

// In canonical form: equal content gives equal bytes.
std::string WriteBackup(const Backup& backup);

// Takes any JSON of the format, canonical or not, and refuses whatever else: kTooLarge, kSyntax, kSchema (not a backup,
// or something in it can't be right), kDamaged (its checksum is not that of its content), kVersion (of a newer
// Waymark). Each in one sentence that says what to do.
Result<Backup> ReadBackup(std::string_view text);

}  // namespace waymark
