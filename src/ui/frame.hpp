// What every panel of the canvas is given for one frame, and the few ways in which they all draw.
#pragma once

#include <imgui.h>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/command.hpp"
#include "app/state.hpp"
#include "ui/fonts.hpp"
#include "ui/text.hpp"
#include "view/scene_builder.hpp"
#include "view/theme.hpp"

namespace waymark {

// What is on the canvas, made by the caller and valid for the frame.
struct UiInput {
  const AppState& state;
  const Theme& theme;
  const Scene& map;
  const Scene& overlay;
  std::span<const MinimapItem> minimap;
  std::span<const std::uint8_t> hues;     // TrackHues
  Camera camera;                          // as drawn: PixelSnapped
  std::optional<ScreenPoint> pointer;     // where a mouse or pen is, when it is over the canvas
  bool coarse = false;                    // the last pointer was a finger
  bool panels = true;                     // false: labels only
  double now_ms = 0;
};

// CSS pixels from the canvas' edges.
inline constexpr float kPanelMargin = 16;
// Where the page's own zoom buttons stand: above the minimap.
inline constexpr float kZoomButtonsBottom = 152;
inline constexpr Size kZoomButtons = {196, 44};
// A narrower canvas has no minimap and no legend.
inline constexpr float kWideCanvas = 600;

class UiFrame {
 public:
  UiFrame(const UiInput& in, const Fonts& fonts) : in(in), fonts(fonts), dpr(in.state.viewport.dpr) {}

  const UiInput& in;
  const Fonts& fonts;
  float dpr;
  std::vector<Command> commands;   // what the person asked for
  std::vector<ScreenRect> panels;  // what takes the pointer
  bool pointing = false;           // the pointer is over something that can be pressed

  ImVec2 Pixels(ScreenPoint p) const { return {p.x * dpr, p.y * dpr}; }
  ScreenPoint Css(ImVec2 p) const { return {p.x / dpr, p.y / dpr}; }
  const Theme& theme() const { return in.theme; }
  bool Wide() const { return in.state.viewport.width >= kWideCanvas; }
  Color HueOf(NodeIndex node) const { return in.theme.hue[node < in.hues.size() ? in.hues[node] : 0]; }

  // Opens a panel of exactly `rect` with shadow, surface and hairline; EndPanel must follow.
  ImDrawList& BeginPanel(const char* id, const ScreenRect& rect, bool takes_pointer = true);
  void EndPanel();

  // A rectangle that can be pressed, in the panel that is open.
  struct Button {
    bool pressed = false;
    bool hovered = false;
    bool held = false;
  };
  Button Pressable(const char* id, const ScreenRect& rect);

  void Text(ImDrawList& list, ScreenPoint left_middle, std::string_view text, float size, Color color,
            FontWeight weight = FontWeight::kRegular, TextAlign align = TextAlign::kLeft) const;
  void Fill(ImDrawList& list, const ScreenRect& rect, Color color, float radius = 0) const;
  void Stroke(ImDrawList& list, const ScreenRect& rect, Color color, float radius, float width) const;
  // Small shapes (state marks) whose world units are CSS pixels from `origin`.
  void Shapes(ImDrawList& list, ScreenPoint origin, std::span<const Shape> shapes) const;
};

}  // namespace waymark
