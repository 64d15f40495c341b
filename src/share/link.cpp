#include "share/link.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/base64url.hpp"
#include "base/bytes.hpp"
#include "base/crc32.hpp"
#include "base/fnv1a.hpp"
#include "base/utf8.hpp"

namespace waymark {
namespace {

constexpr std::uint8_t kPlainVersion = 1;
constexpr std::uint8_t kLabelledVersion = 2;  // version 1 and a label that is not empty
constexpr std::size_t kChecksumBytes = 4;
constexpr unsigned kStatesPerByte = 4;
constexpr std::string_view kBase64UrlLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kMaxTrailingLetters = 8;

bool IsKey(SkillKey key) { return key.value >= 1 && key.value <= kMaxSkillKey; }

// docs/share_format.md, checksum included.
std::vector<std::uint8_t> EncodeBytes(std::uint32_t roadmap, const Progress& progress, const LinkLabel& label) {
  std::uint32_t count = 0;
  std::uint32_t epochs = 0;
  for (const auto& [key, value] : progress.skills) {
    if (!IsKey(key)) continue;
    if (value.state != SkillState::kNotStarted) count = key.value;
    if (value.epoch > 0) ++epochs;
  }
  std::vector<std::uint8_t> states((count + kStatesPerByte - 1) / kStatesPerByte, 0);
  ByteWriter changes;
  std::uint32_t last = 0;
  for (const auto& [key, value] : progress.skills) {
    if (!IsKey(key)) continue;
    if (value.state != SkillState::kNotStarted) {
      const std::uint32_t at = key.value - 1;
      states[at / kStatesPerByte] |=
          static_cast<std::uint8_t>(std::to_underlying(value.state) << (2 * (at % kStatesPerByte)));
    }
    if (value.epoch > 0) {
      changes.Varint(key.value - last);
      changes.Varint(std::min(value.epoch, kMaxSharedEpoch));
      last = key.value;
    }
  }
  ByteWriter out;
  const bool plain = label == LinkLabel{};
  out.U8(plain ? kPlainVersion : kLabelledVersion);
  out.U32(roadmap);
  out.Varint(count);
  out.Append(states);
  out.Varint(epochs);
  out.Append(changes.bytes());
  if (!plain) {
    out.Varint(label.day);
    out.Varint(static_cast<std::uint32_t>(label.sender.size()));
    out.Append(std::vector<std::uint8_t>(label.sender.begin(), label.sender.end()));
  }
  out.U32(Crc32(out.bytes()));
  return {out.bytes().begin(), out.bytes().end()};
}

std::unexpected<Error> Damaged() {
  return Fail(ErrorCode::kDamaged,
              "This progress link is damaged: a piece is missing or a character has changed. Ask for it again.");
}

bool ReadStates(ByteReader& reader, Progress& progress) {
  const auto count = reader.Varint();
  if (!count || *count > kMaxSkillKey) return false;
  const auto states = reader.Take((*count + kStatesPerByte - 1) / kStatesPerByte);
  if (!states) return false;
  for (std::uint32_t at = 0; at < *count; ++at) {
    const unsigned byte = (*states)[at / kStatesPerByte];
    const unsigned bits = (byte >> (2 * (at % kStatesPerByte))) & 3u;
    if (bits == 0) continue;
    progress.skills.emplace_hint(progress.skills.end(), SkillKey{at + 1}, Register{0, static_cast<SkillState>(bits)});
  }
  return true;
}

bool ReadEpochs(ByteReader& reader, Progress& progress) {
  const auto epochs = reader.Varint();
  if (!epochs || *epochs > kMaxSkillKey) return false;
  std::uint32_t key = 0;
  for (std::uint32_t i = 0; i < *epochs; ++i) {
    const auto gap = reader.Varint();
    const auto epoch = reader.Varint();
    if (!gap || *gap == 0 || *gap > kMaxSkillKey - key) return false;
    if (!epoch || *epoch == 0 || *epoch > kMaxSharedEpoch) return false;
    key += *gap;
    progress.skills[SkillKey{key}].epoch = *epoch;
  }
  return true;
}

bool ReadLabel(ByteReader& reader, LinkLabel& label) {
  const auto day = reader.Varint();
  const auto length = reader.Varint();
  if (!day || !length || *length > kMaxSenderBytes) return false;
  const auto sender = reader.Take(*length);
  if (!sender) return false;
  label = {std::string(sender->begin(), sender->end()), *day};
  return label != LinkLabel{} && label == MakeLinkLabel(label.sender, label.day);
}

// What stands after the prefix, without the space that mail programs and hands put in; nothing when there is no prefix.
std::optional<std::string> Payload(std::string_view text) {
  const std::size_t begin = text.find(kLinkPrefix);
  if (begin == std::string_view::npos) return std::nullopt;
  std::string payload(text.substr(begin + kLinkPrefix.size()));
  std::erase_if(payload, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  // A bracket, a full stop, a tracker's parameter: no letter of base64url, so the link ended before it.
  payload.resize(std::min(payload.find_first_not_of(kBase64UrlLetters), payload.size()));
  return payload;
}

bool ChecksumHolds(std::span<const std::uint8_t> bytes) {
  if (bytes.size() <= kChecksumBytes) return false;
  ByteReader checksum(bytes.last(kChecksumBytes));
  return checksum.U32() == Crc32(bytes.first(bytes.size() - kChecksumBytes));
}

// The bytes of a payload whose checksum holds, without a few letters at its end where that takes it: an underscore of
// markup, a word written on to the link. Nothing when it never does.
std::optional<std::vector<std::uint8_t>> SoundBytes(std::string_view payload) {
  for (std::size_t dropped = 0; dropped <= kMaxTrailingLetters && dropped < payload.size(); ++dropped) {
    auto bytes = Base64UrlDecode(payload.substr(0, payload.size() - dropped));
    if (bytes && ChecksumHolds(*bytes)) return *std::move(bytes);
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t RoadmapHash(std::string_view roadmap_id) { return Fnv1a32(roadmap_id); }

LinkLabel MakeLinkLabel(std::string_view sender, std::uint32_t day) {
  const std::string clean = Sanitized(sender);
  std::string_view name = clean;
  const auto trim = [&name] {
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
  };
  trim();
  name = Utf8Prefix(name, kMaxSenderBytes);
  trim();
  return {std::string(name), std::min(day, kMaxLinkDay)};
}

std::string EncodeLink(std::string_view roadmap_id, const Progress& progress, const LinkLabel& label) {
  const LinkLabel clean = MakeLinkLabel(label.sender, label.day);
  return std::string(kLinkPrefix) + Base64UrlEncode(EncodeBytes(RoadmapHash(roadmap_id), progress, clean));
}

Result<SharedProgress> DecodeLink(std::string_view text) {
  if (text.size() > kMaxLinkCharacters) {
    return Fail(ErrorCode::kTooLarge, "This is too long for a progress link; copy the link alone.");
  }
  const std::optional<std::string> payload = Payload(text);
  if (!payload) {
    return Fail(ErrorCode::kSyntax,
                "This is no progress link: one has \"" + std::string(kLinkPrefix) + "\" in it. Copy the whole link.");
  }
  const auto bytes = SoundBytes(*payload);
  if (!bytes) return Damaged();

  const std::span<const std::uint8_t> whole(*bytes);
  ByteReader reader(whole.first(whole.size() - kChecksumBytes));
  const auto version = reader.U8();
  if (version != kPlainVersion && version != kLabelledVersion) {
    if (version == 0) return Damaged();
    return Fail(ErrorCode::kVersion, "This link was made by a newer Waymark; reload the page and open it again.");
  }
  SharedProgress shared;
  const auto roadmap = reader.U32();
  if (!roadmap || !ReadStates(reader, shared.progress) || !ReadEpochs(reader, shared.progress)) return Damaged();
  shared.roadmap = *roadmap;
  if (version == kLabelledVersion && !ReadLabel(reader, shared.label)) return Damaged();
  // One progress and label have one link, so whatever else would read the same (padding, a count too high) was not made
  // by us.
  if (reader.left() != 0 || !std::ranges::equal(EncodeBytes(*roadmap, shared.progress, shared.label), *bytes))
    return Damaged();
  return shared;
}

}  // namespace waymark
