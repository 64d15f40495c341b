#include "app/input/gestures.hpp"

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

constexpr int kLeft = 0, kMiddle = 1, kRight = 2;
constexpr double kTrailMs = 200;

float Length(ScreenVector v) { return std::hypot(v.x, v.y); }

bool IsCoarse(PointerDevice device) { return device == PointerDevice::kTouch; }

Hit HitBy(const PointerEvent& event, const AppState& state) {
  return HitAt(state, event.at, IsCoarse(event.device) ? PointerPrecision::kCoarse : PointerPrecision::kFine);
}

// Whether the hit is on a card or a title: what can be selected and moved.
bool OnCard(const Hit& hit) { return hit.node != kNoNode && hit.kind != HitKind::kArea; }

SkillKey KeyOf(const Hit& hit, const AppState& state) {
  return OnCard(hit) ? SkillAt(state, hit.node).key : SkillKey{};
}

bool IsExpanded(const AppState& state, SkillKey key) { return state.expanded.contains(key); }

}  // namespace

Gestures::Commands Gestures::Pointer(const PointerEvent& event, const AppState& state) {
  switch (event.kind) {
    case PointerKind::kDown:
      return Down(event, state);
    case PointerKind::kMove:
      return Move(event, state);
    case PointerKind::kUp:
      return Up(event, state);
    case PointerKind::kCancel:
      return Cancel();
    case PointerKind::kLeave:
      if (!fingers_.empty()) return {};
      cursor_ = "default";
      return {Hover{}};
  }
  return {};
}

Gestures::Finger* Gestures::FindFinger(int id) {
  const auto found = std::ranges::find(fingers_, id, &Finger::id);
  return found == fingers_.end() ? nullptr : &*found;
}

Gestures::Commands Gestures::Down(const PointerEvent& event, const AppState& state) {
  glide_.reset();
  // A second button of a pointer that is down already, or the up event got lost.
  if (FindFinger(event.id)) return {};
  fingers_.push_back({event.id, event.at});
  if (fingers_.size() == 2) return SecondFinger();
  if (fingers_.size() > 2) return {};

  const Hit hit = HitBy(event, state);
  press_ = {.at = event.at,
            .at_ms = event.now_ms,
            .device = event.device,
            .button = event.button,
            .hit = hit,
            .skill = KeyOf(hit, state),
            .pans = event.button == kMiddle || (event.mods & kModSpace) != 0 || !OnCard(hit),
            .grab = {},
            .camera = state.camera,
            .was_fitted = state.fitted};
  if (!press_.pans)
    press_.grab = ToWorld(state.camera, state.viewport, event.at) - state.layout.rect[hit.node].TopLeft();
  trail_ = {{event.at, event.now_ms}};
  mode_ = Mode::kPressed;
  if (state.menu) {
    // The click that closes the menu does nothing else.
    mode_ = Mode::kSpent;
    return {CloseMenu{}};
  }
  if (event.button == kRight) {
    mode_ = Mode::kSpent;
    return {OpenMenu{press_.skill, event.at}};
  }
  return {};
}

// What the first finger began is taken back, and both hold the map.
Gestures::Commands Gestures::SecondFinger() {
  Commands commands;
  if (mode_ == Mode::kMoving) commands.push_back(EndDrag{false});
  mode_ = mode_ == Mode::kSpent ? Mode::kSpent : Mode::kPinching;
  last_click_.reset();
  return commands;
}

Gestures::Commands Gestures::Move(const PointerEvent& event, const AppState& state) {
  Finger* finger = FindFinger(event.id);
  if (!finger) return HoverOver(event, state);
  if (mode_ == Mode::kPinching) return Pinch({event.id, event.at});
  ScreenPoint before = finger->at;
  finger->at = event.at;
  if (mode_ == Mode::kPressed) {
    const float threshold = IsCoarse(event.device) ? kTouchDragThreshold : kDragThreshold;
    if (Length(event.at - press_.at) < threshold) return {};
    mode_ = press_.pans ? Mode::kPanning : Mode::kMoving;
    cursor_ = "grabbing";
    last_click_.reset();
    // From where it was pressed, so that what was grabbed stays under the pointer.
    before = press_.at;
  }
  if (mode_ == Mode::kPanning) {
    // Only the last moments count, however long the pan.
    std::erase_if(trail_, [&](const Sample& sample) { return event.now_ms - sample.at_ms > kTrailMs; });
    trail_.push_back({event.at, event.now_ms});
    return {PanBy{event.at - before}};
  }
  return mode_ == Mode::kMoving ? Drag(event.at, state) : Commands{};
}

Gestures::Commands Gestures::Drag(ScreenPoint at, const AppState& state) {
  drag_camera_ = state.camera;
  return {DragCard{press_.skill, ToWorld(state.camera, state.viewport, at) - press_.grab}};
}

// The first two fingers count. The world point under their middle stays there.
Gestures::Commands Gestures::Pinch(const Finger& moved) {
  Finger& a = fingers_[0];
  Finger& b = fingers_[1];
  const ScreenPoint middle = (a.at + b.at) * 0.5f;
  const float apart = Length(a.at - b.at);
  if (Finger* finger = FindFinger(moved.id)) finger->at = moved.at;
  const ScreenPoint new_middle = (a.at + b.at) * 0.5f;
  const float new_apart = Length(a.at - b.at);
  Commands commands;
  if (new_middle != middle) commands.push_back(PanBy{new_middle - middle});
  // Fingers that meet would ask for an endless zoom.
  constexpr float kLeastApart = 10;
  if (apart != new_apart && apart > kLeastApart && new_apart > kLeastApart) {
    commands.push_back(ZoomAt{new_middle, new_apart / apart, false});
  }
  return commands;
}

Gestures::Commands Gestures::Up(const PointerEvent& event, const AppState& state) {
  if (!FindFinger(event.id)) return {};
  std::erase_if(fingers_, [&](const Finger& finger) { return finger.id == event.id; });
  const Mode ended = mode_;
  if (ended == Mode::kPinching && fingers_.size() == 1) {
    // The finger that stays goes on panning.
    mode_ = Mode::kPanning;
    trail_ = {{fingers_.front().at, event.now_ms}};
    return {};
  }
  if (!fingers_.empty()) return {};
  mode_ = Mode::kIdle;
  Commands commands;
  if (ended == Mode::kPressed && press_.button == kLeft) commands = Clicked(event, state);
  if (ended == Mode::kMoving) {
    if (drag_camera_ != state.camera) commands = Drag(event.at, state);
    commands.push_back(EndDrag{true});
  }
  if (ended == Mode::kPanning) BeginGlide(event, state);
  if (IsCoarse(event.device)) return commands;
  for (Command& hover : HoverOver(event, state)) commands.push_back(std::move(hover));
  return commands;
}

Gestures::Commands Gestures::Cancel() {
  const Mode ended = mode_;
  mode_ = Mode::kIdle;
  fingers_.clear();
  glide_.reset();
  last_click_.reset();
  cursor_ = "default";
  if (ended == Mode::kMoving) return {EndDrag{false}};
  if (ended == Mode::kPanning || ended == Mode::kPinching) {
    return press_.was_fitted ? Commands{FitAll{false}} : Commands{LookAt{press_.camera}};
  }
  return {};
}

Gestures::Commands Gestures::Clicked(const PointerEvent& event, const AppState& state) {
  const bool soon = last_click_ && event.now_ms - last_click_->at_ms <= kDoubleClickMs &&
                    Length(event.at - last_click_->at) <= kDoubleClickDistance;
  // After a finger's first tap the map may move, to make room for the details: the second is still meant for the same
  // card.
  const bool again = soon && (IsCoarse(event.device) || last_click_->skill == press_.skill);
  const SkillKey skill = again ? last_click_->skill : press_.skill;
  last_click_.reset();
  if (skill.value == 0) return state.selected.value != 0 ? Commands{ClearSelection{}} : Commands{};
  if (press_.hit.kind == HitKind::kCaret && skill == press_.skill)
    return {SetExpanded{skill, !IsExpanded(state, skill)}};
  if (!again) {
    last_click_ = {event.at, event.now_ms, skill};
    return {Select{skill, false}};
  }
  const NodeIndex node = NodeOf(state, skill);
  if (node != kNoNode && GraphOf(state).IsGroup(node)) return {SetExpanded{skill, !IsExpanded(state, skill)}};
  return {Select{skill, false}, FitSelection{}};
}

Gestures::Commands Gestures::HoverOver(const PointerEvent& event, const AppState& state) {
  // A finger hovers over nothing: it is either down or gone.
  if (IsCoarse(event.device)) return {};
  const Hit hit = HitBy(event, state);
  if (hit.kind == HitKind::kEdge)
    cursor_ = "default";
  else
    cursor_ = OnCard(hit) && (event.mods & kModSpace) == 0 ? "pointer" : "grab";
  const SkillKey skill = KeyOf(hit, state);
  return skill == state.hovered ? Commands{} : Commands{Hover{skill}};
}

}  // namespace waymark
