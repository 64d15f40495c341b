#include "ui/fonts.hpp"

#include <imgui.h>

#include "base/font_metrics_data.hpp"

namespace waymark {
namespace {

// Thousandths of an em.
constexpr float kAscent = detail::kAscent * 0.001f, kDescent = detail::kDescent * 0.001f;

}  // namespace

Result<void> Fonts::Add(FontWeight weight, std::string_view file) {
  if (file.size() > kMaxFontBytes) return Fail(ErrorCode::kTooLarge, "The font is too large; use a subset of it.");
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;  // it takes a copy
  config.PixelSnapH = false;
  ImFont* const font = file.empty() ? nullptr
                                    : atlas.AddFontFromMemoryTTF(const_cast<char*>(file.data()),
                                                                 static_cast<int>(file.size()), 0, &config);
  if (font == nullptr) {
    return Fail(ErrorCode::kSyntax, "The font can't be read; it has to be a TrueType or OpenType file.");
  }
  ImFont*& present = fonts_[static_cast<std::size_t>(weight)];
  if (present != nullptr) atlas.RemoveFont(present);
  present = font;
  return {};
}

bool Fonts::Ready() const { return fonts_[0] != nullptr || fonts_[1] != nullptr; }

ImFont& Fonts::Get(FontWeight weight) const {
  const auto index = static_cast<std::size_t>(weight);
  return *(fonts_[index] != nullptr ? fonts_[index] : fonts_[1 - index]);
}

float Fonts::HeightPerEm() { return kAscent + kDescent; }

float Fonts::MiddleToBaseline() { return (kAscent - kDescent) * 0.5f; }

}  // namespace waymark
