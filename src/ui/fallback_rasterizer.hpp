// Who sets the lines that the bundled font cannot: the browser, which has fonts for other scripts and shapes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/font_metrics.hpp"
#include "view/color.hpp"

namespace waymark {

struct LineRequest {
  std::string_view text;  // UTF-8
  FontWeight weight = FontWeight::kRegular;
  float size = 14;  // pixels an em
  Color color;      // opaque; pictographs have colours of their own
  float room = 0;   // pixels; a longer line is condensed a little, then ends in an ellipsis. 0 for as long as it is
};

// A bitmap of a line, in pixels. Its pen begins `left` pixels from its left edge, on row `baseline`.
struct TextBitmap {
  int width = 0;
  int height = 0;
  int left = 0;
  int baseline = 0;
  float advance = 0;
};

class FallbackRasterizer {
 public:
  virtual ~FallbackRasterizer() = default;
  // nullopt when there is nothing to be seen, or the browser gives no bitmaps away.
  virtual std::optional<TextBitmap> Draw(const LineRequest& line) = 0;
  // Copies the line that was drawn last: RGBA, not premultiplied, `pitch` bytes from row to row.
  virtual void Copy(unsigned char* to, std::size_t pitch) = 0;
};

}  // namespace waymark
