#include "app/storage/store.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "app/storage/backup.hpp"
#include "app/storage/intake.hpp"
#include "base/crc32.hpp"
#include "base/fnv1a.hpp"
#include "io/json.hpp"

namespace waymark {
namespace {

// How often a save starts over when what it wrote is not there, as when another tab has joined it and taken it away.
constexpr int kMaxSaveAttempts = 4;
constexpr std::string_view kPrefix = "waymark:";
constexpr std::string_view kSlotName = "slot-";

constexpr const char* kNoStorageText =
    "Your browser does not let this page store anything; allow it to keep site data.";
constexpr const char* kRefusedText =
    "Your browser refused to store your progress; make room in its storage, or allow this page to keep site data.";
constexpr const char* kNewerText =
    "Your progress here was stored by a newer version of Waymark; reload the page to get that version.";
constexpr const char* kUnreadableText =
    "The progress stored in this browser is damaged and can’t be read; if you kept a link to it, open that link.";
constexpr const char* kBusyText =
    "Other tabs are storing at the same time, and this one did not get its turn; it will try again.";

struct FoundSlot {
  std::string key;
  std::optional<Slot> slot;  // absent: damaged
};

struct FoundSlots {
  std::vector<FoundSlot> all;
  std::size_t highest = 0;  // by generation, then key; of `all` when any is sound
  bool any_sound = false;
  bool newer = false;  // there are some of a newer Waymark too

  const FoundSlot* Highest() const { return any_sound ? &all[highest] : nullptr; }
  std::uint64_t NextGeneration() const { return (any_sound ? all[highest].slot->generation : 0) + 1; }
  void Add(FoundSlot found) {
    const FoundSlot* const before = Highest();
    if (found.slot && (!before || std::pair(found.slot->generation, std::string_view(found.key)) >
                                      std::pair(before->slot->generation, std::string_view(before->key)))) {
      highest = all.size();
      any_sound = true;
    }
    all.push_back(std::move(found));
  }
};

bool IsSlotKey(std::string_view key, std::string_view prefix) {
  if (!key.starts_with(prefix)) return false;
  key.remove_prefix(prefix.size());
  return key.starts_with(kSlotName) || key == "a" || key == "b";
}

// As many as the browser has room for: all of them together are within its own limit of a few megabytes.
Result<FoundSlots> FindSlots(Host& host, std::string_view roadmap_id) {
  const std::string prefix = std::string(kPrefix) + std::string(roadmap_id) + ":";
  const auto keys = host.ListKeys();
  if (!keys) return Fail(ErrorCode::kStorage, kNoStorageText);
  FoundSlots found;
  for (const std::string& key : *keys) {
    if (!IsSlotKey(key, prefix)) continue;
    const auto text = host.ReadItem(key);
    if (!text) return Fail(ErrorCode::kStorage, kNoStorageText);
    if (!*text) continue;
    auto slot = ReadSlot(**text);
    if (!slot && slot.error().code == ErrorCode::kVersion)
      found.newer = true;
    else
      found.Add({key, slot ? std::optional(std::move(*slot)) : std::nullopt});
  }
  return found;
}

Progress JoinAll(const FoundSlots& found, Progress progress) {
  for (const FoundSlot& f : found.all) {
    if (f.slot) progress = Join(progress, f.slot->stored.progress);
  }
  return progress;
}

// Gives up what the highest of `found` holds too, to make room for one more. Answers whether there was any.
bool MakeRoom(Host& host, const FoundSlots& found) {
  bool made = false;
  for (const FoundSlot& f : found.all) {
    if (!f.slot || &f == found.Highest()) continue;
    const Progress& all = found.Highest()->slot->stored.progress;
    if (Join(all, f.slot->stored.progress) == all) made = host.RemoveItem(f.key).has_value() || made;
  }
  return made;
}

void Remember(std::set<std::string, std::less<>>& seen, const FoundSlots& found) {
  for (const FoundSlot& f : found.all) {
    if (f.slot) seen.insert(f.key);
  }
}

std::size_t Total(const std::map<std::string, std::size_t>& sizes) {
  std::size_t total = 0;
  for (const auto& [id, bytes] : sizes) total += bytes;
  return total;
}

// What is too long of `stored`, and what to do about it.
std::string OversizedText(const StoredRoadmap& stored) {
  const std::size_t whole = WriteStored(stored).size();
  StoredRoadmap less = stored;
  less.progress.notes.clear();
  const std::size_t notes = whole - WriteStored(less).size();
  const std::size_t members = stored.extra.size();
  const std::string limit = "; at most " + SizeText(kMaxStoredBytes) + " can be stored. ";
  if (notes >= whole / 2) return "The notes on this road take " + SizeText(notes) + limit + "Shorten some of them.";
  if (members >= whole / 2) {
    return "What this version of Waymark does not know takes " + SizeText(members) + " of this road" + limit +
           "Let go of it.";
  }
  return "The marks on " + std::to_string(stored.progress.skills.size()) + " skills take " + SizeText(whole) + limit +
         "Let go of those that this road does not have.";
}

}  // namespace

std::string SlotKey(std::string_view roadmap_id, std::string_view text) {
  std::string key(kPrefix);
  key.append(roadmap_id).append(":").append(kSlotName);
  return key + CrcDigits(Fnv1a32(text)) + CrcDigits(Crc32(text));
}

Store::Loaded Store::Load(std::string_view roadmap_id) {
  auto found = FindSlots(host_, roadmap_id);
  if (!found) return {std::nullopt, std::move(found.error())};
  Remember(seen_, *found);
  Loaded loaded;
  if (const FoundSlot* highest = found->Highest()) {
    loaded.stored = highest->slot->stored;
    loaded.stored->progress = JoinAll(*found, {});
  }
  if (found->newer)
    loaded.problem = Error{ErrorCode::kVersion, std::string(kNewerText)};
  else if (!loaded.stored && !found->all.empty())
    loaded.problem = Error{ErrorCode::kDamaged, std::string(kUnreadableText)};
  return loaded;
}

// A full storage takes a few characters still, or has the room taken up by what is kept; else it takes nothing at all.
std::string Store::RefusedText() {
  constexpr std::string_view kProbe = "waymark:probe";
  constexpr std::size_t kMuch = 1u << 20;
  const bool takes_little = host_.WriteItem(kProbe, "1").has_value();
  static_cast<void>(host_.RemoveItem(kProbe));
  const std::map<std::string, std::size_t> sizes = Sizes();
  const std::size_t total = Total(sizes);
  if (!takes_little && total < kMuch) return kRefusedText;
  if (total < kMuch)
    return "Your browser’s storage for this site is full, and other pages of this site fill most of it: Waymark "
           "keeps " +
           SizeText(total) + " there.";
  const auto largest = std::ranges::max_element(sizes, {}, &std::pair<const std::string, std::size_t>::second);
  return "Your browser’s storage for this site is full: Waymark keeps " + SizeText(total) + " there, " +
         SizeText(largest->second) + " of it for the road “" + largest->first + "”. Let go of something.";
}

Result<Store::Written> Store::Write(std::string_view roadmap_id, std::uint64_t generation, const StoredRoadmap& stored,
                                    const std::function<bool()>& make_room) {
  const std::string text = WriteSlot({generation, stored});
  // What no reader would take must not push out what one does.
  if (!ReadSlot(text)) return Fail(ErrorCode::kTooLarge, OversizedText(stored));
  const std::string key = SlotKey(roadmap_id, text);
  const auto write = [&] { return host_.WriteItem(key, text).has_value(); };
  if (!write() && !(make_room() && write())) return Fail(ErrorCode::kStorage, RefusedText());
  const auto back = host_.ReadItem(key);
  if (!back) return Fail(ErrorCode::kStorage, kNoStorageText);
  if (*back != text) return Written{key, false};
  seen_.insert(key);
  return Written{key, true};
}

Result<StoredRoadmap> Store::Save(std::string_view roadmap_id, StoredRoadmap stored) {
  for (int attempt = 0; attempt < kMaxSaveAttempts; ++attempt) {
    const auto found = FindSlots(host_, roadmap_id);
    if (!found) return std::unexpected(found.error());
    if (found->newer) return Fail(ErrorCode::kVersion, kNewerText);

    stored.progress = JoinAll(*found, std::move(stored.progress));
    Remember(seen_, *found);
    const FoundSlot* const highest = found->Highest();
    if (highest && highest->slot->stored == stored) return stored;
    const auto written = Write(roadmap_id, found->NextGeneration(), stored, [&] { return MakeRoom(host_, *found); });
    if (!written) return std::unexpected(written.error());
    if (!written->there) continue;
    // What stays over is joined and taken away by the next save.
    for (const FoundSlot& f : found->all) {
      if (highest && &f != highest) static_cast<void>(host_.RemoveItem(f.key));
    }
    return stored;
  }
  return Fail(ErrorCode::kStorage, kBusyText);
}

Result<StoredRoadmap> Store::Replace(std::string_view roadmap_id, StoredRoadmap stored) {
  for (int attempt = 0; attempt < kMaxSaveAttempts; ++attempt) {
    const auto found = FindSlots(host_, roadmap_id);
    if (!found) return std::unexpected(found.error());
    if (found->newer) return Fail(ErrorCode::kVersion, kNewerText);
    for (const FoundSlot& f : found->all) {
      if (f.slot && !seen_.contains(f.key)) stored.progress = Join(stored.progress, f.slot->stored.progress);
    }
    Remember(seen_, *found);
    // All that is there is in memory, and less of it is wanted: when there is no room, it may go first but for one.
    const auto written = Write(roadmap_id, found->NextGeneration(), stored, [&] { return MakeRoom(host_, *found); });
    if (!written) return std::unexpected(written.error());
    if (!written->there) continue;
    for (const FoundSlot& f : found->all) {
      if (!host_.RemoveItem(f.key)) return Fail(ErrorCode::kStorage, kNoStorageText);
    }
    // The spare copy; without room for it there is one all the same.
    static_cast<void>(Write(roadmap_id, found->NextGeneration() + 1, stored, [] { return false; }));
    return stored;
  }
  return Fail(ErrorCode::kStorage, kBusyText);
}

Result<void> Store::Delete(std::string_view roadmap_id) {
  const auto found = FindSlots(host_, roadmap_id);
  if (!found) return std::unexpected(found.error());
  if (found->newer) return Fail(ErrorCode::kVersion, kNewerText);
  const auto keys = host_.ListKeys();
  if (!keys) return Fail(ErrorCode::kStorage, kNoStorageText);
  const std::string prefix = std::string(kPrefix) + std::string(roadmap_id) + ":";
  for (const std::string& key : *keys) {
    if (key.starts_with(prefix) && !host_.RemoveItem(key)) return Fail(ErrorCode::kStorage, kNoStorageText);
  }
  return {};
}

std::map<std::string, std::size_t> Store::Sizes() {
  std::map<std::string, std::size_t> sizes;
  const auto keys = host_.ListKeys();
  if (!keys) return sizes;
  for (const std::string& key : *keys) {
    const auto text = host_.ReadItem(key);
    if (!text || !*text) continue;
    const std::string_view rest = std::string_view(key).substr(std::min(kPrefix.size(), key.size()));
    sizes[std::string(rest.substr(0, rest.find(':')))] += key.size() + (*text)->size();
  }
  return sizes;
}

std::vector<std::string> Store::RoadmapIds() {
  std::set<std::string> ids;
  const auto keys = host_.ListKeys();
  if (!keys) return {};
  for (std::string_view key : *keys) {
    if (!key.starts_with(kPrefix)) continue;
    key.remove_prefix(kPrefix.size());
    if (const std::size_t end = key.find(':'); end != std::string_view::npos && end > 0)
      ids.emplace(key.substr(0, end));
  }
  return {ids.begin(), ids.end()};
}

Json::Object Store::LoadSettings() {
  const auto text = host_.ReadItem(kSettingsKey);
  if (!text || !*text) return {};
  const auto settings = Json::Parse(**text, kMaxSettingsBytes);
  return settings ? settings->AsObject() : Json::Object();
}

Result<void> Store::AddSettings(const Json::Object& settings) {
  Json::Object all = LoadSettings();
  const Json::Object missing = MissingSettings(all, settings);
  if (missing.empty()) return {};
  all.insert(all.end(), missing.begin(), missing.end());
  if (Json(all).Dump().size() > kMaxSettingsBytes) {
    return Fail(ErrorCode::kTooLarge,
                "The settings would take more than " + SizeText(kMaxSettingsBytes) + "; they stay as they are.");
  }
  return WriteSettings(all);
}

Result<void> Store::WriteSettings(const Json::Object& settings) {
  if (!host_.WriteItem(kSettingsKey, Json(settings).Dump())) return Fail(ErrorCode::kStorage, RefusedText());
  return {};
}

std::optional<std::uint16_t> Store::LoadEarlierPace() {
  constexpr double kMostHours = 60;  // as that page had it
  const Json settings(LoadSettings());
  const Json* const hours = settings.Find("hoursPerWeek");
  const double value = hours ? hours->AsNumber() : 0;
  if (!(value >= 1 && value <= kMostHours)) return std::nullopt;
  return static_cast<std::uint16_t>(std::lround(value * 60));
}

std::optional<bool> Store::LoadDark() {
  const Json settings(LoadSettings());
  const Json* theme = settings.Find("theme");
  if (!theme || (theme->AsString() != "dark" && theme->AsString() != "light")) return std::nullopt;
  return theme->AsString() == "dark";
}

Result<void> Store::SaveDark(bool dark) {
  if (!host_.ReadItem(kSettingsKey)) return Fail(ErrorCode::kStorage, kNoStorageText);
  Json::Object settings = LoadSettings();
  const auto theme = std::ranges::find(settings, "theme", &std::pair<std::string, Json>::first);
  if (theme == settings.end())
    settings.emplace_back("theme", dark ? "dark" : "light");
  else
    theme->second = Json(dark ? "dark" : "light");
  return WriteSettings(settings);
}

}  // namespace waymark
