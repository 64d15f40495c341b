#include "ui/line_pictures.hpp"

#include <algorithm>
#include <cmath>

#include "ui/text.hpp"

namespace waymark {
namespace {

// Larger letters are scaled up: few of them would fill the atlas.
constexpr float kMaxRasterSize = 160;
constexpr float kMaxRasterWidth = 2048;
// Pixels that one set of lines may take: 16 MB. The fuller it is, the coarser are new pictures.
constexpr int kMostPixels = 4 << 20;
constexpr float kLeastShare = 1.0f / 16;  // of what is left, for one picture
constexpr float kLineHeight = 1.4f;       // about, ems

}  // namespace

void LinePictures::Begin(LineRasterizer* rasterizer) {
  rasterizer_ = rasterizer;
  for (Kept& kept : kept_) kept.asked = false;
}

void LinePictures::End() {
  rasterizer_ = nullptr;
  for (Kept& kept : kept_) {
    if (!kept.asked) Drop(kept);
  }
  std::erase_if(kept_, [](const Kept& kept) { return !kept.asked; });
}

void LinePictures::Drop(Kept& kept) {
  if (kept.id == ImFontAtlasRectId_Invalid) return;
  ImGui::GetIO().Fonts->RemoveCustomRect(kept.id);
  pixels_ -= kept.raster.width * kept.raster.height;
  kept.id = ImFontAtlasRectId_Invalid;
}

bool LinePictures::Serves(const Kept& kept, const TextStyle& style) const {
  if (style.moving) return kept.wanted <= 2 * style.size && style.size <= 2 * kept.wanted;
  return kept.wanted == style.size && kept.room == style.room;
}

void LinePictures::Make(Kept& kept, const TextStyle& style, std::string_view text) {
  Drop(kept);
  kept.wanted = style.size;
  kept.room = style.room;
  // An estimate of the picture's area for one pixel an em, squared.
  const float ems = std::max(1.0f, TextWidth(text, style.weight, 1));
  const float most = static_cast<float>(kMostPixels - pixels_) * kLeastShare;
  kept.size = std::min(
      {style.size, kMaxRasterSize, kMaxRasterWidth / ems, std::sqrt(std::max(0.0f, most) / (ems * kLineHeight))});
  if (kept.size < 1) return;
  const float coarser = kept.size / style.size;
  const Color color{__builtin_bswap32(style.color | IM_COL32_A_MASK)};
  const auto raster = rasterizer_->Draw(
      {.text = text, .weight = style.weight, .size = kept.size, .color = color, .room = style.room * coarser});
  if (!raster) return;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect rect;
  kept.id = atlas.AddCustomRect(raster->width, raster->height, &rect);
  if (kept.id == ImFontAtlasRectId_Invalid) return;
  kept.raster = *raster;
  pixels_ += raster->width * raster->height;
  atlas.TexData->UseColors = true;
  rasterizer_->Copy(static_cast<unsigned char*>(atlas.TexData->GetPixelsAt(rect.x, rect.y)),
                    static_cast<std::size_t>(atlas.TexData->GetPitch()));
}

std::optional<LinePictures::Placed> LinePictures::Find(const TextStyle& style, std::string_view text) {
  if (rasterizer_ == nullptr || BundledFontHas(text)) return std::nullopt;
  const ImU32 color = style.color | IM_COL32_A_MASK;
  auto entry = std::ranges::find_if(kept_, [&](const Kept& kept) {
    return kept.nominal == style.nominal && kept.color == color && kept.weight == style.weight && kept.text == text;
  });
  const bool fresh = entry == kept_.end();
  if (fresh) {
    kept_.push_back({.text = std::string(text), .weight = style.weight, .color = color, .nominal = style.nominal});
    entry = kept_.end() - 1;
  }
  Kept& kept = *entry;
  kept.asked = true;
  if (fresh || !Serves(kept, style)) Make(kept, style, text);
  ImFontAtlasRect rect;
  if (kept.id == ImFontAtlasRectId_Invalid || !ImGui::GetIO().Fonts->GetCustomRect(kept.id, &rect)) return std::nullopt;
  return Placed{.raster = kept.raster, .scale = style.size / kept.size, .uv_min = rect.uv0, .uv_max = rect.uv1};
}

}  // namespace waymark
