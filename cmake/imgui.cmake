# waymark_imgui: Dear ImGui, which has no build files of its own. src/render/imgui_painter.cpp draws it.
FetchContent_MakeAvailable(imgui)
file(GLOB imgui_core "${imgui_SOURCE_DIR}/imgui*.cpp")
list(FILTER imgui_core EXCLUDE REGEX "imgui_demo\\.cpp$")
if(EMSCRIPTEN)
  # src/ui/imgui_trim.cpp stands in for what is left out here. Elsewhere size does not matter, and the library is whole.
  list(FILTER imgui_core EXCLUDE REGEX "imgui_tables\\.cpp$")
  # Error recovery is the only one to call these; under another name they link in nothing.
  set_source_files_properties("${imgui_SOURCE_DIR}/imgui.cpp" PROPERTIES
    COMPILE_DEFINITIONS "EndTabBar=EndNoTabBar;EndMultiSelect=EndNoMultiSelect")
endif()
add_library(waymark_imgui STATIC ${imgui_core})
target_include_directories(waymark_imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}")
target_compile_definitions(waymark_imgui PUBLIC
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT
  # A draw list here can pass 65,535 vertices.
  "ImDrawIdx=unsigned int")
