// Stands in for two functions that SDL's window code refers to and this program never runs. Without this file they link
// in a third of SDL and most of Emscripten's OpenGL glue.

struct SDL_Surface;

extern "C" {

// Emscripten's own one holds a table of every OpenGL function there is; nothing here looks one up by name.
void* eglGetProcAddress(const char*);
void* eglGetProcAddress(const char*) { return nullptr; }

// Chooses among SDL's software blitters. There are no surfaces here: cursors are the page's, pictures WebGL's.
int SDL_CalculateBlit(SDL_Surface*);
int SDL_CalculateBlit(SDL_Surface*) { return -1; }

}  // extern "C"
