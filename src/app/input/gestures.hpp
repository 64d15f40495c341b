// Pointer and wheel events in, commands out: a state machine with no clock of its own (events carry their time).
//
//   left drag     on a card moves it, on the ground pans        middle or Space drag   pans anywhere
//   click         selects; on a caret expands or collapses      double click           expands, collapses, or zooms to
//   it right click, long press   the menu                          wheel                  pans; with Ctrl or ⌘ zooms
//   there two fingers   pan and zoom about their middle               cancel                 puts things back
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/command.hpp"
#include "app/state.hpp"
#include "base/geometry.hpp"
#include "base/inline_list.hpp"
#include "view/hit_test.hpp"

namespace waymark {

// CSS pixels and milliseconds.
inline constexpr float kDragThreshold = 4;
inline constexpr float kTouchDragThreshold = 8;
inline constexpr double kLongPressMs = 500;
inline constexpr double kDoubleClickMs = 500;  // what desktops allow by default; a single click does not wait for it
inline constexpr float kDoubleClickDistance = 12;

// Values as in wm_pointer and wm_wheel (docs/page_protocol.md).
enum class PointerKind : std::uint8_t { kDown = 0, kMove = 1, kUp = 2, kCancel = 3, kLeave = 4 };
enum class PointerDevice : std::uint8_t { kMouse = 0, kTouch = 1, kPen = 2 };
enum Modifier : std::uint32_t { kModCtrl = 1, kModShift = 2, kModAlt = 4, kModMeta = 8, kModSpace = 16 };
enum class WheelMode : std::uint8_t { kPixel = 0, kLine = 1, kPage = 2 };

struct PointerEvent {
  PointerKind kind = PointerKind::kMove;
  int id = 0;
  PointerDevice device = PointerDevice::kMouse;
  ScreenPoint at;
  int button = 0;          // as in the DOM: 0 left, 1 middle, 2 right
  std::uint32_t mods = 0;  // of Modifier
  double now_ms = 0;
};

struct WheelEvent {
  ScreenPoint at;
  float dx = 0;
  float dy = 0;
  WheelMode mode = WheelMode::kPixel;
  std::uint32_t mods = 0;
};

class Gestures {
 public:
  // What one event or frame asks for.
  using Commands = InlineList<Command, 4>;

  // Commands to send, in order. `state` is as all earlier commands have left it.
  Commands Pointer(const PointerEvent& event, const AppState& state);
  Commands Wheel(const WheelEvent& event, const AppState& state);
  // To be called once a frame: long presses, the glide after a flick, a card that is held while the map moves beneath
  // it.
  Commands Advance(double now_ms, const AppState& state);

  // Whether Advance has something to wait for.
  bool WantsFrame() const { return glide_ || (mode_ == Mode::kPressed && press_.device != PointerDevice::kMouse); }
  // The CSS cursor for what the pointer is over or doing.
  std::string_view Cursor() const { return cursor_; }

 private:
  // kSpent: the gesture has had its effect; what follows until all pointers are up means nothing.
  enum class Mode : std::uint8_t { kIdle, kPressed, kPanning, kMoving, kPinching, kSpent };

  struct Finger {
    int id = 0;
    ScreenPoint at;
  };
  struct Press {
    ScreenPoint at;
    double at_ms = 0;
    PointerDevice device = PointerDevice::kMouse;
    int button = 0;
    Hit hit;
    SkillKey skill;     // of the hit; 0 on the ground
    bool pans = false;  // a drag moves the map, not a card
    WorldVector grab;   // from the card's corner to where it is held
    Camera camera;      // as it was, to go back to
    bool was_fitted = false;
  };
  struct Click {
    ScreenPoint at;
    double at_ms = 0;
    SkillKey skill;
  };
  struct Sample {
    ScreenPoint at;
    double at_ms = 0;
  };
  struct Glide {
    ScreenVector velocity;  // pixels a millisecond
    double last_ms = 0;
  };

  Commands Down(const PointerEvent& event, const AppState& state);
  Commands Move(const PointerEvent& event, const AppState& state);
  Commands Up(const PointerEvent& event, const AppState& state);
  Commands Cancel();
  Commands SecondFinger();
  Commands Drag(ScreenPoint at, const AppState& state);
  Commands Pinch(const Finger& moved);
  Commands Clicked(const PointerEvent& event, const AppState& state);
  Commands HoverOver(const PointerEvent& event, const AppState& state);
  void BeginGlide(const PointerEvent& event, const AppState& state);
  Finger* FindFinger(int id);

  Mode mode_ = Mode::kIdle;
  std::vector<Finger> fingers_;  // pointers that are down, in the order they came
  Press press_;
  Camera drag_camera_;  // at the last DragCard
  std::optional<Click> last_click_;
  std::vector<Sample> trail_;  // the last moves of a pan, for the speed of a flick
  std::optional<Glide> glide_;
  std::string_view cursor_ = "default";
};

}  // namespace waymark
