#include "ui/still_panels.hpp"

namespace waymark {

Camera CanvasCamera(const Viewport& viewport) { return {{viewport.width * 0.5f, viewport.height * 0.5f}, 1}; }

void StillPanels::Refresh(const UiInput& in) {
  const Key key = {in.minimap_revision, &in.theme, in.state.viewport, in.panels && in.state.open,
                   in.state.preview.has_value()};
  if (key_ == key) return;
  key_ = key;
  scene_.shapes.clear();
  scene_.labels.clear();
  ++scene_.revision;
  minimap_.reset();
  legend_.reset();
  if (!key.shown || !WideCanvas(in.state.viewport)) return;
  minimap_ = PlaceMinimap(in);
  if (minimap_) AppendMinimap(scene_, in, *minimap_);
  legend_ = AppendLegend(scene_, in);
}

void StillPanels::RefreshTexts(const Fonts& fonts, const UiInput& in) {
  texts_.Refresh(fonts, scene_, in.canvas, in.state.viewport, false);
}

}  // namespace waymark
