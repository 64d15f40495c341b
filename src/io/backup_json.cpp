#include "io/backup_json.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/compact_sort.hpp"
#include "base/crc32.hpp"
#include "io/fields.hpp"
#include "io/json_fault.hpp"
#include "io/json_text.hpp"

namespace waymark {
namespace {

constexpr std::string_view kFormat = "waymark-backup";
constexpr std::array<std::string_view, 5> kMembers = {"format", "version", "settings", "roadmaps", "checksum"};

std::unexpected<Error> Bad(std::string_view what) {
  return Fail(ErrorCode::kSchema, "This backup can’t be read: " + std::string(what) + ". Choose another copy of it.");
}

// Everything but the checksum and the closing brace.
std::string WriteContent(const Backup& backup) {
  Json::Object settings = backup.settings;
  CompactSort(settings, &std::pair<std::string, Json>::first);
  std::string out = "{\"format\":\"" + std::string(kFormat) + "\",\"version\":" + std::to_string(kBackupVersion) +
                    ",\"settings\":" + Json(std::move(settings)).Dump() + ",\"roadmaps\":{";
  bool first = true;
  for (const auto& [id, stored] : backup.roadmaps) {
    if (!std::exchange(first, false)) out.push_back(',');
    AppendJsonString(out, id);
    out += ":" + WriteStored(stored);
  }
  return out + "}";
}

Result<Json> ReadHead(std::string_view text) {
  if (text.size() > kMaxBackupBytes) {
    return Fail(ErrorCode::kTooLarge, "This file is larger than any backup of Waymark. Choose another.");
  }
  Result<Json> json = Json::Parse(text, kMaxBackupBytes);
  if (!json) {
    if (json.error().code == ErrorCode::kTooLarge) return json;
    if (std::string foreign = ForeignFile(text); !foreign.empty()) return Fail(ErrorCode::kSyntax, std::move(foreign));
    return Fail(ErrorCode::kSyntax, "This is not a backup of Waymark, or it is damaged. Choose another file.");
  }
  const Json* const format = json->Find("format");
  if (format == nullptr || format->AsString() != kFormat) {
    return Fail(ErrorCode::kSchema, "This is not a backup of Waymark. Choose a file that “Save a backup” gave you.");
  }
  const Json* const version = json->Find("version");
  const double number = version == nullptr ? 0 : version->AsNumber();
  if (number > kBackupVersion) {
    return Fail(
        ErrorCode::kVersion,
        "This backup was made by a newer version of Waymark. Reload the page to get that version, then open it again.");
  }
  if (number != kBackupVersion) return Bad("its version was never released");
  return json;
}

// Trims what may stand between tokens, then takes `token` off the end; false when it does not stand there.
bool TakeOffEnd(std::string_view& text, std::string_view token) {
  text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  if (!text.ends_with(token)) return false;
  text.remove_suffix(token.size());
  return true;
}

// The bytes that `checksum` is of: all before its member, which has to be the last one. None where it is not.
std::optional<std::string_view> SealedBytes(std::string_view text, const Json& checksum) {
  std::string_view after = text;
  if (!TakeOffEnd(after, "}")) return std::nullopt;
  const std::string_view value = JsonValueAt(text, checksum.offset());
  if (!TakeOffEnd(after, value) || after.size() != checksum.offset()) return std::nullopt;
  std::string_view content = after;
  if (!TakeOffEnd(content, ":") || !TakeOffEnd(content, "\"checksum\"") || !TakeOffEnd(content, ","))
    return std::nullopt;
  // Some editors put a byte order mark in front of what they save.
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  return content;
}

}  // namespace

std::string WriteBackup(const Backup& backup) {
  std::string content = WriteContent(backup);
  const std::string checksum = CrcDigits(Crc32(content));
  return content + ",\"checksum\":\"" + checksum + "\"}\n";
}

Result<Backup> ReadBackup(std::string_view text) {
  const Result<Json> json = ReadHead(text);
  if (!json) return std::unexpected(json.error());
  for (const auto& [name, value] : json->AsObject()) {
    if (!std::ranges::contains(kMembers, name))
      return Bad("it holds a part that this version of Waymark does not know");
  }
  const Json* const roadmaps = json->Find("roadmaps");
  const Json* const settings = json->Find("settings");
  const Json* const checksum = json->Find("checksum");
  if (roadmaps == nullptr || !roadmaps->IsObject()) return Bad("it names no roadmaps");
  if (settings != nullptr && !settings->IsObject()) return Bad("its settings are not a list of names and values");
  if (roadmaps->AsObject().size() > kMaxBackupRoadmaps) {
    return Fail(ErrorCode::kTooLarge, "This backup holds more roadmaps than a browser can keep. Choose another.");
  }

  // A file somebody wrote without one is taken; one that does not fit means that something changed on the way.
  if (checksum != nullptr) {
    const std::optional<std::string_view> sealed = SealedBytes(text, *checksum);
    if (!sealed || checksum->AsString() != CrcDigits(Crc32(*sealed))) {
      return Fail(
          ErrorCode::kDamaged,
          "This backup is damaged: something in it changed after it was saved. Choose another copy of it, or, if "
          "you changed it yourself, take “checksum” out.");
    }
  }

  Backup backup;
  if (settings != nullptr) {
    if (settings->Dump().size() > kMaxSettingsBytes) return Bad("its settings are too long");
    backup.settings = settings->AsObject();
    CompactSort(backup.settings, &std::pair<std::string, Json>::first);
  }
  for (const auto& [id, value] : roadmaps->AsObject()) {
    if (!IsSlug(id)) return Bad("a name in it is not that of a roadmap");
    Result<StoredRoadmap> stored = StoredFromJson(value);
    if (!stored) {
      if (stored.error().code == ErrorCode::kVersion) return std::unexpected(std::move(stored.error()));
      return Bad("the progress on “" + id + "” can’t be right");
    }
    if (WriteStored(*stored).size() > kMaxStoredBytes)
      return Bad("the progress on “" + id + "” is longer than a browser can keep");
    backup.roadmaps.emplace(id, *std::move(stored));
  }
  return backup;
}

}  // namespace waymark
