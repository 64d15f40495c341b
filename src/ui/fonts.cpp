#include "ui/fonts.hpp"

#include <imgui.h>

#include <optional>

namespace waymark {
namespace {

// Reads big-endian numbers of an OpenType file; what lies outside of it reads as 0.
class SfntReader {
 public:
  explicit SfntReader(std::string_view file) : file_(file) {}

  std::uint32_t U16(std::size_t at) const { return Byte(at) << 8 | Byte(at + 1); }
  std::uint32_t U32(std::size_t at) const { return U16(at) << 16 | U16(at + 2); }

  std::optional<std::size_t> Table(std::uint32_t tag) const {
    const std::uint32_t tables = U16(4);
    for (std::size_t i = 0; i < tables; ++i) {
      const std::size_t entry = 12 + 16 * i;
      if (U32(entry) != tag) continue;
      const std::size_t offset = U32(entry + 8), length = U32(entry + 12);
      if (offset > file_.size() || length > file_.size() - offset) return std::nullopt;
      return offset;
    }
    return std::nullopt;
  }

 private:
  std::uint32_t Byte(std::size_t at) const { return at < file_.size() ? static_cast<unsigned char>(file_[at]) : 0; }

  std::string_view file_;
};

constexpr std::uint32_t Tag(const char (&name)[5]) {
  std::uint32_t tag = 0;
  for (int i = 0; i < 4; ++i) tag = tag << 8 | static_cast<unsigned char>(name[i]);
  return tag;
}

// Of the hhea table, in ems; the descender is negative.
struct VerticalMetrics {
  float ascender;
  float descender;
};

// nullopt when this is no font that the rasteriser can read.
std::optional<VerticalMetrics> MetricsOf(std::string_view file) {
  const SfntReader font(file);
  const std::uint32_t version = font.U32(0);
  if (version != 0x00010000 && version != Tag("OTTO")) return std::nullopt;
  for (const std::uint32_t needed : {Tag("cmap"), Tag("hmtx"), Tag("maxp")}) {
    if (!font.Table(needed)) return std::nullopt;
  }
  if (!font.Table(Tag("glyf")) && !font.Table(Tag("CFF "))) return std::nullopt;
  const auto head = font.Table(Tag("head")), hhea = font.Table(Tag("hhea"));
  if (!head || !hhea) return std::nullopt;
  const auto units_per_em = font.U16(*head + 18);
  const auto ascender = static_cast<std::int16_t>(font.U16(*hhea + 4));
  const auto descender = static_cast<std::int16_t>(font.U16(*hhea + 6));
  if (units_per_em == 0 || ascender <= descender) return std::nullopt;
  const auto em = static_cast<float>(units_per_em);
  return VerticalMetrics{static_cast<float>(ascender) / em, static_cast<float>(descender) / em};
}

}  // namespace

Result<void> Fonts::Add(FontWeight weight, std::string_view file) {
  if (file.size() > kMaxFontBytes) return Fail(ErrorCode::kTooLarge, "The font is too large; use a subset of it.");
  const std::optional<VerticalMetrics> metrics = MetricsOf(file);
  if (!metrics) return Fail(ErrorCode::kSyntax, "The font can't be read; it has to be a TrueType or OpenType file.");
  Face& face = faces_[static_cast<std::size_t>(weight)];
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  if (face.font != nullptr) atlas.RemoveFont(face.font);
  face = {.file = std::string(file),
          .font = nullptr,
          .height_per_em = metrics->ascender - metrics->descender,
          .middle_to_baseline = (metrics->ascender + metrics->descender) * 0.5f};
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.PixelSnapH = false;
  face.font = atlas.AddFontFromMemoryTTF(face.file.data(), static_cast<int>(face.file.size()), 0, &config);
  return {};
}

bool Fonts::Ready() const {
  for (const Face& face : faces_) {
    if (face.font != nullptr) return true;
  }
  return false;
}

const Fonts::Face& Fonts::Chosen(FontWeight weight) const {
  const Face& face = faces_[static_cast<std::size_t>(weight)];
  return face.font != nullptr ? face : faces_[1 - static_cast<std::size_t>(weight)];
}

ImFont& Fonts::Get(FontWeight weight) const { return *Chosen(weight).font; }

float Fonts::HeightPerEm(FontWeight weight) const { return Chosen(weight).height_per_em; }

float Fonts::MiddleToBaseline(FontWeight weight) const { return Chosen(weight).middle_to_baseline; }

}  // namespace waymark
