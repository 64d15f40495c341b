# Writes OUTPUT/font_data.{hpp,cpp} of the TrueType files in FOLDER; run with cmake -P.
set(declarations "")
set(definitions "")
foreach(font "Regular 400" "Semibold 600")
  string(REPLACE " " ";" parts "${font}")
  list(GET parts 0 name)
  list(GET parts 1 weight)
  file(READ "${FOLDER}/inter-${weight}.ttf" bytes HEX)
  string(LENGTH "${bytes}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND declarations "extern const unsigned char kInter${name}[${size}];\n")
  string(APPEND definitions "const unsigned char kInter${name}[${size}] = {${bytes}};\n")
endforeach()
file(WRITE "${OUTPUT}/font_data.hpp" "// TrueType files of the bundled font's two weights. Generated.
#pragma once

namespace waymark {

${declarations}
}  // namespace waymark
")
file(WRITE "${OUTPUT}/font_data.cpp" "#include \"generated/font_data.hpp\"

namespace waymark {

${definitions}
}  // namespace waymark
")
