# Libraries that are compiled with the project, or taken from the system: one line each.
# script/tools names a folder with their sources in WAYMARK_SOURCES, so that nothing is fetched;
# without it FetchContent takes the same versions from upstream, checked by hash.
include(FetchContent)
set(FETCHCONTENT_TRY_FIND_PACKAGE_MODE OPT_IN)

set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)

if(WAYMARK_TESTS)
  find_package(Catch2 3.7 QUIET)
endif()
if(DEFINED ENV{WAYMARK_SOURCES})
  set(FETCHCONTENT_SOURCE_DIR_IMGUI "$ENV{WAYMARK_SOURCES}/imgui")
  set(FETCHCONTENT_SOURCE_DIR_SDL2 "$ENV{WAYMARK_SOURCES}/sdl2")
  set(FETCHCONTENT_SOURCE_DIR_NLOHMANN_JSON "$ENV{WAYMARK_SOURCES}/nlohmann_json")
  if(NOT Catch2_FOUND)
    set(FETCHCONTENT_SOURCE_DIR_CATCH2 "$ENV{WAYMARK_SOURCES}/catch2")
  endif()
endif()

set(JSON_BuildTests OFF)
set(JSON_Install OFF)
set(CATCH_INSTALL_DOCS OFF)
set(CATCH_INSTALL_EXTRAS OFF)
FetchContent_Declare(nlohmann_json SYSTEM URL https://github.com/nlohmann/json/archive/refs/tags/v3.11.3.tar.gz URL_HASH SHA256=0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406)
FetchContent_Declare(Catch2 SYSTEM URL https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz URL_HASH SHA256=c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c FIND_PACKAGE_ARGS 3.7)
FetchContent_Declare(imgui SYSTEM GIT_REPOSITORY https://github.com/ocornut/imgui.git GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5) # 1.92.2b
# Its own build files are left alone: cmake/sdl2.cmake compiles what is needed.
FetchContent_Declare(sdl2 SYSTEM URL https://github.com/libsdl-org/SDL/releases/download/release-2.32.4/SDL2-2.32.4.tar.gz URL_HASH SHA256=f15b478253e1ff6dac62257ded225ff4e7d0c5230204ac3450f1144ee806f934 SOURCE_SUBDIR none)

FetchContent_MakeAvailable(nlohmann_json)
if(WAYMARK_TESTS)
  FetchContent_MakeAvailable(Catch2)
  if(NOT Catch2_FOUND)
    # A hundred small files, one by one, take emcc minutes.
    set_target_properties(Catch2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 30)
  endif()
endif()
if(EMSCRIPTEN AND NOT WAYMARK_TESTS)
  include(cmake/sdl2.cmake)
  include(cmake/imgui.cmake)
  include(cmake/licenses.cmake)
elseif(WAYMARK_TESTS AND NOT EMSCRIPTEN AND NOT WAYMARK_SANITIZE)
  include(cmake/imgui.cmake)
endif()
