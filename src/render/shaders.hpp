// The shader programs' sources. Lengths inside fragment shaders are device pixels, so coverage at a border is the
// distance to it, clamped to one pixel: analytic antialiasing that is right at every zoom.
// Distances to the shapes: Inigo Quilez, "2D distance functions" (formulas).
#pragma once

namespace waymark {

extern const char* const kShaderHead;  // version, precision and the View block
extern const char* const kBackgroundVertexShader;
extern const char* const kBackgroundFragmentShader;
extern const char* const kShapeVertexShader;
extern const char* const kShapeFragmentShader;
extern const char* const kCurveVertexShader;
extern const char* const kCurveFragmentShader;
// Boxes with no dashes and curves with no dots, which far views and plain graphs are made of. A GPU in software runs
// every branch of a shader, so what can be drawn without them is several times cheaper.
extern const char* const kBoxVertexShader;
extern const char* const kBoxFragmentShader;
extern const char* const kThinCurveVertexShader;
extern const char* const kThinCurveFragmentShader;
// Texts, in world units, and ImGui's triangles, in device pixels.
extern const char* const kGlyphVertexShader;
extern const char* const kPanelVertexShader;
extern const char* const kTexturedFragmentShader;
// A cached frame.
extern const char* const kCachedFrameVertexShader;
extern const char* const kCachedFrameFragmentShader;

}  // namespace waymark
