#include "io/progress_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "base/compact_sort.hpp"
#include "base/crc32.hpp"
#include "base/utf8.hpp"
#include "io/json.hpp"
#include "io/json_text.hpp"

namespace waymark {
namespace {

constexpr std::string_view kFormat = "waymark-progress";
constexpr std::string_view kSlotName = "waymark";
constexpr std::size_t kMaxHeadBytes = 64;
constexpr std::array<std::string_view, 8> kMembers = {"format", "version", "skills", "notes",
                                                      "pace",   "start",   "pins",   "expanded"};
// A card further out than this was not put there by a hand.
constexpr double kMaxPin = 1e7;

std::unexpected<Error> Bad(std::string_view member, std::string_view what) {
  return Fail(ErrorCode::kSchema, "The progress can't be read: \"" + std::string(member) + "\" " + std::string(what) +
                                      "; use another copy of the file.");
}

// Appends `[…],[…]` under `name` when there is anything; every member of the format ends up in the order it is called
// in.
template <class Items, class Each>
void AppendMember(std::string& out, std::string_view name, const Items& items, Each each) {
  if (items.empty()) return;
  out += ",\"";
  out += name;
  out += "\":[";
  bool first = true;
  for (const auto& item : items) {
    if (!std::exchange(first, false)) out.push_back(',');
    each(item);
  }
  out.push_back(']');
}

template <class... Numbers>
void AppendNumbers(std::string& out, Numbers... numbers) {
  bool first = true;
  const auto one = [&](auto number) {
    if (!std::exchange(first, false)) out.push_back(',');
    AppendJsonNumber(out, number);
  };
  (one(numbers), ...);
}

double Wide(std::uint32_t value) { return static_cast<double>(value); }

std::optional<std::uint32_t> WholeIn(const Json& json, std::uint32_t low, std::uint32_t high) {
  const double value = json.AsNumber(-1);
  if (!(value >= low && value <= high) || std::trunc(value) != value) return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

std::optional<SkillKey> KeyFrom(const Json& json) {
  const auto key = WholeIn(json, 1, kMaxSkillKey);
  return key ? std::optional(SkillKey{*key}) : std::nullopt;
}

// Each entry of a list of the payload is read by one of these; false means that it is not what the format says.
bool ReadRegister(const Json::Array& entry, Progress& progress) {
  if (entry.size() != 3) return false;
  const auto key = KeyFrom(entry[0]);
  const auto epoch = WholeIn(entry[1], 0, kMaxEpoch);
  const auto state = WholeIn(entry[2], 0, 3);
  if (!key || !epoch || !state) return false;
  const Register value{*epoch, static_cast<SkillState>(*state)};
  return value != Register{} && progress.skills.emplace(*key, value).second;
}

bool ReadNote(const Json::Array& entry, Progress& progress) {
  if (entry.size() != 3) return false;
  const auto key = KeyFrom(entry[0]);
  const auto epoch = WholeIn(entry[1], 1, kMaxEpoch);
  const Json::Array& texts = entry[2].AsArray();
  if (!key || !epoch || texts.size() > kMaxNoteTexts) return false;
  Note note{*epoch, {}};
  for (const Json& text : texts) {
    const std::string_view value = text.AsString();
    if (value.empty() || value.size() > kMaxNoteBytes || !note.texts.emplace(value).second) return false;
  }
  return progress.notes.emplace(*key, std::move(note)).second;
}

bool ReadPin(const Json::Array& entry, std::map<SkillKey, WorldVector>& pins) {
  if (entry.size() != 3) return false;
  const auto key = KeyFrom(entry[0]);
  const double x = entry[1].AsNumber(std::numeric_limits<double>::infinity());
  const double y = entry[2].AsNumber(std::numeric_limits<double>::infinity());
  if (!key || !(std::abs(x) <= kMaxPin && std::abs(y) <= kMaxPin)) return false;
  return pins.emplace(*key, WorldVector{static_cast<float>(x), static_cast<float>(y)}).second;
}

// [epoch, value]; absent means that it was never set.
bool ReadValue(const Json& json, std::string_view name, std::uint32_t most, ValueRegister<std::uint16_t>& value) {
  const Json* const found = json.Find(name);
  if (found == nullptr) return true;
  const Json::Array& entry = found->AsArray();
  if (entry.size() != 2) return false;
  const auto epoch = WholeIn(entry[0], 1, kMaxEpoch);
  const auto number = WholeIn(entry[1], 0, most);
  if (!epoch || !number) return false;
  value = {*epoch, static_cast<std::uint16_t>(*number)};
  return true;
}

template <class Each>
Result<void> ReadList(const Json& json, std::string_view name, Each each) {
  const Json* const list = json.Find(name);
  if (list == nullptr) return {};
  for (const Json& entry : list->AsArray()) {
    if (!each(entry)) return Bad(name, "holds an entry that can't be right");
  }
  return {};
}

// A whole number in plain decimal, as std::to_string writes it.
std::optional<std::uint64_t> ReadDecimal(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || std::to_string(value) != text) return std::nullopt;
  return value;
}

// The least version that can say it. Version 1 has no schedule, and a page that knows no later one would drop it.
int VersionOf(const StoredRoadmap& stored) { return stored.progress.schedule == Schedule{} ? 1 : 2; }

// Everything in a slot but the checksum itself.
std::uint32_t SlotChecksum(std::string_view version, std::string_view generation, std::string_view payload) {
  return Crc32(std::string(version) + ' ' + std::string(generation) + '\n' + std::string(payload));
}

}  // namespace

std::string WriteStored(const StoredRoadmap& stored) {
  std::string out = "{\"format\":\"" + std::string(kFormat) + "\",\"version\":" + std::to_string(VersionOf(stored));
  AppendMember(out, "skills", stored.progress.skills, [&](const auto& entry) {
    out.push_back('[');
    AppendNumbers(out, Wide(entry.first.value), Wide(entry.second.epoch), Wide(std::to_underlying(entry.second.state)));
    out.push_back(']');
  });
  AppendMember(out, "notes", stored.progress.notes, [&](const auto& entry) {
    out.push_back('[');
    AppendNumbers(out, Wide(entry.first.value), Wide(entry.second.epoch));
    out += ",[";
    bool first = true;
    for (const std::string& text : entry.second.texts) {
      if (!std::exchange(first, false)) out.push_back(',');
      AppendJsonString(out, text);
    }
    out += "]]";
  });
  const auto append_value = [&out](std::string_view name, const ValueRegister<std::uint16_t>& value) {
    if (value.epoch == 0) return;
    out.append(",\"").append(name).append("\":[");
    AppendNumbers(out, Wide(value.epoch), Wide(value.value));
    out.push_back(']');
  };
  append_value("pace", stored.progress.schedule.minutes_per_week);
  append_value("start", stored.progress.schedule.start_day);
  AppendMember(out, "pins", stored.pins, [&](const auto& entry) {
    out.push_back('[');
    AppendNumbers(out, Wide(entry.first.value), entry.second.x, entry.second.y);
    out.push_back(']');
  });
  const std::set<SkillKey> expanded(stored.expanded.begin(), stored.expanded.end());
  AppendMember(out, "expanded", expanded, [&](SkillKey key) { AppendNumbers(out, Wide(key.value)); });
  if (stored.extra.size() > 2) out += ',' + stored.extra.substr(1, stored.extra.size() - 2);
  return out + "}";
}

Result<StoredRoadmap> ReadStored(std::string_view text) {
  const Result<Json> json = Json::Parse(text, kMaxStoredBytes);
  if (!json) return std::unexpected(json.error());
  return StoredFromJson(*json);
}

Result<StoredRoadmap> StoredFromJson(const Json& json) {
  const Json* const format = json.Find("format");
  if (format == nullptr || format->AsString() != kFormat) {
    return Fail(ErrorCode::kSchema, "This is not a Waymark progress file; choose another.");
  }
  const Json* const version = json.Find("version");
  const double number = version == nullptr ? 0 : version->AsNumber();
  if (number > kStoreVersion) {
    return Fail(ErrorCode::kVersion,
                "This progress was saved by a newer Waymark; reload the page or update Waymark to open it.");
  }
  if (number != 1 && number != 2) return Bad("version", "is no version that was ever released");
  for (const std::string_view name : {"skills", "notes", "pins", "expanded"}) {
    const Json* const list = json.Find(name);
    if (list != nullptr && !list->IsArray()) return Bad(name, "is not a list");
  }

  StoredRoadmap stored;
  auto read =
      ReadList(json, "skills", [&](const Json& entry) { return ReadRegister(entry.AsArray(), stored.progress); });
  if (read)
    read = ReadList(json, "notes", [&](const Json& entry) { return ReadNote(entry.AsArray(), stored.progress); });
  if (read) read = ReadList(json, "pins", [&](const Json& entry) { return ReadPin(entry.AsArray(), stored.pins); });
  if (read) {
    read = ReadList(json, "expanded", [&](const Json& entry) {
      const auto key = KeyFrom(entry);
      if (key) stored.expanded.push_back(*key);
      return key.has_value();
    });
  }
  if (!read) return std::unexpected(read.error());
  Schedule& schedule = stored.progress.schedule;
  if (!ReadValue(json, "pace", kMaxMinutesPerWeek, schedule.minutes_per_week))
    return Bad("pace", "is not an epoch and the minutes of a week");
  if (!ReadValue(json, "start", kMaxStartDay, schedule.start_day)) return Bad("start", "is not an epoch and a day");
  CompactSort(stored.expanded);
  stored.expanded.erase(std::ranges::unique(stored.expanded).begin(), stored.expanded.end());
  Json::Object extra;
  for (const auto& [name, value] : json.AsObject()) {
    if (!std::ranges::contains(kMembers, name)) extra.emplace_back(name, value);
  }
  if (!extra.empty()) stored.extra = Json(std::move(extra)).Dump();
  return stored;
}

std::string WriteSlot(const Slot& slot) {
  const std::string version = std::to_string(VersionOf(slot.stored));
  const std::string generation = std::to_string(slot.generation);
  const std::string payload = WriteStored(slot.stored);
  return std::string(kSlotName) + ' ' + version + ' ' + generation + ' ' +
         CrcDigits(SlotChecksum(version, generation, payload)) + '\n' + payload;
}

Result<Slot> ReadSlot(std::string_view text) {
  const auto damaged = [] { return Fail(ErrorCode::kDamaged, "This stored copy is damaged; the other copy is used."); };
  if (text.size() > kMaxStoredBytes + kMaxHeadBytes) {
    return Fail(ErrorCode::kTooLarge,
                "This stored copy is larger than anything Waymark writes; the other copy is used.");
  }
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return damaged();
  std::string_view head = text.substr(0, line_end);
  const std::string_view payload = text.substr(line_end + 1);
  std::array<std::string_view, 4> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t space = i + 1 < parts.size() ? head.find(' ') : head.size();
    if (space == std::string_view::npos) return damaged();
    parts[i] = head.substr(0, space);
    head.remove_prefix(std::min(space + 1, head.size()));
  }
  const auto version = ReadDecimal(parts[1]);
  const auto generation = ReadDecimal(parts[2]);
  if (parts[0] != kSlotName || !version || !generation) return damaged();
  if (parts[3] != CrcDigits(SlotChecksum(parts[1], parts[2], payload))) return damaged();
  if (*version > kStoreVersion) {
    return Fail(ErrorCode::kVersion, "A newer Waymark saved here; reload the page to get it. Nothing is overwritten.");
  }
  Result<StoredRoadmap> stored = ReadStored(payload);
  if (!stored) return std::unexpected(std::move(stored.error()));
  return Slot{*generation, *std::move(stored)};
}

}  // namespace waymark
