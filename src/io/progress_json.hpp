// Progress as stored and as backed up: a versioned JSON text in canonical form (keys ascending, no spaces).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "base/result.hpp"
#include "progress/progress.hpp"

namespace waymark {

class Json;

// The newest that can be read. What version 1 can say is written as version 1, so that earlier pages go on reading it.
inline constexpr int kStoreVersion = 2;
inline constexpr std::size_t kMaxStoredBytes = 4u << 20;  // localStorage holds about 5 MB an origin

// All that is kept for one roadmap. Progress is joined with what is there; the rest is last-writer-wins.
struct StoredRoadmap {
  Progress progress;
  std::map<SkillKey, WorldVector> pins;
  std::vector<SkillKey> expanded;  // ascending
  std::string extra;               // members of a later minor version, kept

  friend bool operator==(const StoredRoadmap&, const StoredRoadmap&) = default;
};

std::string WriteStored(const StoredRoadmap& stored);
// kVersion for text of a newer Waymark; kTooLarge, kSyntax or kSchema for anything that can't be read.
Result<StoredRoadmap> ReadStored(std::string_view text);
// Of what was parsed already; the same problems but the first two.
Result<StoredRoadmap> StoredFromJson(const Json& json);

// One slot's text: `waymark <version> <generation> <crc32 hex>\n<payload>`; the checksum is over
// `<version> <generation>\n<payload>`, so any single changed byte is found. This line is the same in all versions.
struct Slot {
  std::uint64_t generation = 0;
  StoredRoadmap stored;
};
std::string WriteSlot(const Slot& slot);
// As ReadStored, and kDamaged when the checksum does not match.
Result<Slot> ReadSlot(std::string_view text);

}  // namespace waymark
