// The shader programs' sources. Lengths inside fragment shaders are device pixels, so coverage at a border is the
// distance to it, clamped to one pixel: analytic antialiasing that is right at every zoom.
// Distances to the shapes: Inigo Quilez, "2D distance functions" (formulas).
#pragma once

namespace waymark {

extern const char* const kShaderHead;  // version, precision and the View block
extern const char* const kGroundVertexShader;
extern const char* const kGroundFragmentShader;
extern const char* const kShapeVertexShader;
extern const char* const kShapeFragmentShader;
extern const char* const kCurveVertexShader;
extern const char* const kCurveFragmentShader;

}  // namespace waymark
