// Where a roadmap's progress lives between visits: slots of key-value storage. Every save joins what is there, writes
// it under a name never used before, reads it back, and only then takes away what it has joined, all but the newest. So
// two slots are there at rest, and one good copy of everything whatever moment a page is killed at.
//
//   waymark:<roadmap id>:slot-<name>   io/progress_json.hpp's slot: generation, checksum, payload
//   waymark:<roadmap id>:a, :b         the same, as earlier pages wrote them
//   waymark:settings                   {"theme":"dark"|"light"}; members it does not know are kept
//
// Nothing is lost between tabs either, with a lock or without, and however late one sees what another wrote. Slots are
// ordered by generation and name, and none is ever written over. Whoever takes a slot away has written one before that
// is higher and holds all that is in it; that one goes only when a higher one holds all of it in turn. Since the
// highest slot can't go, whatever was written once is in some slot always. The page's lock ("waymark:store") only
// spares tabs from doing the same work twice.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/host.hpp"
#include "base/result.hpp"
#include "io/json.hpp"
#include "io/progress_json.hpp"

namespace waymark {

inline constexpr std::string_view kSettingsKey = "waymark:settings";

// The key of a slot that holds `text`. It is the text's own hash, so a key is never written with two contents.
std::string SlotKey(std::string_view roadmap_id, std::string_view text);

class Store {
 public:
  // `host` must outlive the store.
  explicit Store(Host& host) : host_(host) {}

  struct Loaded {
    // The join of the slots that read well; positions, expansion and the rest are those of the newest.
    std::optional<StoredRoadmap> stored;
    // Storage refused (kStorage), a newer Waymark wrote here (kVersion), or there is something and none of it can be
    // read (kDamaged). Damaged slots beside a good one are no problem: they go once two good ones are there.
    std::optional<Error> problem;
  };
  // Changes nothing that is stored.
  Loaded Load(std::string_view roadmap_id);

  // Joins with what is stored, writes it, reads it back, takes away what it replaces. Returns what is stored now, which
  // may hold more progress than was given. Writes nothing when that is there already. On failure nothing is lost that
  // was there: kStorage refused, kVersion written by a newer Waymark (then nothing at all is touched), kTooLarge.
  Result<StoredRoadmap> Save(std::string_view roadmap_id, StoredRoadmap stored);

  // As Save, for progress that was taken back to less than is stored: what this store has read or written before is
  // replaced, and only what has come since is joined. Nothing of the replaced slots stays, and two slots of the new are
  // written.
  Result<StoredRoadmap> Replace(std::string_view roadmap_id, StoredRoadmap stored);

  // Takes away every slot of a road, and what else is kept under its name. Nothing of a newer Waymark.
  Result<void> Delete(std::string_view roadmap_id);

  // Characters that each road takes in the browser's storage, by id, slots that can't be read included; then those of
  // the settings under "settings". Empty when storage refuses.
  std::map<std::string, std::size_t> Sizes();

  // Of which there is anything stored; ascending, each once. Empty when storage refuses.
  std::vector<std::string> RoadmapIds();

  // All of them, in the order written; empty when there are none or they can't be read.
  Json::Object LoadSettings();
  // Adds those that are not there.
  Result<void> AddSettings(const Json::Object& settings);

  // Minutes a week as pages kept them for all roads before each road had its own pace: "hoursPerWeek" in the settings.
  std::optional<std::uint16_t> LoadEarlierPace();

  // Whether the person chose the dark theme; nullopt without a choice or when it can't be read.
  std::optional<bool> LoadDark();
  Result<void> SaveDark(bool dark);

 private:
  Result<void> WriteSettings(const Json::Object& settings);
  // Why a write was refused: storage that takes nothing, or that is full, and of what.
  std::string RefusedText();

  // Writes one more slot above `highest` and reads it back; nothing when it was gone by then.
  struct Written {
    std::string key;
    bool there = false;
  };
  Result<Written> Write(std::string_view roadmap_id, std::uint64_t generation, const StoredRoadmap& stored,
                        const std::function<bool()>& make_room);

  Host& host_;
  std::set<std::string, std::less<>> seen_;  // keys of slots that were read or written here
};

}  // namespace waymark
