// The smooth curve that an edge's polyline is drawn as; routing, drawing and hit testing share it.
#pragma once

#include <span>
#include <vector>

#include "base/geometry.hpp"

namespace waymark {

// A cubic Bézier spline through `points` (3k + 1 control points for k + 1 points) without a kink. It leaves and enters
// its ends and all points on its way down (or up) vertically, so that it reads as flowing; points where it turns back,
// and ends that it leaves level, horizontally. Between two points it stays in the rectangle that they span, but for a
// few units where that is very flat. Empty for fewer than two points.
std::vector<WorldPoint> SmoothCurve(std::span<const WorldPoint> points);

// Appends points along `curve` (as SmoothCurve gives it), ends included. A bent piece is cut into `steps`: six are
// close enough to point at.
void AppendFlattened(std::span<const WorldPoint> curve, std::vector<WorldPoint>& out, int steps = 6);

}  // namespace waymark
