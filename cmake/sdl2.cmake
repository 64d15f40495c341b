# waymark_sdl2: the part of SDL 2 that opens a window with a WebGL2 context. No sound, controllers, renderer or file access;
# none of the image conversions that a window without pixels of its own never needs; and no listeners for pointers, wheel and
# keys, which the page hears itself with what SDL drops (the wheel's unit, coalesced moves). src/platform/sdl_trim.cpp stands in
# for what the rest refers to. Emscripten's port and SDL's own build files compile all of SDL.
FetchContent_MakeAvailable(sdl2)
set(sdl2_sources
  SDL.c SDL_assert.c SDL_error.c SDL_hints.c SDL_list.c SDL_log.c SDL_utils.c
  atomic/SDL_atomic.c atomic/SDL_spinlock.c cpuinfo/SDL_cpuinfo.c
  stdlib/SDL_getenv.c stdlib/SDL_iconv.c stdlib/SDL_malloc.c stdlib/SDL_qsort.c stdlib/SDL_stdlib.c stdlib/SDL_string.c
  stdlib/SDL_strtokr.c
  thread/SDL_thread.c thread/generic/SDL_syscond.c thread/generic/SDL_sysmutex.c thread/generic/SDL_syssem.c
  thread/generic/SDL_systhread.c thread/generic/SDL_systls.c
  timer/SDL_timer.c timer/unix/SDL_systimer.c
  video/SDL_egl.c video/SDL_pixels.c video/SDL_rect.c video/SDL_shape.c video/SDL_surface.c video/SDL_video.c
  video/emscripten/SDL_emscriptenopengles.c video/emscripten/SDL_emscriptenvideo.c)
list(TRANSFORM sdl2_sources PREPEND "${sdl2_SOURCE_DIR}/src/")
add_library(waymark_sdl2 STATIC ${sdl2_sources})
target_include_directories(waymark_sdl2 SYSTEM PUBLIC "${sdl2_SOURCE_DIR}/include")
target_compile_definitions(waymark_sdl2 PRIVATE SDL_LEAN_AND_MEAN=1
  SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1 SDL_HAPTIC_DISABLED=1 SDL_SENSOR_DISABLED=1 SDL_HIDAPI_DISABLED=1
  SDL_RENDER_DISABLED=1 SDL_POWER_DISABLED=1 SDL_FILE_DISABLED=1 SDL_FILESYSTEM_DISABLED=1)
target_compile_options(waymark_sdl2 PRIVATE -w)
