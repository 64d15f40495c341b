#include "platform/page.hpp"

#include <utility>

namespace waymark {

Page::Page()
    : engine_(host_),
      canvas_([this](Command command) { engine_.Send(std::move(command)); }, [this] { host_.RequestFrame(); }) {}

void Page::SendAll(Gestures::Commands commands) {
  for (Command& command : commands) engine_.Send(std::move(command));
}

void Page::Resize(const Viewport& viewport) {
  if (viewport == state().viewport) return;
  canvas_.Resize(viewport);
  engine_.Send(waymark::Resize{viewport});
}

// Whether the event is a panel's.
bool Page::PanelTakes(const PointerEvent& event) {
  Ui& ui = canvas_.ui();
  const bool owned = owner_ != Owner::kNobody && event.id == owned_id_;
  switch (event.kind) {
    case PointerKind::kDown:
      if (owner_ != Owner::kNobody || !ui.Covers(event.at)) return owned;
      owned_id_ = event.id;
      owner_ = event.button == 0 ? Owner::kPanel : Owner::kSpent;
      if (owner_ == Owner::kPanel) ui.PointerDown(event.at, event.device == PointerDevice::kTouch);
      return true;
    case PointerKind::kMove:
      if (owned || event.device != PointerDevice::kTouch) over_panel_ = ui.PointerMove(event.at);
      return owned;
    case PointerKind::kUp:
      if (!owned) return false;
      if (owner_ == Owner::kPanel) ui.PointerUp(event.at);
      owner_ = Owner::kNobody;
      return true;
    case PointerKind::kCancel:
    case PointerKind::kLeave:
      over_panel_ = false;
      if (event.kind == PointerKind::kLeave && owned) return true;
      ui.PointerGone();
      if (owned) owner_ = Owner::kNobody;
      return owned;
  }
  return false;
}

void Page::Pointer(const PointerEvent& event) {
  const bool was_over = over_panel_;
  const bool taken = PanelTakes(event);
  pointer_.coarse = event.device == PointerDevice::kTouch;
  const bool gone = event.kind == PointerKind::kLeave || event.kind == PointerKind::kCancel;
  pointer_.at = gone || pointer_.coarse || over_panel_ ? std::nullopt : std::optional(event.at);
  if (!taken) {
    PointerEvent seen = event;
    // Under a panel nothing of the map is pointed at, but a press that began on the map goes on there.
    const bool hidden = event.kind == PointerKind::kMove && over_panel_ && pressed_ == 0;
    if (hidden) seen.kind = PointerKind::kLeave;
    if (!hidden || !was_over) SendAll(gestures_.Pointer(seen, state()));
    if (event.kind == PointerKind::kDown) ++pressed_;
    if ((event.kind == PointerKind::kUp || event.kind == PointerKind::kCancel) && pressed_ > 0) --pressed_;
  }
  ShowCursor();
  if (canvas_.WantsFrame() || gestures_.WantsFrame()) host_.RequestFrame();
}

void Page::Wheel(const WheelEvent& event) {
  if (canvas_.ui().Covers(event.at)) return;
  SendAll(gestures_.Wheel(event, state()));
}

bool Page::Frame(double now_ms) {
  engine_.Send(Tick{now_ms});
  SendAll(gestures_.Advance(now_ms, state()));
  canvas_.Frame(state(), pointer_, now_ms);
  ShowCursor();
  return Animating(state()) || gestures_.WantsFrame() || canvas_.WantsFrame();
}

void Page::ShowCursor() {
  const bool panel = over_panel_ || owner_ == Owner::kPanel;
  host_.SetCursor(!panel ? gestures_.Cursor() : canvas_.ui().Pointing() ? "pointer" : "default");
}

}  // namespace waymark
