#include "view/camera.hpp"

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

float ClampZoom(float zoom) { return std::clamp(zoom, kMinZoom, kMaxZoom); }

// The camera at `zoom` that shows `what` at the screen point `at`.
Camera Showing(const Viewport& viewport, WorldPoint what, ScreenPoint at, float zoom) {
  return {{what.x - (at.x - viewport.width * 0.5f) / zoom, what.y - (at.y - viewport.height * 0.5f) / zoom}, zoom};
}

// The largest zoom at which `what` fits into `room` screen pixels.
float FittingZoom(const WorldRect& what, float room_w, float room_h) {
  constexpr float kLeast = 1;  // a viewport smaller than its panels still gets a camera
  const float w = std::max(what.w, 1e-3f), h = std::max(what.h, 1e-3f);
  return std::min(std::max(room_w, kLeast) / w, std::max(room_h, kLeast) / h);
}

// How far [a, b] has to move to lie in [low, high]; 0 when it does.
float Shift(float a, float b, float low, float high) {
  if (a < low) return low - a;
  if (b > high) return high - b;
  return 0;
}

}  // namespace

ScreenPoint ToScreen(const Camera& camera, const Viewport& viewport, WorldPoint p) {
  return {(p.x - camera.center.x) * camera.zoom + viewport.width * 0.5f,
          (p.y - camera.center.y) * camera.zoom + viewport.height * 0.5f};
}

WorldPoint ToWorld(const Camera& camera, const Viewport& viewport, ScreenPoint p) {
  return {camera.center.x + (p.x - viewport.width * 0.5f) / camera.zoom,
          camera.center.y + (p.y - viewport.height * 0.5f) / camera.zoom};
}

ScreenRect ToScreen(const Camera& camera, const Viewport& viewport, const WorldRect& r) {
  const ScreenPoint at = ToScreen(camera, viewport, r.TopLeft());
  return {at.x, at.y, r.w * camera.zoom, r.h * camera.zoom};
}

WorldRect VisibleWorld(const Camera& camera, const Viewport& viewport) {
  const WorldPoint at = ToWorld(camera, viewport, {0, 0});
  return {at.x, at.y, viewport.width / camera.zoom, viewport.height / camera.zoom};
}

Camera Panned(const Camera& camera, ScreenVector by) {
  return {{camera.center.x - by.x / camera.zoom, camera.center.y - by.y / camera.zoom}, camera.zoom};
}

float LeastZoom(const Viewport& viewport, const WorldRect& bounds) {
  const ScreenRect clear = viewport.Clear();
  return std::clamp(FittingZoom(bounds, clear.w * 0.5f, clear.h * 0.5f), kMinZoom, kUsualMinZoom);
}

Camera ZoomedAt(const Camera& camera, const Viewport& viewport, ScreenPoint at, float factor, float least) {
  const float zoom = std::clamp(camera.zoom * factor, std::min(least, camera.zoom), kMaxZoom);
  // Centre and zoom move along one line, so the offset is scaled rather than recomputed: fewer roundings.
  const float k = 1 / camera.zoom - 1 / zoom;
  return {{camera.center.x + (at.x - viewport.width * 0.5f) * k, camera.center.y + (at.y - viewport.height * 0.5f) * k},
          zoom};
}

Camera Fitted(const Viewport& viewport, const WorldRect& what, float margin, float max_zoom) {
  const ScreenRect clear = viewport.Clear();
  const float zoom = ClampZoom(std::min(max_zoom, FittingZoom(what, clear.w - 2 * margin, clear.h - 2 * margin)));
  return Showing(viewport, what.Center(), clear.Center(), zoom);
}

Camera Revealing(const Camera& camera, const Viewport& viewport, const WorldRect& what, float margin) {
  const ScreenRect clear = viewport.Clear();
  const float fitting = FittingZoom(what, clear.w - 2 * margin, clear.h - 2 * margin);
  if (fitting < camera.zoom) return Fitted(viewport, what, margin, camera.zoom);
  const ScreenRect now = ToScreen(camera, viewport, what);
  return Panned(camera, {Shift(now.x, now.Right(), clear.x + margin, clear.Right() - margin),
                         Shift(now.y, now.Bottom(), clear.y + margin, clear.Bottom() - margin)});
}

Camera Kept(const Camera& camera, const Viewport& viewport, const WorldRect& bounds) {
  if (bounds.Empty()) return camera;
  // At least this much of the map, or all of a smaller one, stays on the clear part.
  constexpr float kLeastPixels = 96;
  const ScreenRect clear = viewport.Clear();
  const ScreenRect now = ToScreen(camera, viewport, bounds);
  const float keep_x = std::min({kLeastPixels, now.w, std::max(clear.w, 1.0f)});
  const float keep_y = std::min({kLeastPixels, now.h, std::max(clear.h, 1.0f)});
  const auto shift = [](float from, float to, float low, float high, float keep) {
    if (to < low + keep) return low + keep - to;
    if (from > high - keep) return high - keep - from;
    return 0.0f;
  };
  return Panned(camera, {shift(now.x, now.Right(), clear.x, clear.Right(), keep_x),
                         shift(now.y, now.Bottom(), clear.y, clear.Bottom(), keep_y)});
}

// The paper's symbols: u is the distance travelled on the plane, w the width of the view in world units, s the length
// of the path in (u, w), rho how much zooming costs against panning.
Camera FlightAt(const Camera& from, const Camera& to, const Viewport& viewport, float t) {
  if (t <= 0) return from;
  if (t >= 1) return to;
  constexpr double kRho = 1.42;  // the mean that the paper's test persons chose
  constexpr double kRho2 = kRho * kRho, kRho4 = kRho2 * kRho2;
  const double side = std::max({viewport.width, viewport.height, 1.0f});
  const double w0 = side / from.zoom, w1 = side / to.zoom;
  const double dx = double{to.center.x} - from.center.x, dy = double{to.center.y} - from.center.y;
  const double u1 = std::hypot(dx, dy);
  const auto camera = [&](double share, double w) {
    return Camera{{static_cast<float>(from.center.x + dx * share), static_cast<float>(from.center.y + dy * share)},
                  ClampZoom(static_cast<float>(side / w))};
  };
  if (u1 < 1e-6 * std::min(w0, w1)) return camera(t, w0 * std::pow(w1 / w0, t));
  const auto r = [&](double w, double sign) {
    const double b = (w1 * w1 - w0 * w0 + sign * kRho4 * u1 * u1) / (2 * w * kRho2 * u1);
    return -std::asinh(b);  // ln(√(b² + 1) − b)
  };
  const double r0 = r(w0, 1), r1 = r(w1, -1);
  const double s = t * (r1 - r0);  // rho times the paper's s
  const double u = w0 / kRho2 * (std::cosh(r0) * std::tanh(s + r0) - std::sinh(r0));
  const double w = w0 * std::cosh(r0) / std::cosh(s + r0);
  return camera(u / u1, w);
}

}  // namespace waymark
