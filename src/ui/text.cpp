#include "ui/text.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

// Glyphs larger than this (ascender to descender, in device pixels) are scaled up: a few of them would fill the atlas.
constexpr float kMaxRasterSize = 320;
// Sizes an octave while the zoom changes.
constexpr float kMovingSteps = 4;

// Calls visit(code_point) for every character that has a glyph.
template <class Visit>
void ForEachCharacter(std::string_view text, Visit&& visit) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    unsigned int c = static_cast<unsigned char>(*at);
    at += c < 0x80 ? 1 : ImTextCharFromUtf8(&c, at, end);
    if (c >= 32) visit(static_cast<ImWchar>(c));
  }
}

// The rasterised font nearest to `height`. ImGui keeps whole sizes only; the rest goes into its density.
ImFontBaked& Baked(ImFont& font, float height, bool moving) {
  const float wanted = moving ? std::exp2(std::round(std::log2(height) * kMovingSteps) / kMovingSteps) : height;
  const float raster = std::clamp(wanted, 1.0f, kMaxRasterSize);
  const float whole = std::max(1.0f, std::round(raster));
  return *font.GetFontBaked(whole, raster / whole);
}

// The places in a pixel at which resting glyphs stand: those that were rasterised. Anywhere else the GPU would mix two
// neighbours, and the edges would blur.
float PlacesAPixel(ImFont& font, ImFontBaked& baked) {
  int across = 1, down = 1;
  ImFontAtlasBuildGetOversampleFactors(font.Sources[0], &baked, &across, &down);
  return static_cast<float>(across);
}

}  // namespace

float DrawTextLine(ImDrawList& list, const Fonts& fonts, const TextStyle& style, ImVec2 at, std::string_view text) {
  if (text.empty() || style.size <= 0) return 0;
  ImFont& font = fonts.Get(style.weight);
  const float height = style.size * fonts.HeightPerEm(style.weight);
  ImFontBaked& baked = Baked(font, height, style.moving);
  const float scale = height / baked.Size;

  float width = 0;
  std::size_t characters = 0;
  ForEachCharacter(text, [&](ImWchar c) {
    width += baked.GetCharAdvance(c) * scale;
    ++characters;
  });
  const float share = style.align == TextAlign::kLeft ? 0.0f : style.align == TextAlign::kCenter ? 0.5f : 1.0f;
  float x = at.x - width * share;
  // A resting baseline stands on a whole pixel: glyphs are rasterised relative to it.
  float baseline = at.y + fonts.MiddleToBaseline(style.weight) * style.size;
  if (!style.moving) {
    baseline = std::round(baseline);
    x = std::round(x);
  }
  const float top = baseline - std::round(baked.Ascent) * scale;
  const float places = PlacesAPixel(font, baked);

  const auto count = static_cast<int>(characters);
  list.PrimReserve(count * 6, count * 4);
  int drawn = 0;
  ForEachCharacter(text, [&](ImWchar c) {
    const ImFontGlyph* glyph = baked.FindGlyph(c);
    if (glyph == nullptr) return;
    if (glyph->Visible) {
      const ImU32 color = glyph->Colored ? style.color | ~IM_COL32_A_MASK : style.color;
      const float pen = style.moving ? x : std::round(x * places) / places;
      list.PrimRectUV({pen + glyph->X0 * scale, top + glyph->Y0 * scale}, {pen + glyph->X1 * scale, top + glyph->Y1 * scale},
                      {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, color);
      ++drawn;
    }
    x += glyph->AdvanceX * scale;
  });
  list.PrimUnreserve((count - drawn) * 6, (count - drawn) * 4);
  return width;
}

}  // namespace waymark
