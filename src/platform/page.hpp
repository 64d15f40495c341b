// The page's engine: state and canvas, with the pointer shared between panels and map. One lives as long as the module.
#pragma once

#include <string_view>

#include "app/engine.hpp"
#include "app/input/gestures.hpp"
#include "platform/browser_host.hpp"
#include "platform/canvas.hpp"

namespace waymark {

class Page {
 public:
  Page();

  Engine& engine() { return engine_; }
  Canvas& canvas() { return canvas_; }
  const AppState& state() const { return engine_.State(); }

  void Resize(const Viewport& viewport);
  void Pointer(const PointerEvent& event);
  void Wheel(const WheelEvent& event);
  // True asks for another frame.
  bool Frame(double now_ms);

 private:
  // What a pointer that is down has to do with.
  enum class Owner : unsigned char { kNobody, kPanel, kSpent };

  bool PanelTakes(const PointerEvent& event);
  void SendAll(Gestures::Commands commands);
  void ShowCursor();

  BrowserHost host_;
  Engine engine_;
  Gestures gestures_;
  Canvas canvas_;
  Canvas::Pointer pointer_;
  Owner owner_ = Owner::kNobody;
  int owned_id_ = 0;
  int pressed_ = 0;  // pointers that went down on the map
  bool over_panel_ = false;
};

}  // namespace waymark
