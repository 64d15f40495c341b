# waymark_fonts: the canvas's fonts as bytes, for #include "generated/font_data.hpp".
# script/build_fonts.mjs makes the files that it embeds.
set(font_folder "${PROJECT_SOURCE_DIR}/build/fonts")
set(font_output "${PROJECT_BINARY_DIR}/generated/generated")
set(font_files "${font_folder}/inter-400.ttf" "${font_folder}/inter-600.ttf")
foreach(file ${font_files})
  if(NOT EXISTS "${file}")
    message(FATAL_ERROR "${file} is missing: run npm ci and node script/build_fonts.mjs first (script/serve does).")
  endif()
endforeach()

add_custom_command(
  OUTPUT "${font_output}/font_data.hpp" "${font_output}/font_data.cpp"
  COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${font_folder}" "-DOUTPUT=${font_output}"
    -P "${PROJECT_SOURCE_DIR}/cmake/embed_fonts.cmake"
  DEPENDS ${font_files} "${PROJECT_SOURCE_DIR}/cmake/embed_fonts.cmake"
  VERBATIM)
add_library(waymark_fonts STATIC "${font_output}/font_data.cpp" "${font_output}/font_data.hpp")
target_include_directories(waymark_fonts PUBLIC "${PROJECT_BINARY_DIR}/generated")
