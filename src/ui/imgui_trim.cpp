// Stands in for the parts of Dear ImGui that its core refers to and the panels on the map never use: tables, columns,
// tabs, lists of several choices and settings files. They are a fifth of the library, which is whole where size does
// not matter: cmake/imgui.cmake.
#ifdef __EMSCRIPTEN__
#include <imgui_internal.h>

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

// Only settings files and number fields are read with it. It and the long doubles that it brings are 15 kB.
extern "C" int sscanf(const char*, const char*, ...) { return 0; }
#endif
