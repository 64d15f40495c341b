# waymark_options: the flags that every target of this project, and nothing else, is compiled with.
add_library(waymark_options INTERFACE)
target_include_directories(waymark_options INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_features(waymark_options INTERFACE cxx_std_23)
target_compile_options(waymark_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast -Wimplicit-fallthrough -Wformat=2)
if(EMSCRIPTEN)
  # A 32-bit iterator distance makes every unsigned offset a change of sign; the native build looks at those.
  target_compile_options(waymark_options INTERFACE -Wno-sign-conversion)
endif()
if(WAYMARK_WERROR)
  target_compile_options(waymark_options INTERFACE -Werror)
endif()

# What has to be the same for our code and for the libraries compiled with it.
if(WAYMARK_SANITIZE)
  add_compile_options(-fsanitize=${WAYMARK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${WAYMARK_SANITIZE})
endif()
if(EMSCRIPTEN)
  # The tests run as the page does. Catch2 then ends the program at the first failed REQUIRE.
  # Every browser that has WebAssembly's SIMD has the other two.
  add_compile_options(-msimd128 -mbulk-memory -mnontrapping-fptoint -fno-exceptions
    $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti> $<$<COMPILE_LANGUAGE:CXX>:-fno-threadsafe-statics>)
  add_link_options(-fno-exceptions)
  if(NOT WAYMARK_TESTS)
    add_compile_options(-flto)
    add_link_options(-flto)
  endif()
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()
