// The camera: which part of the world the canvas shows. Pure values; flights are interpolated by CameraFlight.
#pragma once

#include "base/geometry.hpp"

namespace waymark {

inline constexpr float kMinZoom = 0.001f;  // room for a hundred thousand cards
inline constexpr float kUsualMinZoom = 0.02f;
inline constexpr float kMaxZoom = 8.0f;

// The canvas in CSS pixels, the pixel ratio of the screen, and how much of each side floating panels cover.
struct Viewport {
  float width = 0;
  float height = 0;
  float dpr = 1;
  float inset_left = 0, inset_top = 0, inset_right = 0, inset_bottom = 0;

  friend bool operator==(const Viewport&, const Viewport&) = default;
  ScreenRect Clear() const {
    return {inset_left, inset_top, width - inset_left - inset_right, height - inset_top - inset_bottom};
  }
};

struct Camera {
  WorldPoint center;  // world point at the middle of the canvas
  float zoom = 1;     // CSS pixels per world unit

  friend bool operator==(const Camera&, const Camera&) = default;
};

ScreenPoint ToScreen(const Camera& camera, const Viewport& viewport, WorldPoint p);
WorldPoint ToWorld(const Camera& camera, const Viewport& viewport, ScreenPoint p);
ScreenRect ToScreen(const Camera& camera, const Viewport& viewport, const WorldRect& r);
WorldRect VisibleWorld(const Camera& camera, const Viewport& viewport);

Camera Panned(const Camera& camera, ScreenVector by);  // the world moves with the pointer
// The world point under `at` stays there; zoom is clamped to [least, kMaxZoom].
Camera ZoomedAt(const Camera& camera, const Viewport& viewport, ScreenPoint at, float factor, float least = kMinZoom);
// How far one may zoom out of a map: to kUsualMinZoom, and far enough that half the clear part holds all of it.
float LeastZoom(const Viewport& viewport, const WorldRect& bounds);
// `what` in the middle of the clear part, with `margin` pixels round it, at most at `max_zoom`.
Camera Fitted(const Viewport& viewport, const WorldRect& what, float margin = 32, float max_zoom = 1.25f);
// The least movement that brings `what` wholly into the clear part (no change of zoom unless it is larger than it).
Camera Revealing(const Camera& camera, const Viewport& viewport, const WorldRect& what, float margin = 48);
// Keeps some of `bounds` on the canvas, so that nobody gets lost.
Camera Kept(const Camera& camera, const Viewport& viewport, const WorldRect& bounds);

// A smooth flight from one camera to another; t in [0,1]. Source: van Wijk and Nuij, "Smooth and efficient zooming and
// panning", InfoVis 2003.
Camera FlightAt(const Camera& from, const Camera& to, const Viewport& viewport, float t);

}  // namespace waymark
