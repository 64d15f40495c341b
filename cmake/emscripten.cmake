# Finds the toolchain file of the emcc on PATH, as emcmake does, so that presets work without it.
find_program(WAYMARK_EMCC emcc REQUIRED)
file(REAL_PATH "${WAYMARK_EMCC}" emcc_path)
get_filename_component(emscripten_home "${emcc_path}" DIRECTORY)
set(emscripten_toolchain "${emscripten_home}/cmake/Modules/Platform/Emscripten.cmake")
if(NOT EXISTS "${emscripten_toolchain}")
  execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE emscripten_home
    OUTPUT_STRIP_TRAILING_WHITESPACE)
  set(emscripten_toolchain "${emscripten_home}/cmake/Modules/Platform/Emscripten.cmake")
endif()
include("${emscripten_toolchain}")
