// The parts of Gestures that have to do with speed: wheel, glide, long press.
#include <algorithm>
#include <cmath>

#include "app/input/gestures.hpp"

namespace waymark {
namespace {

// One notch of a wheel is 100 pixels or 3 lines in the browsers that report each, and comes to the same here.
constexpr float kPixelsPerLine = 100.0f / 3;
// Zoom by e^(pixels × rate): a trackpad's pinch comes as many small steps, a wheel's notch as one large one that the
// bound makes a quarter of a doubling or so.
constexpr float kZoomRate = 0.01f;
constexpr float kMaxZoomStep = 0.25f;

// A flick counts when the last moves, up to this long before the release, were faster than this.
constexpr double kFlickWindowMs = 80;
constexpr float kFlickSpeed = 0.25f;  // pixels a millisecond
constexpr float kMaxFlickSpeed = 4;
// The glide loses its speed by a factor of e in this time, and ends when it can't be seen any more.
constexpr double kGlideDecayMs = 260;
constexpr float kGlideEndSpeed = 0.02f;

}  // namespace

Gestures::Commands Gestures::Wheel(const WheelEvent& event, const AppState& state) {
  glide_.reset();
  ScreenVector by = {event.dx, event.dy};
  if (event.mode == WheelMode::kLine) by = by * kPixelsPerLine;
  if (event.mode == WheelMode::kPage) by = {by.x * state.viewport.width, by.y * state.viewport.height};
  if (by == ScreenVector{}) return {};
  if ((event.mods & (kModCtrl | kModMeta)) != 0) {
    const float step = std::clamp(-by.y * kZoomRate, -kMaxZoomStep, kMaxZoomStep);
    if (step == 0) return {};
    return {ZoomAt{event.at, std::exp(step), false}};
  }
  if ((event.mods & kModShift) != 0 && by.x == 0) by = {by.y, 0};
  return {PanBy{by * -1}};
}

void Gestures::BeginGlide(const PointerEvent& event, const AppState& state) {
  if (state.settings.reduced_motion || trail_.empty()) return;
  const auto recent =
      std::ranges::find_if(trail_, [&](const Sample& s) { return event.now_ms - s.at_ms <= kFlickWindowMs; });
  if (recent == trail_.end()) return;
  const double elapsed = event.now_ms - recent->at_ms;
  if (elapsed <= 0) return;
  ScreenVector velocity = (event.at - recent->at) * (1 / static_cast<float>(elapsed));
  const float speed = std::hypot(velocity.x, velocity.y);
  if (speed < kFlickSpeed) return;
  if (speed > kMaxFlickSpeed) velocity = velocity * (kMaxFlickSpeed / speed);
  glide_ = Glide{velocity, event.now_ms};
}

Gestures::Commands Gestures::Advance(double now_ms, const AppState& state) {
  if (mode_ == Mode::kPressed && press_.device != PointerDevice::kMouse && now_ms - press_.at_ms >= kLongPressMs) {
    mode_ = Mode::kSpent;
    last_click_.reset();
    return {OpenMenu{press_.skill, press_.at}};
  }
  // A wheel, a key or an animation moved the map: the card stays with the pointer that holds it.
  if (mode_ == Mode::kMoving && drag_camera_ != state.camera) return Drag(fingers_.front().at, state);
  if (!glide_) return {};
  if (state.settings.reduced_motion || state.flight) {
    glide_.reset();
    return {};
  }
  const double elapsed = std::max(now_ms - glide_->last_ms, 0.0);
  const float kept = static_cast<float>(std::exp(-elapsed / kGlideDecayMs));
  // The exact way of a speed that decays, so that the glide is as long at any frame rate.
  const ScreenVector way = glide_->velocity * (static_cast<float>(kGlideDecayMs) * (1 - kept));
  glide_->velocity = glide_->velocity * kept;
  glide_->last_ms = now_ms;
  if (std::hypot(glide_->velocity.x, glide_->velocity.y) < kGlideEndSpeed) glide_.reset();
  return way == ScreenVector{} ? Commands{} : Commands{PanBy{way}};
}

}  // namespace waymark
