# waymark_sdl2: SDL 2 for a window with a WebGL2 context, every file of the folders that this takes. What is not video is
# switched off by SDL's own options (SDL_config.h), so its folders are left out. SDL's own build files look for what a whole
# operating system has, which takes minutes under Emscripten; its Emscripten port is another version for each compiler.
FetchContent_MakeAvailable(sdl2)
set(sdl2_folders . atomic cpuinfo events file loadso/dlopen locale locale/emscripten misc misc/emscripten render stdlib
  thread thread/generic timer timer/unix video video/emscripten video/yuv2rgb)
list(TRANSFORM sdl2_folders REPLACE "(.+)" "${sdl2_SOURCE_DIR}/src/\\1/*.c" OUTPUT_VARIABLE sdl2_patterns)
file(GLOB sdl2_sources ${sdl2_patterns})
add_library(waymark_sdl2 STATIC ${sdl2_sources})
target_include_directories(waymark_sdl2 SYSTEM PUBLIC "${sdl2_SOURCE_DIR}/include")
target_compile_definitions(waymark_sdl2 PRIVATE SDL_LEAN_AND_MEAN=1
  SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1 SDL_HAPTIC_DISABLED=1 SDL_SENSOR_DISABLED=1 SDL_HIDAPI_DISABLED=1
  SDL_RENDER_DISABLED=1 SDL_POWER_DISABLED=1 SDL_FILE_DISABLED=1 SDL_FILESYSTEM_DISABLED=1)
target_compile_options(waymark_sdl2 PRIVATE -w)
