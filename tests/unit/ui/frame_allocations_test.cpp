// A frame in which only the view moves allocates nothing: counted, with everything of a frame but the graphics driver.
#include <imgui.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>

#include "app/engine.hpp"
#include "app/input/gestures.hpp"
#include "support/memory_held.hpp"
#include "support/memory_host.hpp"
#include "support/sample_roadmap.hpp"
#include "support/square_font.hpp"
#include "ui/scene_cache.hpp"
#include "ui/ui.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

constexpr Viewport kScreen{1280, 800, 2, 16, 64, 16, 16};

// The page without a browser: what platform does in a frame, with textures that are always taken.
class Page {
 public:
  Page() : engine_(host_) {
    ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return ++allocations, std::malloc(size); },
                                 [](void* memory, void*) { std::free(memory); });
    ui_.emplace();
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    REQUIRE(ui_->fonts().Add(FontWeight::kRegular, SquareFont()));
    REQUIRE(ui_->fonts().Add(FontWeight::kSemibold, SquareFont()));
    Send(Resize{kScreen});
    Send(SetReducedMotion{true});
    REQUIRE(engine_.Open(SampleJson(), "sample.json"));
    Send(ExpandAll{true});
    Send(Select{kCalculus, true});
  }

  const AppState& state() const { return engine_.State(); }
  void Send(Command command) { engine_.Send(std::move(command)); }
  void Send(Gestures::Commands commands) {
    for (Command& command : commands) Send(std::move(command));
  }
  void Pointer(PointerKind kind, ScreenPoint at, int button = 0) {
    Send(gestures_.Pointer({.kind = kind, .at = at, .button = button, .now_ms = now_ms_}, state()));
  }
  void Wheel(const WheelEvent& event) { Send(gestures_.Wheel(event, state())); }

  void Frame() {
    now_ms_ += 16;
    Send(Tick{now_ms_});
    Send(gestures_.Advance(now_ms_, state()));
    picture_.Refresh(state(), false);
    for (Command& command : ui_->Panels(Input())) Send(std::move(command));
    picture_.Refresh(state(), false);
    ui_->Finish(Input());
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_Destroyed) continue;
      const bool goes = texture->Status == ImTextureStatus_WantDestroy;
      texture->SetTexID(goes ? ImTextureID_Invalid : 1);
      texture->SetStatus(goes ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
    }
  }

  std::size_t glyphs() const { return ui_->map_texts().vertices.size() / 4; }

 private:
  UiInput Input() const {
    return {.state = state(),
            .theme = ThemeFor(true, false),
            .map = picture_.map(),
            .overlay = picture_.overlay(),
            .minimap = picture_.minimap(),
            .minimap_revision = picture_.map().revision,
            .hues = picture_.hues(),
            .camera = state().camera,
            .canvas = CanvasCamera(state().viewport),
            .pointer = std::nullopt,
            .now_ms = now_ms_};
  }

  MemoryHost host_;
  Engine engine_;
  Gestures gestures_;
  std::optional<Ui> ui_;
  SceneCache picture_;
  double now_ms_ = 0;
};

// Until the atlas of the glyphs is as large as it gets.
constexpr int kRehearsals = 4;

// How many allocations `frames` frames take, each after `move`, when the same were drawn before.
std::size_t Allocated(Page& page, int frames, const std::function<void(int)>& move) {
  const auto run = [&] {
    for (int i = 0; i < frames; ++i) {
      move(i);
      page.Frame();
    }
  };
  for (int i = 0; i < kRehearsals; ++i) run();
  const std::size_t before = allocations;
  run();
  return allocations - before;
}

}  // namespace

TEST_CASE("Frame_OfAPanAllocatesNothing") {
  Page page;
  const Camera from = page.state().camera;
  constexpr int kFrames = 120;
  page.Pointer(PointerKind::kDown, {40, 400}, 1);
  CHECK(Allocated(page, kFrames, [&](int i) {
          const float turn = static_cast<float>(i) / kFrames * 6.2831853f;
          page.Pointer(PointerKind::kMove, {40 + 300 * std::sin(turn), 400 + 200 * std::cos(turn)}, 1);
        }) == 0);
  CHECK_FALSE(page.state().camera == from);
  CHECK(page.glyphs() > 0);
}

TEST_CASE("Frame_OfAZoomWithinOneLevelOfDetailAllocatesNothing") {
  Page page;
  page.Send(LookAt{{page.state().camera.center, 1.0f}});
  page.Frame();
  const LevelOfDetail detail = page.state().detail;
  const Camera from = page.state().camera;
  constexpr int kFrames = 80;
  bool one_level = true;
  CHECK(Allocated(page, kFrames, [&](int i) {
          page.Wheel({.at = {640, 400}, .dy = i < kFrames / 2 ? -1.0f : 1.0f, .mods = kModCtrl});
          one_level = one_level && page.state().detail == detail;
        }) == 0);
  CHECK(one_level);
  CHECK_FALSE(page.state().camera == from);
  CHECK(page.glyphs() > 0);
}

TEST_CASE("Frame_OfAStillViewAllocatesNothing") {
  Page page;
  CHECK(Allocated(page, 10, [](int) {}) == 0);
}
