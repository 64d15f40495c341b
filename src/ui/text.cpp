#include "ui/text.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <optional>

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

// Where a line's glyphs stand, for one after the other.
struct Line {
  ImFontBaked& baked;
  float scale;  // from the rasterised size to the wanted one
  float x;      // of the first glyph's origin
  float top;    // of the glyphs' own coordinates
  float width;
  int characters;
  float places;  // in a pixel; 0 for anywhere
};

// Where a line of `width` begins, and its baseline. Resting ones stand on whole pixels: glyphs are rasterised relative
// to them.
float Begin(const TextStyle& style, ImVec2 at, float width) {
  const float share = style.align == TextAlign::kLeft ? 0.0f : style.align == TextAlign::kCenter ? 0.5f : 1.0f;
  const float x = at.x - width * share;
  return style.moving ? x : std::round(x);
}

float Baseline(const TextStyle& style, ImVec2 at) {
  const float y = at.y + Fonts::MiddleToBaseline() * style.size;
  return style.moving ? y : std::round(y);
}

Line Measured(const Fonts& fonts, const TextStyle& style, ImVec2 at, std::string_view text) {
  ImFont& font = fonts.Get(style.weight);
  const float height = style.size * Fonts::HeightPerEm();
  ImFontBaked& baked = Baked(font, height, style.moving);
  Line line = {.baked = baked,
               .scale = height / baked.Size,
               .x = 0,
               .top = 0,
               .width = 0,
               .characters = 0,
               .places = style.moving ? 0 : PlacesAPixel(font, baked)};
  ForEachCharacter(text, [&](ImWchar c) {
    line.width += baked.GetCharAdvance(c) * line.scale;
    ++line.characters;
  });
  line.x = Begin(style, at, line.width);
  line.top = Baseline(style, at) - std::round(baked.Ascent) * line.scale;
  return line;
}

// Calls quad(min, max, uv_min, uv_max, color) for the bitmap of a line that the bundled font lacks letters of; returns
// the line's left end and its width, or nullopt when there is no bitmap.
struct Span {
  float left;
  float width;
};
template <class Quad>
std::optional<Span> BitmapOf(const TextStyle& style, ImVec2 at, std::string_view text, Quad&& quad) {
  if (style.bitmaps == nullptr) return std::nullopt;
  const auto found = style.bitmaps->Find(style, text);
  if (!found) return std::nullopt;
  const TextBitmap& raster = found->raster;
  const float scale = found->scale;
  const float width = raster.advance * scale;
  float left = Begin(style, at, width), baseline = Baseline(style, at);
  const ImVec2 corner = {left - static_cast<float>(raster.left) * scale,
                         baseline - static_cast<float>(raster.baseline) * scale};
  const ImVec2 size = {static_cast<float>(raster.width) * scale, static_cast<float>(raster.height) * scale};
  // The bitmap has its colours already.
  quad(corner, ImVec2(corner.x + size.x, corner.y + size.y), found->uv_min, found->uv_max,
       style.color | ~IM_COL32_A_MASK);
  return Span{left, width};
}

// Calls quad(min, max, uv_min, uv_max, color) for every glyph that is seen.
template <class Quad>
void ForEachGlyph(const Line& line, ImU32 color, std::string_view text, Quad&& quad) {
  float x = line.x;
  ForEachCharacter(text, [&](ImWchar c) {
    const ImFontGlyph* glyph = line.baked.FindGlyph(c);
    if (glyph == nullptr) return;
    if (glyph->Visible) {
      const float pen = line.places > 0 ? std::round(x * line.places) / line.places : x;
      quad(ImVec2(pen + glyph->X0 * line.scale, line.top + glyph->Y0 * line.scale),
           ImVec2(pen + glyph->X1 * line.scale, line.top + glyph->Y1 * line.scale), ImVec2(glyph->U0, glyph->V0),
           ImVec2(glyph->U1, glyph->V1), glyph->Colored ? color | ~IM_COL32_A_MASK : color);
    }
    x += glyph->AdvanceX * line.scale;
  });
}

}  // namespace

float DrawTextLine(ImDrawList& list, const Fonts& fonts, const TextStyle& style, ImVec2 at, std::string_view text) {
  if (text.empty() || style.size <= 0) return 0;
  const auto bitmap = BitmapOf(style, at, text, [&](ImVec2 min, ImVec2 max, ImVec2 uv_min, ImVec2 uv_max, ImU32 color) {
    list.PrimReserve(6, 4);
    list.PrimRectUV(min, max, uv_min, uv_max, color);
  });
  if (bitmap) return bitmap->width;
  const Line line = Measured(fonts, style, at, text);
  list.PrimReserve(line.characters * 6, line.characters * 4);
  int drawn = 0;
  ForEachGlyph(line, style.color, text, [&](ImVec2 min, ImVec2 max, ImVec2 uv_min, ImVec2 uv_max, ImU32 color) {
    list.PrimRectUV(min, max, uv_min, uv_max, color);
    ++drawn;
  });
  list.PrimUnreserve((line.characters - drawn) * 6, (line.characters - drawn) * 4);
  return line.width;
}

void AppendTextLine(GlyphMesh& mesh, const Fonts& fonts, const TextStyle& style, float scale, ImVec2 at,
                    std::string_view text, bool struck) {
  if (text.empty() || style.size <= 0) return;
  const float world = 1 / scale;
  const auto quad = [&](ImVec2 min, ImVec2 max, ImVec2 uv_min, ImVec2 uv_max, ImU32 color) {
    const float size = style.size * world;
    const float left = min.x * world, top = min.y * world, right = max.x * world, bottom = max.y * world;
    const GlyphVertex corners[4] = {{{left, top}, {uv_min.x, uv_min.y}, size, color},
                                    {{right, top}, {uv_max.x, uv_min.y}, size, color},
                                    {{left, bottom}, {uv_min.x, uv_max.y}, size, color},
                                    {{right, bottom}, {uv_max.x, uv_max.y}, size, color}};
    mesh.vertices.insert(mesh.vertices.end(), corners, corners + 4);
  };
  std::optional<Span> span = BitmapOf(style, at, text, quad);
  if (!span) {
    const Line line = Measured(fonts, style, at, text);
    ForEachGlyph(line, style.color, text, quad);
    span = Span{line.x, line.width};
  }
  if (!struck) return;
  constexpr float kPerEm = 14;
  const float half = std::max(1.0f, style.size / kPerEm) * 0.5f;
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  quad({span->left, at.y - half}, {span->left + span->width, at.y + half}, white, white, style.color);
}

}  // namespace waymark
