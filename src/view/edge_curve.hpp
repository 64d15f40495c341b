// The smooth curve that an edge's polyline is drawn as; drawing and hit testing share it.
#pragma once

#include <span>
#include <vector>

#include "base/geometry.hpp"

namespace waymark {

// A cubic Bézier spline through `points` (3k + 1 control points for k + 1 points) that leaves and enters each of them
// vertically, so that it has no kink and reads as flowing down. Empty for fewer than two points.
std::vector<WorldPoint> SmoothCurve(std::span<const WorldPoint> points);

// Appends points along `curve` (as SmoothCurve gives it), ends included, close enough to it to point at.
void AppendFlattened(std::span<const WorldPoint> curve, std::vector<WorldPoint>& out);

}  // namespace waymark
