// The parts of the panels that stand still while the map moves, as a scene in CSS pixels from the canvas' top left
// corner: it lives in the GPU's buffers like the map's, and is made anew only when one of them changes.
#pragma once

#include <cstdint>
#include <optional>

#include "ui/frame.hpp"
#include "ui/label_mesh.hpp"
#include "ui/legend.hpp"
#include "ui/minimap.hpp"

namespace waymark {

// As the camera: of the canvas in CSS pixels.
Camera CanvasCamera(const Viewport& viewport);

class StillPanels {
 public:
  // O(1) when nothing differs, else O(minimap's items).
  void Refresh(const UiInput& in);
  // The texts, once the glyphs' places in the atlas are known.
  void RefreshTexts(const Fonts& fonts, const UiInput& in);

  const Scene& scene() const { return scene_; }
  const GlyphMesh& texts() const { return texts_.mesh(); }
  const std::optional<MinimapPlace>& minimap() const { return minimap_; }
  const std::optional<ScreenRect>& legend() const { return legend_; }

 private:
  struct Key {
    std::uint64_t minimap;
    const Theme* theme;
    Viewport viewport;
    bool shown;
    bool preview;  // somebody's progress, which the legend explains
    friend bool operator==(const Key&, const Key&) = default;
  };

  std::optional<Key> key_;
  std::optional<MinimapPlace> minimap_;
  std::optional<ScreenRect> legend_;
  Scene scene_;
  LabelMesh texts_;
};

}  // namespace waymark
