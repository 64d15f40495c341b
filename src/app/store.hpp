// Where a roadmap's progress lives between visits: two slots of key-value storage, written in turn, so that one good copy
// is there whatever moment the page is killed at.
//
//   waymark:<roadmap id>:a, :b   io/progress_json.hpp's slot: generation, checksum, payload
//   waymark:settings             {"theme":"dark"|"light"}; members it does not know are kept
//
// Every save joins what is there first, so tabs that write at the same time lose nothing to each other; with the lock that
// the page takes ("waymark:store") they never meet at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/host.hpp"
#include "base/result.hpp"
#include "io/json.hpp"
#include "io/progress_json.hpp"

namespace waymark {

inline constexpr std::string_view kSettingsKey = "waymark:settings";

// The two keys of a roadmap: slot 0 is `:a`, 1 is `:b`.
std::string SlotKey(std::string_view roadmap_id, int slot);

class Store {
 public:
  // `host` must outlive the store.
  explicit Store(Host& host) : host_(host) {}

  struct Loaded {
    // The join of the slots that read well; positions, expansion and the rest are those of the newer one.
    std::optional<StoredRoadmap> stored;
    // Storage refused (kStorage), a newer Waymark wrote here (kVersion), or there is something and none of it can be
    // read (kDamaged). One damaged slot beside a good one is no problem: the next save replaces it.
    std::optional<Error> problem;
  };
  // Changes nothing.
  Loaded Load(std::string_view roadmap_id);

  // Joins with what is stored, writes the older or damaged slot, reads it back. Returns what is stored now, which may hold
  // more progress than was given. Writes nothing when that is there already. On failure the newer slot is as it was:
  // kStorage refused, kVersion written by a newer Waymark (then nothing is overwritten), kTooLarge.
  Result<StoredRoadmap> Save(std::string_view roadmap_id, StoredRoadmap stored);

  // Of which there is anything stored; ascending, each once. Empty when storage refuses.
  std::vector<std::string> RoadmapIds();

  // All of them, in the order written; empty when there are none or they can't be read.
  Json::Object LoadSettings();
  // Adds those that are not there.
  Result<void> AddSettings(const Json::Object& settings);

  // Whether the person chose the dark theme; nullopt without a choice or when it can't be read.
  std::optional<bool> LoadDark();
  Result<void> SaveDark(bool dark);

 private:
  Result<void> WriteSettings(const Json::Object& settings);

  Host& host_;
};

}  // namespace waymark
