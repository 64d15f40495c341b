// Lines of text that the page draws (the module's option `drawLine`), for scripts that the bundled font lacks.
#pragma once

#include "ui/fallback_rasterizer.hpp"

namespace waymark {

class PageTexts final : public FallbackRasterizer {
 public:
  std::optional<TextBitmap> Draw(const LineRequest& line) override;
  void Copy(unsigned char* to, std::size_t pitch) override;
};

}  // namespace waymark
