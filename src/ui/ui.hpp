// Everything on the canvas that is not the map's shapes: its texts and the panels above it. Reads the state, answers
// with commands, and keeps nothing but what a pointer is doing to a panel.
#pragma once

#include <span>

#include "ui/fonts.hpp"
#include "ui/frame.hpp"
#include "ui/label_mesh.hpp"
#include "ui/quick_card.hpp"
#include "ui/still_panels.hpp"
#include "ui/tooltip.hpp"

struct ImGuiContext;

namespace waymark {

class Ui {
 public:
  Ui();  // makes an ImGui context and makes it current
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  Fonts& fonts() { return fonts_; }
  // Who sets what the bundled font lacks. Must outlive this.
  void SetRasterizer(FallbackRasterizer& rasterizer);

  // Pointer input, CSS pixels. A press on a panel is the panel's until it ends: the answer says whether it took it.
  bool PointerDown(ScreenPoint at, bool coarse);
  bool PointerMove(ScreenPoint at);
  bool PointerUp(ScreenPoint at);
  void PointerGone();
  bool Covers(ScreenPoint at) const;

  // Lays out the panels and answers with what was asked for, which is valid until the next call. Needs a font. `Finish`
  // must follow. Allocates nothing while only the view moves.
  std::span<Command> Panels(const UiInput& in);
  // Closes the frame: the panels are ImGui's draw data then, and the texts of map and overlay, with the state as the
  // commands have left it, are the two meshes.
  void Finish(const UiInput& in);
  const GlyphMesh& map_texts() const { return map_texts_.mesh(); }
  const GlyphMesh& overlay_texts() const { return overlay_texts_.mesh(); }
  // Drawn beneath ImGui's, with CanvasCamera.
  const StillPanels& still() const { return still_; }

  // Frames that are still needed with no change of the state: for a press to be seen through, for text to be refined
  // after a zoom, for a tooltip. `DueMs` is when, at the soonest.
  bool WantsFrame() const;
  double DueMs() const;
  // What the panels of the last frame have to be pressed.
  const std::vector<PanelTarget>& targets() const { return scratch_.targets; }
  // Whether the pointer is over something in a panel that can be pressed.
  bool Pointing() const { return pointing_; }

 private:
  ImGuiContext* context_;
  Fonts fonts_;
  FallbackRasterizer* rasterizer_ = nullptr;
  StillPanels still_;
  QuickCard quick_card_;
  Tooltip tooltip_;
  PanelRects panels_;  // of the last frame
  UiScratch scratch_;
  LabelMesh map_texts_;
  LabelMesh overlay_texts_;
  bool taken_ = false;  // the press in progress is a panel's
  bool coarse_ = false;
  bool pointing_ = false;
  int settling_ = 0;  // frames until ImGui has seen all input
  float dpr_ = 1;
  float last_zoom_ = 0;
  double last_ms_ = 0;
  double rested_ms_ = 0;  // when the zoom will have rested long enough
  bool rough_ = false;    // the text was drawn for a changing zoom
};

}  // namespace waymark
