// Semantic zoom: what a card shows depends on how large it is on the screen. Inside one level nothing changes.
#pragma once

#include <cstdint>

namespace waymark {

enum class Detail : std::uint8_t {
  kFar,      // blocks in the colours of their states; only the names of groups, as large as it takes to read them
  kCompact,  // cards with a mark and a large title
  kMid,      // cards as designed: mark, title, hours
  kNear,     // and the summary; groups list their first skills
  kClose,    // and what it needs and opens
};

struct LevelOfDetail {
  Detail detail = Detail::kMid;
  // Far only: how many times farther than the nearest far level, in steps of kFarStep.
  std::uint8_t far_step = 0;

  friend constexpr bool operator==(LevelOfDetail, LevelOfDetail) = default;
};

// The zoom at which each level begins (the one before it ends), in CSS pixels per world unit.
inline constexpr float kCompactZoom = 0.4f;
inline constexpr float kMidZoom = 0.72f;
inline constexpr float kNearZoom = 1.6f;
inline constexpr float kCloseZoom = 3.2f;
inline constexpr float kFarStep = 1.25f;
// How far beyond a boundary the zoom must go before the level changes, so that it does not flicker at the boundary.
inline constexpr float kDetailHysteresis = 1.06f;

// The level for `zoom` with no history.
LevelOfDetail ChooseDetail(float zoom);
// The level for `zoom` when `previous` is shown: `previous` while `zoom` is within the hysteresis of its range.
LevelOfDetail ChooseDetail(float zoom, LevelOfDetail previous);

// The smallest zoom at which the level is shown without hysteresis: sizes in pixels are promised from there on.
float SmallestZoom(LevelOfDetail level);

}  // namespace waymark
