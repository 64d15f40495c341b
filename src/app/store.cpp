#include "app/store.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "app/backup.hpp"
#include "io/json.hpp"

namespace waymark {
namespace {

// How often a save starts over when another tab wrote in between; each time it joins what that tab wrote.
constexpr int kMaxSaveAttempts = 4;
constexpr std::string_view kPrefix = "waymark:";

constexpr const char* kNoStorageText = "Your browser does not let this page store anything; allow it to keep site data.";
constexpr const char* kRefusedText =
    "Your browser refused to store your progress; make room in its storage, or allow this page to keep site data.";
constexpr const char* kNewerText = "Your progress here was stored by a newer version of Waymark; reload the page to get that version.";
constexpr const char* kUnreadableText =
    "The progress stored in this browser is damaged and can’t be read; if you kept a link to it, open that link.";
constexpr const char* kOversizedText = "Your notes are too long to be stored; shorten some of them.";

enum class SlotHealth { kAbsent, kGood, kDamaged, kNewer };

struct ReadBack {
  SlotHealth health = SlotHealth::kAbsent;
  Slot slot;
};

using Slots = std::array<ReadBack, 2>;

ReadBack Examine(const std::optional<std::string>& text) {
  if (!text) return {};
  auto slot = ReadSlot(*text);
  if (slot) return {SlotHealth::kGood, std::move(*slot)};
  return {slot.error().code == ErrorCode::kVersion ? SlotHealth::kNewer : SlotHealth::kDamaged, {}};
}

Result<Slots> ReadSlots(Host& host, std::string_view roadmap_id) {
  Slots slots;
  for (int i = 0; i < 2; ++i) {
    const auto text = host.ReadItem(SlotKey(roadmap_id, i));
    if (!text) return Fail(ErrorCode::kStorage, kNoStorageText);
    slots[static_cast<std::size_t>(i)] = Examine(*text);
  }
  return slots;
}

bool Any(const Slots& slots, SlotHealth health) {
  return std::ranges::any_of(slots, [&](const ReadBack& r) { return r.health == health; });
}

// The good slot with the higher generation, or null.
const Slot* Newest(const Slots& slots) {
  const Slot* newest = nullptr;
  for (const ReadBack& r : slots) {
    if (r.health == SlotHealth::kGood && (!newest || r.slot.generation > newest->generation)) newest = &r.slot;
  }
  return newest;
}

Progress JoinAll(const Slots& slots, Progress progress) {
  for (const ReadBack& r : slots) {
    if (r.health == SlotHealth::kGood) progress = Join(progress, r.slot.stored.progress);
  }
  return progress;
}

// Where the next save goes: where nothing good would be lost, else over the older.
int Target(const Slots& slots) {
  for (int i = 0; i < 2; ++i) {
    if (slots[static_cast<std::size_t>(i)].health != SlotHealth::kGood) return i;
  }
  return slots[0].slot.generation > slots[1].slot.generation ? 1 : 0;
}

}  // namespace

std::string SlotKey(std::string_view roadmap_id, int slot) {
  return "waymark:" + std::string(roadmap_id) + (slot == 0 ? ":a" : ":b");
}

Store::Loaded Store::Load(std::string_view roadmap_id) {
  const auto slots = ReadSlots(host_, roadmap_id);
  if (!slots) return {std::nullopt, slots.error()};
  Loaded loaded;
  if (const Slot* newest = Newest(*slots)) {
    loaded.stored = newest->stored;
    loaded.stored->progress = JoinAll(*slots, {});
  }
  if (Any(*slots, SlotHealth::kNewer)) loaded.problem = Error{ErrorCode::kVersion, kNewerText};
  else if (!loaded.stored && Any(*slots, SlotHealth::kDamaged)) loaded.problem = Error{ErrorCode::kDamaged, kUnreadableText};
  return loaded;
}

Result<StoredRoadmap> Store::Save(std::string_view roadmap_id, StoredRoadmap stored) {
  for (int attempt = 0; attempt < kMaxSaveAttempts; ++attempt) {
    const auto slots = ReadSlots(host_, roadmap_id);
    if (!slots) return std::unexpected(slots.error());
    if (Any(*slots, SlotHealth::kNewer)) return Fail(ErrorCode::kVersion, kNewerText);

    stored.progress = JoinAll(*slots, std::move(stored.progress));
    const Slot* newest = Newest(*slots);
    if (newest && newest->stored == stored) return stored;
    const std::string text = WriteSlot({(newest ? newest->generation : 0) + 1, stored});
    // What no reader would take must not push out what one does.
    if (!ReadSlot(text)) return Fail(ErrorCode::kTooLarge, kOversizedText);

    const std::string key = SlotKey(roadmap_id, Target(*slots));
    if (!host_.WriteItem(key, text)) return Fail(ErrorCode::kStorage, kRefusedText);
    const auto back = host_.ReadItem(key);
    if (!back) return Fail(ErrorCode::kStorage, kRefusedText);
    if (*back == text) return stored;
  }
  return Fail(ErrorCode::kStorage, kRefusedText);
}

std::vector<std::string> Store::RoadmapIds() {
  std::set<std::string> ids;
  const auto keys = host_.ListKeys();
  if (!keys) return {};
  for (std::string_view key : *keys) {
    if (!key.starts_with(kPrefix)) continue;
    key.remove_prefix(kPrefix.size());
    if (const std::size_t end = key.find(':'); end != std::string_view::npos && end > 0) ids.emplace(key.substr(0, end));
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
  return WriteSettings(all);
}

Result<void> Store::WriteSettings(const Json::Object& settings) {
  if (!host_.WriteItem(kSettingsKey, Json(settings).Dump())) return Fail(ErrorCode::kStorage, kRefusedText);
  return {};
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
  if (theme == settings.end()) settings.emplace_back("theme", dark ? "dark" : "light");
  else theme->second = Json(dark ? "dark" : "light");
  return WriteSettings(settings);
}

}  // namespace waymark
