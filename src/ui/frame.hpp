// What every panel of the canvas is given for one frame, and the few ways in which they all draw.
#pragma once

#include <imgui.h>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/command.hpp"
#include "app/state.hpp"
#include "base/inline_list.hpp"
#include "ui/fonts.hpp"
#include "ui/text.hpp"
#include "view/scene/scene_builder.hpp"
#include "view/theme.hpp"

namespace waymark {

// What can be pressed in a panel.
struct PanelTarget {
  const char* id = "";  // a constant
  ScreenRect rect;
};

// What is on the canvas, made by the caller and valid for the frame.
struct UiInput {
  const AppState& state;
  const Theme& theme;
  const Scene& map;
  const Scene& overlay;
  std::span<const MinimapItem> minimap;
  std::uint64_t minimap_revision = 0;  // other items have another
  std::span<const std::uint8_t> hues;  // TrackHues
  Camera camera;                       // as drawn: PixelSnapped
  Camera canvas;                       // CanvasCamera, PixelSnapped
  std::optional<ScreenPoint> pointer;  // where a mouse or pen is, when it is over the canvas
  bool coarse = false;                 // the last pointer was a finger
  bool panels = true;                  // false: labels only
  double now_ms = 0;
};

// CSS pixels from the canvas' edges.
inline constexpr float kPanelMargin = 16;
// Where the page's own zoom buttons stand: above the minimap.
inline constexpr float kZoomButtonsBottom = 152;
inline constexpr Size kZoomButtons = {196, 44};
// A narrower canvas has no minimap and no legend.
inline constexpr float kWideCanvas = 600;
inline bool WideCanvas(const Viewport& viewport) { return viewport.width >= kWideCanvas; }

// Room for every panel there is.
using PanelRects = InlineList<ScreenRect, 8>;

// What the panels fill anew in every frame, kept for its capacity.
struct UiScratch {
  std::vector<Command> commands;
  std::vector<Shape> marks;
  std::vector<PanelTarget> targets;  // of the last frame
  TextBitmapCache bitmaps;
};

// A panel's shadow, surface and hairline.
void AppendPanel(Scene& scene, const Theme& theme, const ScreenRect& rect);

class UiFrame {
 public:
  // Adds to `panels`, and to the commands of `scratch`.
  UiFrame(const UiInput& input, const Fonts& faces, PanelRects& taken, UiScratch& scratch)
      : in(input),
        fonts(faces),
        dpr(input.state.viewport.dpr),
        panels(taken),
        commands(scratch.commands),
        marks(scratch.marks),
        targets(scratch.targets),
        bitmaps(scratch.bitmaps) {}

  const UiInput& in;
  const Fonts& fonts;
  float dpr;
  PanelRects& panels;              // what takes the pointer
  std::vector<Command>& commands;  // what the person asked for
  std::vector<Shape>& marks;       // for whoever draws some
  std::vector<PanelTarget>& targets;
  TextBitmapCache& bitmaps;
  bool pointing = false;  // the pointer is over something that can be pressed

  ImVec2 Pixels(ScreenPoint p) const { return {p.x * dpr, p.y * dpr}; }
  ScreenPoint Css(ImVec2 p) const { return {p.x / dpr, p.y / dpr}; }
  const Theme& theme() const { return in.theme; }
  Color HueOf(NodeIndex node) const { return in.theme.hue[node < in.hues.size() ? in.hues[node] : 0]; }

  // Opens a panel of exactly `rect` with shadow, surface and hairline; EndPanel must follow.
  ImDrawList& BeginPanel(const char* id, const ScreenRect& rect, bool takes_pointer = true);
  // The same for one whose ground is drawn already.
  ImDrawList& BeginPlace(const char* id, const ScreenRect& rect, bool takes_pointer = true);
  void EndPanel();

  // A rectangle that can be pressed, in the panel that is open. `id` is a constant.
  struct Button {
    bool pressed = false;
    bool hovered = false;
    bool held = false;
  };
  Button Pressable(const char* id, const ScreenRect& rect);

  // `room`: the width that a text in other scripts may take, which the bundled font's metrics only guess; 0 for any.
  void Text(ImDrawList& list, ScreenPoint left_middle, std::string_view text, float size, Color color,
            FontWeight weight = FontWeight::kRegular, TextAlign align = TextAlign::kLeft, float room = 0) const;
  void Fill(ImDrawList& list, const ScreenRect& rect, Color color, float radius = 0) const;
  void Stroke(ImDrawList& list, const ScreenRect& rect, Color color, float radius, float width) const;
  // Small shapes (state marks) whose world units are CSS pixels from `origin`.
  void Shapes(ImDrawList& list, ScreenPoint origin, std::span<const Shape> shapes) const;
};

}  // namespace waymark
