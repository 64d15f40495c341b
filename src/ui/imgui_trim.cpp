// Stands in for the parts of Dear ImGui that its core refers to and the panels on the map never use: tables, columns,
// tabs, lists of several choices and settings files. They are a fifth of the library.
#include <imgui_internal.h>

#include <cstdarg>
#include <cstdlib>

namespace ImGui {

void EndTable() {}
void EndColumns() {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableGcCompactSettings() {}
void TableSettingsAddSettingsHandler() {}

// imgui.cpp alone knows these names: see cmake/imgui.cmake.
void EndNoTabBar() {}
ImGuiMultiSelectIO* EndNoMultiSelect() { return nullptr; }

}  // namespace ImGui

// The drawing backend reads "#version 300 es" with it, and only whole numbers are ever asked for. The library's own, with
// the long doubles that it brings, is 15 kB. Knows literal text and %d; answers how many numbers were read.
extern "C" int sscanf(const char* text, const char* format, ...) {
  va_list numbers;
  va_start(numbers, format);
  int read = 0;
  for (; *format != '\0'; ++format) {
    if (format[0] != '%' || format[1] != 'd') {
      if (*text++ != *format) break;
      continue;
    }
    char* end = nullptr;
    const long number = std::strtol(text, &end, 10);
    if (end == text) break;
    *va_arg(numbers, int*) = static_cast<int>(number);
    ++read;
    ++format;
    text = end;
  }
  va_end(numbers);
  return read;
}
