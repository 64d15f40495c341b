// The bundled font on the canvas. Dear ImGui rasterises glyphs on demand, at whatever size is asked for.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/font_metrics.hpp"
#include "base/result.hpp"

struct ImFont;

namespace waymark {

// Larger files are no subset of a text font.
inline constexpr std::size_t kMaxFontBytes = 8u << 20;

class Fonts {
 public:
  // Takes a TrueType or OpenType file (not WOFF: browsers give no access to what they unpack) into the current ImGui
  // context; the bytes are copied. kSyntax or kTooLarge for anything else; what was there stays.
  Result<void> Add(FontWeight weight, std::string_view file);

  // Whether text can be drawn at all. A weight that is missing is drawn in the other one.
  bool Ready() const;
  ImFont& Get(FontWeight weight) const;
  // Dear ImGui's size is from ascender to descender; this is how many of an em that is.
  float HeightPerEm(FontWeight weight) const;
  // From the middle of a line to its baseline, in ems.
  float MiddleToBaseline(FontWeight weight) const;

 private:
  struct Face {
    std::string file;
    ImFont* font = nullptr;
    float height_per_em = 1;
    float middle_to_baseline = 0;
  };
  const Face& Chosen(FontWeight weight) const;

  std::array<Face, 2> faces_;
};

}  // namespace waymark
