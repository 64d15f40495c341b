// The functions of the benchmark's module, which draws plain graphs and nothing else (web/src/engine/bench.ts). A
// returned string is valid until the next call.
#include <emscripten/emscripten.h>

#include <string>

#include "io/json.hpp"
#include "io/message_json.hpp"
#include "platform/bench.hpp"

namespace waymark {
namespace {

Bench* bench = nullptr;
std::string answer;
std::string last_error;

}  // namespace
}  // namespace waymark

using namespace waymark;

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* wm_error() { return last_error.c_str(); }

EMSCRIPTEN_KEEPALIVE void wm_resize(float width, float height, float dpr, float, float, float, float) {
  bench->Resize({.width = width, .height = height, .dpr = dpr > 0 ? dpr : 1});
}

EMSCRIPTEN_KEEPALIVE int wm_bench_load(const char* json, int length, float x, float y, float zoom) {
  const Result<void> loaded = bench->Load({json, static_cast<std::size_t>(length)}, {{x, y}, zoom});
  last_error = loaded ? std::string() : MessageJson(loaded.error().message).Dump();
  return loaded.has_value();
}

EMSCRIPTEN_KEEPALIVE int wm_bench_view(float x, float y, float zoom) { return bench->Show({{x, y}, zoom}); }
EMSCRIPTEN_KEEPALIVE double wm_bench_frames() { return static_cast<double>(bench->canvas().frames()); }
EMSCRIPTEN_KEEPALIVE double wm_bench_bytes() { return bench->Bytes(); }

// What was sent to the GPU so far, in bytes.
EMSCRIPTEN_KEEPALIVE const char* wm_bench_uploaded() {
  answer = UploadedJson(bench->canvas().uploaded()).Dump();
  return answer.c_str();
}

}  // extern "C"

int main() {
  bench = new Bench();  // lives as long as the module
}
