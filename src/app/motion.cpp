#include "app/motion.hpp"

#include <utility>

#include "app/derived.hpp"
#include "view/theme.hpp"

namespace waymark {
namespace {

bool MayAnimate(const AppState& state) { return !state.settings.reduced_motion && !state.viewport.Clear().Empty(); }

void SetCamera(AppState& state, const Camera& camera) {
  if (state.camera == camera) return;
  state.camera = camera;
  ++state.revision.camera;
}

// Cubic ease-out: quick to answer, soft to arrive.
float EasedOut(float t) {
  const float rest = 1 - t;
  return 1 - rest * rest * rest;
}

// The camera and any flight follow a card that went `by`.
void CarryCamera(AppState& state, WorldVector by) {
  if (by == WorldVector{}) return;
  Camera camera = state.camera;
  camera.center = camera.center + by;
  SetCamera(state, camera);
}

void StepTransition(AppState& state, float t) {
  Transition& transition = *state.transition;
  const bool anchored = transition.anchor != kNoNode && !state.flight;
  const WorldPoint before = anchored ? transition.frame->layout.rect[transition.anchor].TopLeft() : WorldPoint{};
  transition.frame = &transition.layout.At(t);
  ++state.revision.motion;
  if (anchored) CarryCamera(state, transition.frame->layout.rect[transition.anchor].TopLeft() - before);
  if (t >= 1) state.transition.reset();
}

void StepFlash(AppState& state, float t) {
  state.flash->phase = t;
  if (t >= 1) state.flash.reset();
  ++state.revision.flash;
}

void StepFlight(AppState& state, float t) {
  const Flight& flight = *state.flight;
  SetCamera(state, t >= 1 ? flight.to : FlightAt(flight.from, flight.to, state.viewport, EasedOut(t)));
  if (t >= 1) state.flight.reset();
}

}  // namespace

void MoveCamera(AppState& state, const Camera& camera) {
  state.flight.reset();
  state.fitted = false;
  state.aim.reset();
  SetCamera(state, camera);
}

void FlyTo(AppState& state, const Camera& camera) {
  state.fitted = false;
  state.aim.reset();
  state.flight.reset();
  if (camera == state.camera) return;
  if (!MayAnimate(state)) return SetCamera(state, camera);
  state.flight.emplace(Flight{state.camera, camera, {kFlightMilliseconds}});
}

void AimAt(AppState& state, Aim aim) {
  constexpr float kMargin = 48;  // CSS pixels
  if (aim.what.Empty() || state.viewport.Clear().Empty()) return;
  FlyTo(state, Fitted(state.viewport, aim.what, kMargin, aim.max_zoom));
  state.aim = aim;
}

const Camera& CameraToBe(const AppState& state) { return state.flight ? state.flight->to : state.camera; }

void FitWhole(AppState& state, bool animate) {
  if (state.open && !state.viewport.Clear().Empty()) {
    const Camera camera = Fitted(state.viewport, state.layout.bounds);
    if (animate)
      FlyTo(state, camera);
    else
      MoveCamera(state, camera);
  }
  state.fitted = true;
}

void MoveCards(AppState& state, MapLayout shown, NodeIndex anchor) {
  // A transition under way ends here; its last frame is what `shown` was taken from.
  state.transition.reset();
  RefreshLayout(state);
  if (anchor != kNoNode) state.fitted = false;
  state.aim.reset();
  if (!MayAnimate(state)) {
    if (anchor != kNoNode) CarryCamera(state, state.layout.rect[anchor].TopLeft() - shown.rect[anchor].TopLeft());
    return;
  }
  state.transition.emplace(
      Transition{LayoutTransition(GraphOf(state), std::move(shown), state.layout), {kExpandMilliseconds}, anchor});
  state.transition->frame = &state.transition->layout.At(0);
}

void BeginFlash(AppState& state, SkillKey skill) {
  if (MayAnimate(state)) state.flash.emplace(Flash{skill, {kFlashMilliseconds}});
}

void AdvanceMotion(AppState& state) {
  if (state.transition) StepTransition(state, state.transition->animation.Advance(state.now_ms));
  if (state.flight) StepFlight(state, state.flight->animation.Advance(state.now_ms));
  if (state.flash && !state.transition && !state.flight) StepFlash(state, state.flash->animation.Advance(state.now_ms));
}

void FinishMotion(AppState& state) {
  if (state.transition) StepTransition(state, 1);
  if (state.flight) StepFlight(state, 1);
  if (state.flash) StepFlash(state, 1);
}

}  // namespace waymark
