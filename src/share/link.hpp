// The progress link: `#p=` and base64url of a few bytes. docs/share_format.md gives them; every version that was ever
// released is readable for ever.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "progress/progress.hpp"

namespace waymark {

inline constexpr std::string_view kLinkPrefix = "#p=";
// Room for every key with a state and an epoch (two bits, a byte for the gap, two for the epoch; base64), and a page's
// address, so that whatever EncodeLink makes is read.
inline constexpr std::size_t kMaxLinkCharacters = 4'400'000;

inline constexpr std::size_t kMaxSenderBytes = 120;      // forty letters of any script
inline constexpr std::uint32_t kMaxLinkDay = 2'932'896;  // 9999-12-31

// What the sender chose to say about the link; either may be left out.
struct LinkLabel {
  std::string sender;     // showable text (base/utf8.hpp) without space at its ends, at most kMaxSenderBytes
  std::uint32_t day = 0;  // days since 1970-01-01; 0: not given

  friend bool operator==(const LinkLabel&, const LinkLabel&) = default;
};

// Any text and number as a label: cleaned, cut to the caps.
LinkLabel MakeLinkLabel(std::string_view sender, std::uint32_t day);

struct SharedProgress {
  std::uint32_t roadmap = 0;  // RoadmapHash of the roadmap's id
  Progress progress;          // never notes
  LinkLabel label;
};

// 32 bits of the roadmap's id (FNV-1a), so that a link knows which map it is for.
std::uint32_t RoadmapHash(std::string_view roadmap_id);

// The fragment, `#p=` included. Canonical: equal progress and label give equal links. `label` is cleaned first; without
// one the link is of version 1, which every Waymark reads. Epochs above kMaxSharedEpoch travel as that one. About 120
// characters for 300 skills, 350 for 1,000, and 4 for each skill that went back. O(largest key).
std::string EncodeLink(std::string_view roadmap_id, const Progress& progress, const LinkLabel& label = {});

// Reads a fragment, or a whole URL with one; white space in it is passed over, and so is what stands behind the link
// where the checksum holds without it. Refuses anything damaged, newer or
// beyond the caps, with a sentence for the person who opened it: any one changed character is found, always. O(length).
Result<SharedProgress> DecodeLink(std::string_view text);

}  // namespace waymark
