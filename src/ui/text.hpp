// Text of any size, crisp at each of them. Positions and sizes are device pixels here: the UI lays out in CSS pixels
// and multiplies by the pixel ratio at the last moment.
#pragma once

#include <imgui.h>

#include <string_view>

#include "ui/fonts.hpp"
#include "ui/text_bitmap_cache.hpp"
#include "view/color.hpp"
#include "view/scene/glyph_mesh.hpp"
#include "view/scene/scene.hpp"

namespace waymark {

inline ImU32 ToImGui(Color c) { return __builtin_bswap32(c.rgba); }

struct TextStyle {
  FontWeight weight = FontWeight::kRegular;
  float size = 14;  // device pixels an em
  ImU32 color = 0;
  TextAlign align = TextAlign::kLeft;
  // Glyphs are taken from a size near by and scaled: for a bitmap whose zoom is changing, so that the atlas holds a
  // few sizes and not one a frame.
  bool moving = false;
  // For lines that the bundled font cannot set; null when there are none.
  TextBitmapCache* bitmaps = nullptr;
  float nominal = 0;  // the size at no zoom, in the caller's own unit
  float room = 0;     // device pixels that such a line may take, 0 for as many as it likes
};

// Draws one line of UTF-8 whose vertical middle is at `at`; returns its width. Control characters are left out.
float DrawTextLine(ImDrawList& list, const Fonts& fonts, const TextStyle& style, ImVec2 at, std::string_view text);

// The same into a mesh, in world units: device pixels from the world's origin, over `scale`. `struck` draws a line
// through it.
void AppendTextLine(GlyphMesh& mesh, const Fonts& fonts, const TextStyle& style, float scale, ImVec2 at,
                    std::string_view text, bool struck);

}  // namespace waymark
