#include "ui/text_bitmap_cache.hpp"

#include <algorithm>
#include <cmath>

#include "ui/text.hpp"

namespace waymark {
namespace {

// Larger letters are scaled up: few of them would fill the atlas.
constexpr float kMaxRasterSize = 160;
constexpr float kMaxRasterWidth = 2048;
// Pixels that one set of lines may take: 16 MB. The fuller it is, the coarser are new bitmaps.
constexpr int kMostPixels = 4 << 20;
constexpr float kLeastShare = 1.0f / 16;  // of what is left, for one bitmap
constexpr float kLineHeight = 1.4f;       // about, ems

}  // namespace

void TextBitmapCache::Begin(FallbackRasterizer* rasterizer) {
  rasterizer_ = rasterizer;
  for (Entry& entry : entries_) entry.asked = false;
}

void TextBitmapCache::End() {
  rasterizer_ = nullptr;
  for (Entry& entry : entries_) {
    if (!entry.asked) Drop(entry);
  }
  std::erase_if(entries_, [](const Entry& entry) { return !entry.asked; });
}

void TextBitmapCache::Drop(Entry& entry) {
  if (entry.id == ImFontAtlasRectId_Invalid) return;
  ImGui::GetIO().Fonts->RemoveCustomRect(entry.id);
  pixels_ -= entry.raster.width * entry.raster.height;
  entry.id = ImFontAtlasRectId_Invalid;
}

bool TextBitmapCache::Serves(const Entry& entry, const TextStyle& style) const {
  if (style.moving) return entry.wanted <= 2 * style.size && style.size <= 2 * entry.wanted;
  return entry.wanted == style.size && entry.room == style.room;
}

void TextBitmapCache::Make(Entry& entry, const TextStyle& style, std::string_view text) {
  Drop(entry);
  entry.wanted = style.size;
  entry.room = style.room;
  // An estimate of the bitmap's area for one pixel an em, squared.
  const float ems = std::max(1.0f, TextWidth(text, style.weight, 1));
  const float most = static_cast<float>(kMostPixels - pixels_) * kLeastShare;
  entry.size = std::min(
      {style.size, kMaxRasterSize, kMaxRasterWidth / ems, std::sqrt(std::max(0.0f, most) / (ems * kLineHeight))});
  if (entry.size < 1) return;
  const float coarser = entry.size / style.size;
  const Color color{__builtin_bswap32(style.color | IM_COL32_A_MASK)};
  const auto raster = rasterizer_->Draw(
      {.text = text, .weight = style.weight, .size = entry.size, .color = color, .room = style.room * coarser});
  if (!raster) return;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect rect;
  entry.id = atlas.AddCustomRect(raster->width, raster->height, &rect);
  if (entry.id == ImFontAtlasRectId_Invalid) return;
  entry.raster = *raster;
  pixels_ += raster->width * raster->height;
  atlas.TexData->UseColors = true;
  rasterizer_->Copy(static_cast<unsigned char*>(atlas.TexData->GetPixelsAt(rect.x, rect.y)),
                    static_cast<std::size_t>(atlas.TexData->GetPitch()));
}

std::optional<TextBitmapCache::Placed> TextBitmapCache::Find(const TextStyle& style, std::string_view text) {
  if (rasterizer_ == nullptr || BundledFontHas(text)) return std::nullopt;
  const ImU32 color = style.color | IM_COL32_A_MASK;
  auto found = std::ranges::find_if(entries_, [&](const Entry& entry) {
    return entry.nominal == style.nominal && entry.color == color && entry.weight == style.weight && entry.text == text;
  });
  const bool fresh = found == entries_.end();
  if (fresh) {
    entries_.push_back({.text = std::string(text), .weight = style.weight, .color = color, .nominal = style.nominal});
    found = entries_.end() - 1;
  }
  Entry& entry = *found;
  entry.asked = true;
  if (fresh || !Serves(entry, style)) Make(entry, style, text);
  ImFontAtlasRect rect;
  if (entry.id == ImFontAtlasRectId_Invalid || !ImGui::GetIO().Fonts->GetCustomRect(entry.id, &rect))
    return std::nullopt;
  return Placed{.raster = entry.raster, .scale = style.size / entry.size, .uv_min = rect.uv0, .uv_max = rect.uv1};
}

}  // namespace waymark
