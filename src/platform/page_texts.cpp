#include "platform/page_texts.hpp"

#include <emscripten/em_js.h>

// clang-format off
EM_JS_DEPS(waymark_texts, "$UTF8ToString");
// Fills `out` with width, height, left and baseline, and answers the advance; 0 when there is no bitmap.
EM_JS(float, waymark_text_draw, (const char* text, int length, int semibold, float size, unsigned color, float room, int* out), {
  const line = Module["drawLine"]?.(UTF8ToString(text, length), semibold, size, color >>> 0, room);
  Module["line"] = line;
  if (!line) return 0;
  HEAP32.set([line.width, line.height, line.left, line.baseline], out >> 2);
  return line.advance;
});
EM_JS(void, waymark_text_copy, (unsigned char* to, int pitch), {
  const { pixels, width, height } = Module["line"];
  for (let y = 0; y < height; ++y) HEAPU8.set(pixels.subarray(4 * width * y, 4 * width * (y + 1)), to + pitch * y);
  Module["line"] = null;
});
// clang-format on

namespace waymark {

std::optional<TextBitmap> PageTexts::Draw(const LineRequest& line) {
  int box[4] = {};
  const float advance =
      waymark_text_draw(line.text.data(), static_cast<int>(line.text.size()), line.weight == FontWeight::kSemibold,
                        line.size, line.color.rgba, line.room, box);
  if (advance <= 0) return std::nullopt;
  return TextBitmap{.width = box[0], .height = box[1], .left = box[2], .baseline = box[3], .advance = advance};
}

void PageTexts::Copy(unsigned char* to, std::size_t pitch) { waymark_text_copy(to, static_cast<int>(pitch)); }

}  // namespace waymark
