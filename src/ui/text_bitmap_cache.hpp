// Lines of text that the bundled font cannot set, as bitmaps in Dear ImGui's atlas beside its glyphs. One serves one
// mesh or one frame's panels; what these did not ask for between Begin and End makes room for others.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/fallback_rasterizer.hpp"

namespace waymark {

struct TextStyle;

class TextBitmapCache {
 public:
  TextBitmapCache() = default;
  TextBitmapCache(const TextBitmapCache&) = delete;
  TextBitmapCache& operator=(const TextBitmapCache&) = delete;

  // `rasterizer` is asked for new bitmaps until End; null leaves all lines to the bundled font.
  void Begin(FallbackRasterizer* rasterizer);
  void End();

  // A bitmap and how much it is to be enlarged for the size asked for: 1 for a resting text, within an octave of it
  // for a moving one. Places in the atlas hold until something is added to it.
  struct Placed {
    TextBitmap raster = {};
    float scale = 1;
    ImVec2 uv_min;
    ImVec2 uv_max;
  };
  // nullopt when the bundled font has all of `text`, or there is no bitmap to be had. O(bitmaps entry).
  std::optional<Placed> Find(const TextStyle& style, std::string_view text);

 private:
  struct Entry {
    std::string text;
    FontWeight weight;
    ImU32 color;
    float nominal;  // equal texts of different nominal sizes are on the screen at once
    ImFontAtlasRectId id = ImFontAtlasRectId_Invalid;
    TextBitmap raster = {};
    float wanted = 0;  // the size that was asked for
    float size = 0;    // the size that it has, pixels an em
    float room = 0;
    bool asked = true;
  };

  bool Serves(const Entry& entry, const TextStyle& style) const;
  void Make(Entry& entry, const TextStyle& style, std::string_view text);
  void Drop(Entry& entry);

  FallbackRasterizer* rasterizer_ = nullptr;
  std::vector<Entry> entries_;
  int pixels_ = 0;  // of all that is entry
};

}  // namespace waymark
