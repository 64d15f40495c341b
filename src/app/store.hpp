// Where a roadmap's progress lives between visits: two slots of key-value storage, written in turn, so that one good copy
// is there whatever moment the page is killed at.
//
//   waymark:<roadmap id>:a, :b   io/progress_json.hpp's slot: generation, checksum, payload
//   waymark:settings             {"theme":"dark"|"light"}; members it does not know are kept
//
// Every save joins what is there first, so tabs and pages that write at the same time lose nothing to each other even
// where there is no lock; with one (the page takes "waymark:store") they never meet at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/host.hpp"
#include "app/state.hpp"
#include "base/result.hpp"
#include "io/progress_json.hpp"

namespace waymark {

class Store {
 public:
  // `host` must outlive the store.
  explicit Store(Host& host) : host_(host) {}

  struct Loaded {
    StoredRoadmap stored;        // the join of the slots that read well; empty when there is none
    std::optional<Error> problem;  // storage refused (kStorage), is damaged (kDamaged) or newer (kVersion)
  };
  // Never fails: what can't be read is told in `problem`. Changes nothing.
  Loaded Load(std::string_view roadmap_id);

  // Joins with what is stored, writes the older or damaged slot, reads it back. Returns what is stored now, which may
  // hold more than was given. On failure the other slot is as it was. Positions and expansion are the given ones.
  // kVersion: a slot was written by a newer Waymark; nothing is written.
  Result<StoredRoadmap> Save(std::string_view roadmap_id, const StoredRoadmap& stored);

  // The chosen theme, if any. Unreadable settings count as none.
  std::optional<bool> LoadDark();
  Result<void> SaveDark(bool dark);

 private:
  Host& host_;
};

// The two keys of a roadmap: 0 is `:a`, 1 is `:b`.
std::string SlotKey(std::string_view roadmap_id, int slot);
inline constexpr std::string_view kSettingsKey = "waymark:settings";

}  // namespace waymark
