#include "platform/page_fonts.hpp"

#include <emscripten/em_js.h>

// clang-format off
EM_JS(int, waymark_font_size, (int weight), { return Module["fonts"]?.[weight]?.length ?? 0; });
EM_JS(void, waymark_font_copy, (int weight, char* to), { HEAPU8.set(Module["fonts"][weight], to); });
// clang-format on

namespace waymark {

std::string PageFont(FontWeight weight) {
  const int index = static_cast<int>(weight);
  std::string file(static_cast<std::size_t>(waymark_font_size(index)), '\0');
  if (!file.empty()) waymark_font_copy(index, file.data());
  return file;
}

}  // namespace waymark
