// The bundled font on the canvas. Dear ImGui rasterises glyphs on demand, at whatever size is asked for.
#pragma once

#include <array>
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
  // context; the bytes are copied. kSyntax or kTooLarge for what Dear ImGui can't read as one; what was there stays.
  Result<void> Add(FontWeight weight, std::string_view file);

  // Whether text can be drawn at all. A weight that is missing is drawn in the other one.
  bool Ready() const;
  ImFont& Get(FontWeight weight) const;
  // Dear ImGui's size is from ascender to descender; this is how many of an em that is in the bundled font.
  static float HeightPerEm();
  // From the middle of a line to its baseline, in ems.
  static float MiddleToBaseline();

 private:
  std::array<ImFont*, 2> fonts_{};  // the atlas' own
};

}  // namespace waymark
