#include <cmath>
#include <utility>

#include "app/commands/commands.hpp"
#include "app/motion.hpp"

namespace waymark {
namespace {

bool HasWindow(const AppState& state) { return state.open && !state.viewport.Clear().Empty(); }

bool Usable(float factor) { return std::isfinite(factor) && factor > 0; }

// Where the map is, now or in a moment.
WorldRect Bounds(const AppState& state) { return state.layout.bounds.United(ShownLayout(state).bounds); }

// Whether the clear part of `viewport` shows the middle of a card.
bool Seen(const AppState& state, const Viewport& viewport, const WorldRect& card) {
  return viewport.Clear().Contains(ToScreen(CameraToBe(state), viewport, card).Center());
}

// Whether it shows all of a card that is not larger.
bool SeenWhole(const AppState& state, const Viewport& viewport, const WorldRect& card) {
  const ScreenRect clear = viewport.Clear(), seen = ToScreen(CameraToBe(state), viewport, card);
  if (seen.w > clear.w || seen.h > clear.h) return clear.Contains(seen.Center());
  return clear.Contains(seen.TopLeft()) && clear.Contains({seen.Right(), seen.Bottom()});
}

}  // namespace

void Apply(AppState& state, const Resize& command) {
  if (state.viewport == command.viewport) return;
  const Viewport before = std::exchange(state.viewport, command.viewport);
  ++state.revision.camera;
  const NodeIndex selected = NodeOf(state, state.selected);
  const bool same_window = before.width == state.viewport.width && before.height == state.viewport.height;
  // Details that slide in beside or over the map leave it where it is.
  if (state.fitted && !(same_window && selected != kNoNode)) return FitWhole(state, same_window);
  if (!HasWindow(state)) return;
  if (state.aim) return AimAt(state, *state.aim);
  if (selected == kNoNode || !same_window || !state.layout.visible[selected]) return;
  const WorldRect& card = state.layout.rect[selected];
  const bool fitted = state.fitted;
  if (Seen(state, before, card) && !SeenWhole(state, state.viewport, card)) {
    FlyTo(state, Revealing(CameraToBe(state), state.viewport, card));
    state.fitted = fitted;
  }
}

void Apply(AppState& state, const PanBy& command) {
  if (!HasWindow(state) || !std::isfinite(command.by.x) || !std::isfinite(command.by.y)) return;
  MoveCamera(state, Kept(Panned(state.camera, command.by), state.viewport, Bounds(state)));
}

void Apply(AppState& state, const ZoomAt& command) {
  if (!HasWindow(state) || !Usable(command.factor)) return;
  const auto zoomed = [&](const Camera& camera) {
    return ZoomedAt(camera, state.viewport, command.at, command.factor, LeastZoom(state.viewport, Bounds(state)));
  };
  if (command.animate)
    FlyTo(state, zoomed(CameraToBe(state)));
  else
    MoveCamera(state, zoomed(state.camera));
}

void Apply(AppState& state, const ZoomBy& command) {
  Apply(state, ZoomAt{state.viewport.Clear().Center(), command.factor, true});
}

void Apply(AppState& state, const LookAt& command) {
  const Camera& camera = command.camera;
  if (!std::isfinite(camera.center.x) || !std::isfinite(camera.center.y) || !Usable(camera.zoom)) return;
  MoveCamera(state, camera);
}

void Apply(AppState& state, const FitAll& command) { FitWhole(state, command.animate); }

void Apply(AppState& state, const FitSelection&) {
  const NodeIndex node = NodeOf(state, state.selected);
  if (node == kNoNode) return FitWhole(state, true);
  AimAt(state, {state.layout.rect[node], 2});
}

void Apply(AppState& state, const Tick& command) {
  state.now_ms = command.now_ms;
  AdvanceMotion(state);
}

}  // namespace waymark
