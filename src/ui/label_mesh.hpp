// A scene's texts as one mesh. It is made anew when the scene, the atlas, the resting zoom or (by a quarter of an
// octave) a changing zoom differ, or when the view leaves the part of the map that it was made for; a pan costs
// nothing.
#pragma once

#include <cstdint>

#include "ui/fonts.hpp"
#include "ui/text_bitmap_cache.hpp"
#include "view/camera.hpp"
#include "view/scene/glyph_mesh.hpp"
#include "view/scene/scene.hpp"

namespace waymark {

class LabelMesh {
 public:
  // `camera` as drawn (PixelSnapped). `moving`: the zoom or the cards are changing, so glyphs come from few sizes and
  // are scaled; else each stands crisp on whole pixels. O(labels) when it is made anew, else O(1).
  void Refresh(const Fonts& fonts, const Scene& scene, const Camera& camera, const Viewport& viewport, bool moving);

  // Who sets what the bundled font lacks, null for nobody. Must outlive this.
  void SetRasterizer(FallbackRasterizer* rasterizer) { rasterizer_ = rasterizer; }

  const GlyphMesh& mesh() const { return mesh_; }

 private:
  bool Fits(const Scene& scene, const Camera& camera, const Viewport& viewport, bool moving) const;
  void Make(const Fonts& fonts, const Scene& scene, const Camera& camera, const Viewport& viewport, bool moving);

  GlyphMesh mesh_;
  TextBitmapCache bitmaps_;
  FallbackRasterizer* rasterizer_ = nullptr;
  std::uint64_t scene_revision_ = 0;
  float largest_ = 0;  // of the scene's type
  int atlas_ = -1;
  float zoom_ = 0;
  float dpr_ = 0;
  bool moving_ = false;
  WorldRect window_;
};

}  // namespace waymark
