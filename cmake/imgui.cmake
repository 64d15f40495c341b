# waymark_imgui: Dear ImGui, which has no build files of its own. src/render/imgui_painter.cpp draws it. The definitions are
# its own options (imconfig.h).
FetchContent_MakeAvailable(imgui)
file(GLOB imgui_core "${imgui_SOURCE_DIR}/imgui*.cpp")
add_library(waymark_imgui STATIC ${imgui_core})
target_include_directories(waymark_imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}")
target_compile_definitions(waymark_imgui PUBLIC
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT
  # A draw list here can pass 65,535 vertices.
  "ImDrawIdx=unsigned int")
