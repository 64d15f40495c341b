// The palette and the type scale: the only source of both, for the canvas (as values) and for the page (as CSS).
// tests/unit/view/theme_test.cpp holds every pair that is drawn to WCAG 2.2 AA.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph.hpp"
#include "view/color.hpp"

namespace waymark {

inline constexpr std::size_t kHueCount = 12;

// What is made of one hue. All opaque.
struct Shades {
  Color hue;
  Color learning;    // a card's fill
  Color done;        // likewise; text stands on it
  Color border;      // of what is done, and of a group
  Color edge;        // from what is available but not done
  Color area;        // an expanded area's fill; its title stands on it
  Color inner_area;  // areas in areas alternate, so that an inner one is seen and its title still reads
  Color area_border;
};

// All opaque but `shadow`.
struct Theme {
  bool dark = true;
  bool high_contrast = false;
  Color ground;   // behind everything on the map
  Color dot;      // the ground's dots
  Color surface;  // bars, panels, dialogs
  Color card;
  Color line;     // hairlines; the empty part of a progress ring
  Color outline;  // borders that carry meaning (locked, skipped, inputs): 3:1 on ground, card and surface
  Color text;
  Color muted;   // second text; still AA
  Color accent;  // selection, focus, the one primary button, links
  Color on_accent;
  Color danger;  // text and marks of what went wrong
  Color on_danger;
  Color shadow;                      // with alpha
  std::array<Color, kHueCount> hue;  // one a track, equally light

  Color quiet_card;                      // a locked card
  Color under_card;                      // the second edge beneath a group's card
  std::array<Shades, kHueCount> shades;  // by hue
};

// Made once; lives for ever.
const Theme& ThemeFor(bool dark, bool high_contrast);

// The same as CSS custom properties, on `:root` (dark), `:root[data-theme="light"]`, `:root[data-contrast="high"]` and
// both:
// --ground --dot --surface --card --line --outline --text --muted --accent --on-accent --danger --on-danger --shadow
// --hue-0 … --hue-11, and once: --font-size-xl lg md card sm xs, --font-weight-regular semibold bold, --line-height,
// --radius-control card group area, --space-1 … --space-8 (4 px each), --motion-expand, --motion-flight.
std::string ThemeCss();

// Which hue each node has, by node: that of its top-level group. Groups in file order take steps far apart on the
// circle, so neighbours differ; they repeat after kHueCount. O(nodes).
std::vector<std::uint8_t> TrackHues(const Graph& graph);

// Type, in CSS pixels on the page and world units on the map.
inline constexpr float kTypeXl = 20;
inline constexpr float kTypeLg = 16;
inline constexpr float kTypeGroup = 15.5f;
inline constexpr float kTypeMd = 15;
inline constexpr float kTypeCard = 14.5f;
inline constexpr float kTypeSm = 13;
inline constexpr float kTypeXs = 12;

inline constexpr float kRadiusControl = 9;
inline constexpr float kRadiusCard = 12;
inline constexpr float kRadiusGroup = 16;
inline constexpr float kRadiusArea = 22;

inline constexpr float kDotSpacing = 26;  // world units between the ground's dots
inline constexpr float kExpandMilliseconds = 180;
inline constexpr float kFlightMilliseconds = 240;
inline constexpr float kFlashMilliseconds = 900;

}  // namespace waymark
