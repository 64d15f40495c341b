// Stands in for what SDL's window code refers to and this program never needs; cmake/sdl2.cmake leaves the originals
// out, and the linker takes these before Emscripten's. A part of SDL that is used one day has to leave this list and
// join that one.
#include <cstdint>

struct SDL_Renderer;
struct SDL_Surface;
struct SDL_Window;

extern "C" {

// Emscripten's own one holds a table of every OpenGL function there is; nothing here looks one up by name.
void* eglGetProcAddress(const char*) { return nullptr; }
// Frames come from the page's requestAnimationFrame; Emscripten's own would bring its main loop along.
unsigned eglSwapInterval(void*, int) { return 0; }
// EGL is the browser's, not a file that was loaded.
void SDL_UnloadObject(void*) {}

// No pixels but WebGL's: no renderer, no surface, no cursor of SDL's.
SDL_Renderer* SDL_GetRenderer(SDL_Window*) { return nullptr; }
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer*) {}
int SDL_CalculateBlit(SDL_Surface*) { return -1; }
int Emscripten_CreateWindowFramebuffer(void*, SDL_Window*, std::uint32_t*, void**, int*) { return -1; }
int Emscripten_UpdateWindowFramebuffer(void*, SDL_Window*, const void*, int) { return -1; }
void Emscripten_DestroyWindowFramebuffer(void*, SDL_Window*) {}
void Emscripten_InitMouse() {}
void Emscripten_FiniMouse() {}

// No events: the page listens itself, with what SDL drops (the wheel's unit, coalesced moves, modifier keys), and
// decides which the browser keeps. A queue that nobody empties would only fill.
int SDL_EventsInit() { return 0; }
void SDL_EventsQuit() {}
int SDL_KeyboardInit() { return 0; }
void SDL_KeyboardQuit() {}
SDL_Window* SDL_GetKeyboardFocus() { return nullptr; }
void SDL_SetKeyboardFocus(SDL_Window*) {}
int SDL_MousePreInit() { return 0; }
void SDL_MousePostInit() {}
void SDL_MouseQuit() {}
SDL_Window* SDL_GetMouseFocus() { return nullptr; }
void SDL_SetMouseFocus(SDL_Window*) {}
int SDL_UpdateMouseCapture(int) { return 0; }
void SDL_WarpMouseInWindow(SDL_Window*, int, int) {}
int SDL_TouchInit() { return 0; }
void SDL_TouchQuit() {}
std::uint8_t SDL_EventState(std::uint32_t, int) { return 0; }
int SDL_SendWindowEvent(SDL_Window*, std::uint8_t, int, int) { return 0; }
void Emscripten_RegisterEventHandlers(void*) {}
void Emscripten_UnregisterEventHandlers(void*) {}

// No full screen.
int Emscripten_HandleCanvasResize(int, const void*, void*) { return 0; }
int emscripten_request_fullscreen_strategy(const char*, bool, const void*) { return -1; }
int emscripten_exit_fullscreen() { return -1; }

}  // extern "C"
