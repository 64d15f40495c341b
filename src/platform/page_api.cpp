// The functions that the page calls; docs/page_protocol.md describes them. A returned string is valid until the next
// call.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

#include "app/protocol/page_protocol.hpp"
#include "app/protocol/slice_feed.hpp"
#include "base/font_metrics.hpp"
#include "io/json.hpp"
#include "io/message_json.hpp"
#include "platform/page.hpp"

namespace waymark {
namespace {

Page* page = nullptr;
std::string answer;
std::string last_error;

const char* Answer(std::string text) {
  answer = std::move(text);
  return answer.c_str();
}

std::string_view Text(const char* data, int length) { return {data, static_cast<std::size_t>(length)}; }

Searcher& TheSearcher() {
  static Searcher searcher;
  return searcher;
}

}  // namespace
}  // namespace waymark

using namespace waymark;

extern "C" {

EMSCRIPTEN_KEEPALIVE void wm_prepare() { page->canvas().Prepare(); }
EMSCRIPTEN_KEEPALIVE int wm_has_picture() { return page->canvas().HasPicture(); }

// Before wm_load_roadmap: the canvas' words (io/message_json.hpp).
EMSCRIPTEN_KEEPALIVE int wm_messages(const char* json, int length) {
  Result<MessageCatalogue> read = ReadCatalogue(Text(json, length));
  last_error = read ? std::string() : MessageJson(read.error().message).Dump();
  if (read) page->engine().Send(SetMessages{std::make_shared<const MessageCatalogue>(*std::move(read))});
  return read.has_value();
}

EMSCRIPTEN_KEEPALIVE int wm_load_roadmap(const char* json, int length) {
  const auto opened = page->engine().Open(Text(json, length), "roadmap.json");
  last_error = opened ? std::string() : ErrorsJson(opened.error());
  return opened.has_value();
}

// In steps: what is to be done next (Engine::OpenStep), or -1 with wm_error() as of wm_load_roadmap.
static int StepOf(Engine::OpenProgress step) {
  last_error = step ? std::string() : ErrorsJson(step.error());
  return step ? static_cast<int>(*step) : -1;
}
EMSCRIPTEN_KEEPALIVE int wm_open_begin(const char* json, int length) {
  return StepOf(page->engine().BeginOpen(Text(json, length), "roadmap.json"));
}
EMSCRIPTEN_KEEPALIVE int wm_open_step() { return StepOf(page->engine().StepOpen()); }

EMSCRIPTEN_KEEPALIVE int wm_send(const char* json) {
  Result<Command> command = ParseCommand(json);
  last_error = command ? std::string() : MessageJson(command.error().message).Dump();
  if (command) page->engine().Send(*std::move(command));
  return command.has_value();
}

EMSCRIPTEN_KEEPALIVE const char* wm_error() { return last_error.c_str(); }
// The slices that changed since the last call.
EMSCRIPTEN_KEEPALIVE const char* wm_changes() {
  static SliceFeed feed;
  return Answer(feed.Take(page->state()));
}
EMSCRIPTEN_KEEPALIVE const char* wm_state() { return Answer(StateJson(page->state())); }
EMSCRIPTEN_KEEPALIVE const char* wm_details(unsigned key) { return Answer(DetailsJson(page->state(), SkillKey{key})); }
EMSCRIPTEN_KEEPALIVE const char* wm_search(const char* text, int limit) {
  return Answer(SearchJson(page->state(), TheSearcher(), text, limit));
}
EMSCRIPTEN_KEEPALIVE int wm_search_prepare(int skills) {
  return TheSearcher().Prepare(page->state(), static_cast<std::size_t>(std::max(skills, 0)));
}
EMSCRIPTEN_KEEPALIVE const char* wm_next(int limit) { return Answer(NextJson(page->state(), limit)); }

EMSCRIPTEN_KEEPALIVE const char* wm_editing() { return Answer(EditingJson(page->state())); }
EMSCRIPTEN_KEEPALIVE const char* wm_link(const char* sender, unsigned day) {
  return Answer(page->engine().Link({sender, day}));
}

EMSCRIPTEN_KEEPALIVE const char* wm_backup() { return Answer(page->engine().WriteBackup()); }

EMSCRIPTEN_KEEPALIVE int wm_open_backup(const char* text, int length) {
  const Result<void> opened = page->engine().OpenBackup(Text(text, length));
  last_error = opened ? std::string() : MessageJson(opened.error().message).Dump();
  return opened.has_value();
}

EMSCRIPTEN_KEEPALIVE int wm_frame(double now_ms) { return page->Frame(now_ms); }

EMSCRIPTEN_KEEPALIVE void wm_resize(float width, float height, float dpr, float left, float top, float right,
                                    float bottom) {
  page->Resize({.width = width,
                .height = height,
                .dpr = dpr > 0 ? dpr : 1,
                .inset_left = left,
                .inset_top = top,
                .inset_right = right,
                .inset_bottom = bottom});
}

EMSCRIPTEN_KEEPALIVE void wm_pointer(int type, int id, int device, float x, float y, int button, int, unsigned mods,
                                     double now_ms) {
  if (type < 0 || type > static_cast<int>(PointerKind::kLeave)) return;
  page->Pointer({.kind = static_cast<PointerKind>(type),
                 .id = id,
                 .device = device == 1   ? PointerDevice::kTouch
                           : device == 2 ? PointerDevice::kPen
                                         : PointerDevice::kMouse,
                 .at = {x, y},
                 .button = button,
                 .mods = mods,
                 .now_ms = now_ms});
}

EMSCRIPTEN_KEEPALIVE void wm_wheel(float x, float y, float dx, float dy, int mode, unsigned mods) {
  page->Wheel({.at = {x, y},
               .dx = dx,
               .dy = dy,
               .mode = mode == 1   ? WheelMode::kLine
                       : mode == 2 ? WheelMode::kPage
                                   : WheelMode::kPixel,
               .mods = mods});
}

EMSCRIPTEN_KEEPALIVE double wm_bench_frames() { return static_cast<double>(page->canvas().frames()); }
EMSCRIPTEN_KEEPALIVE const char* wm_bench_uploaded() { return Answer(UploadedJson(page->canvas().uploaded()).Dump()); }

// For tests, with `?bench`: where the map is, and a card's rectangle on the canvas in CSS pixels (null when it is not
// shown).
EMSCRIPTEN_KEEPALIVE const char* wm_bench_camera() {
  const Camera& camera = page->state().camera;
  return Answer(Json(Json::Object{{"x", static_cast<double>(camera.center.x)},
                                  {"y", static_cast<double>(camera.center.y)},
                                  {"zoom", static_cast<double>(camera.zoom)}})
                    .Dump());
}

EMSCRIPTEN_KEEPALIVE const char* wm_bench_card(unsigned key) {
  const AppState& state = page->state();
  const NodeIndex node = NodeOf(state, SkillKey{key});
  if (node == kNoNode || !ShownLayout(state).visible[node]) return Answer("null");
  const ScreenRect rect = ToScreen(state.camera, state.viewport, ShownLayout(state).rect[node]);
  return Answer(Json(Json::Object{{"x", static_cast<double>(rect.x)},
                                  {"y", static_cast<double>(rect.y)},
                                  {"w", static_cast<double>(rect.w)},
                                  {"h", static_cast<double>(rect.h)}})
                    .Dump());
}

// The map's texts, each with its box on the canvas in CSS pixels, its size and its colour as 0xRRGGBBAA.
EMSCRIPTEN_KEEPALIVE const char* wm_bench_labels() {
  const AppState& state = page->state();
  Json::Array labels;
  for (const Label& label : page->canvas().map().labels) {
    const float width = TextWidth(label.text, label.weight, label.size);
    const float before = label.align == TextAlign::kLeft ? 0 : label.align == TextAlign::kCenter ? width * 0.5f : width;
    const ScreenRect rect = ToScreen(state.camera, state.viewport,
                                     WorldRect{label.at.x - before, label.at.y - label.size * 0.5f, width, label.size});
    labels.push_back(Json::Object{{"text", label.text},
                                  {"x", rect.x},
                                  {"y", rect.y},
                                  {"w", rect.w},
                                  {"h", rect.h},
                                  {"semibold", label.weight == FontWeight::kSemibold},
                                  {"color", label.color.rgba}});
  }
  return Answer(Json(std::move(labels)).Dump());
}

// What can be pressed in the canvas' panels: [{id, x, y, w, h}…] in CSS pixels.
EMSCRIPTEN_KEEPALIVE const char* wm_bench_targets() {
  Json::Array targets;
  for (const PanelTarget& target : page->canvas().ui().targets()) {
    const ScreenRect& r = target.rect;
    targets.push_back(Json::Object{{"id", target.id}, {"x", r.x}, {"y", r.y}, {"w", r.w}, {"h", r.h}});
  }
  return Answer(Json(std::move(targets)).Dump());
}

// The key of the group whose caret a finger or a mouse hits there, negative when it hits something else of a skill, or
// 0.
EMSCRIPTEN_KEEPALIVE int wm_bench_hit(float x, float y, int coarse) {
  const Hit hit = HitAt(page->state(), {x, y}, coarse ? PointerPrecision::kCoarse : PointerPrecision::kFine);
  if (hit.node == kNoNode) return 0;
  const int key = static_cast<int>(SkillAt(page->state(), hit.node).key.value);
  return hit.kind == HitKind::kCaret ? key : -key;
}

}  // extern "C"

int main() {
  page = new Page();  // lives as long as the module
}
