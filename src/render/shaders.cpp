#include "render/shaders.hpp"

namespace waymark {

const char* const kShaderHead = R"(#version 300 es
precision highp float;
precision highp int;
layout(std140) uniform View {
  vec4 camera;  // world point at the middle, device pixels per world unit, device pixels per CSS pixel
  vec4 target;  // half the canvas in device pixels, and one over that
  vec4 ground;  // premultiplied colours
  vec4 dots;
  vec4 place;   // of a cached frame: left, top, width, height; device pixels from the middle of the canvas
};
vec4 Placed(vec2 pixel) { return vec4(pixel * target.zw * vec2(1.0, -1.0), 0.0, 1.0); }
float Covered(float signed_distance) { return clamp(0.5 - signed_distance, 0.0, 1.0); }
vec4 Premultiplied(vec4 c) { return vec4(c.rgb * c.a, c.a); }
const float kSoft = 0.5;         // as far out of its border as a shape covers anything
const float kDotPeriod = 7.0;    // of a dotted curve, in world units
const float kLeastPeriod = 2.5;  // in pixels; below it dots are an even line
const float kDotsAverage = 0.4;  // as strong as this
)";

// Two octaves of the lattice blend into one another, so that its dots keep a readable distance at every zoom.
const char* const kBackgroundVertexShader = R"(
flat out vec4 lattice;  // cell in device pixels, dot radius, share of the finer octave, strength
out vec2 at;            // device pixels from the world's origin, over the cell
const float kStep = 26.0;
const float kLeastPixels = 17.0;
void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  float zoom = camera.z / camera.w;
  float level = max(0.0, log2(kLeastPixels / (kStep * zoom)));
  float cell = kStep * exp2(floor(level)) * camera.z;
  lattice = vec4(cell, 1.35 * camera.w * clamp(zoom, 0.8, 1.6), 1.0 - fract(level), smoothstep(0.06, 0.4, zoom));
  // The middle's place in its cell, so that the fragments count from a small number.
  vec2 middle = mod(camera.xy * camera.z, 2.0 * cell);
  at = (middle + corner * target.xy * vec2(1.0, -1.0)) / cell;
  gl_Position = vec4(corner, 0.0, 1.0);
}
)";

const char* const kBackgroundFragmentShader = R"(
flat in vec4 lattice;
in vec2 at;
out vec4 color;
void main() {
  float fine = Covered(length(fract(at) - 0.5) * lattice.x - lattice.y) * lattice.z;
  float coarse = Covered(length(fract(at * 0.5 + 0.25) - 0.5) * 2.0 * lattice.x - lattice.y);
  color = mix(ground, dots, max(fine, coarse) * lattice.w);
}
)";

// One quad a shape, four equal vertices each; the corner comes from the vertex number.
const char* const kShapeVertexShader = R"(
layout(location = 0) in vec4 a_box;   // centre and half size; a segment's two ends
layout(location = 1) in vec4 a_form;  // radius, stroke or blur, dash or from turn, to turn
layout(location = 2) in vec4 a_fill;
layout(location = 3) in vec4 a_line;
layout(location = 4) in uint a_kind;
out vec2 local;
flat out vec2 half_size;
flat out vec4 form;
flat out vec4 fill;
flat out vec4 line;
flat out uint kind;
const float kPi = 3.14159265;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1) * 2.0 - 1.0;
  float scale = camera.z;
  kind = a_kind;
  fill = Premultiplied(a_fill);
  line = Premultiplied(a_line);
  half_size = a_box.zw * scale;
  form = vec4(a_form.xyz * scale, 0.0);
  vec2 middle = (a_box.xy - camera.xy) * scale;
  vec2 reach = half_size;
  vec2 along = vec2(1.0, 0.0);
  float stroke = form.y;
  if (kind == 0u) {
    form.y = max(stroke, 1.0);
    line *= stroke > 0.0 ? clamp(0.35 + 0.65 * stroke, 0.0, 1.0) : 0.0;
    reach += form.y * 0.5 + kSoft;
  } else if (kind == 1u) {
    reach += form.y;
  } else if (kind == 2u) {
    float thick = clamp(stroke, min(1.0, half_size.x), half_size.x);
    float turns = a_form.w - a_form.z;
    float middle_angle = kPi * (a_form.z + a_form.w);
    float aperture = kPi * min(turns, 1.0);
    line = vec4(sin(middle_angle), -cos(middle_angle), turns >= 1.0 ? 1.0 : 0.0, stroke >= half_size.x ? 1.0 : 0.0);
    form = vec4(half_size.x, thick, sin(aperture), cos(aperture));
    reach += kSoft;
  } else {
    vec2 from = middle, to = (a_box.zw - camera.xy) * scale;
    float length_ = length(to - from);
    if (length_ > 0.0) along = (to - from) / length_;
    middle = (from + to) * 0.5;
    float width = max(stroke, 1.0);
    fill *= clamp(stroke, 0.3, 1.0);
    half_size = vec2(length_, width) * 0.5;
    reach = vec2(half_size.x + half_size.y, half_size.y) + kSoft;
  }
  local = corner * reach;
  gl_Position = Placed(middle + along * local.x + vec2(-along.y, along.x) * local.y);
}
)";

const char* const kShapeFragmentShader = R"(
in vec2 local;
flat in vec2 half_size;
flat in vec4 form;
flat in vec4 fill;
flat in vec4 line;
flat in uint kind;
out vec4 color;
float RoundedBox(vec2 p, vec2 half_, float radius) {
  vec2 q = abs(p) - half_ + radius;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}
// How much of a dash covers the border at p. The pattern is mirrored at the middle of every side, and its period is
// stretched to fit a quarter of the way round a whole number of times.
float Dashed(vec2 p, vec2 half_, float radius, float dash) {
  vec2 straight = half_ - radius;
  float bend = radius * 1.57079633;
  float quarter = straight.x + straight.y + bend;
  vec2 q = abs(p) - straight;
  float way = q.x > 0.0 && q.y > 0.0 ? straight.y + bend * atan(q.y, q.x) / 1.57079633
            : q.x - radius > q.y - radius ? min(abs(p.y), straight.y)
            : straight.y + bend + max(straight.x - abs(p.x), 0.0);
  float step_ = quarter / max(1.0, floor(quarter / dash + 0.5));
  float wave = abs(fract(way / (2.0 * step_)) * 2.0 - 1.0);
  float sharp = clamp((wave - 0.5) * step_ + 0.5, 0.0, 1.0);
  return mix(0.5, sharp, clamp(step_ - 1.0, 0.0, 1.0));
}
float Arc() {
  float away = length(local);
  float ring = abs(away - form.x + form.y * 0.5) - form.y * 0.5;
  bool pie = line.w > 0.5;
  if (line.z > 0.5) return Covered(pie ? away - form.x : ring);
  vec2 p = vec2(abs(local.x * -line.y + local.y * line.x), dot(local, line.xy));
  vec2 end = form.zw;
  if (pie) {
    float side = length(p - end * clamp(dot(p, end), 0.0, form.x)) * sign(end.y * p.x - end.x * p.y);
    return Covered(max(away - form.x, side));
  }
  if (end.y * p.x > end.x * p.y) ring = length(p - end * (form.x - form.y * 0.5)) - form.y * 0.5;
  return Covered(ring);
}
void main() {
  if (kind == 0u) {
    float radius = min(form.x, min(half_size.x, half_size.y));
    float away = RoundedBox(local, half_size, radius);
    float border = Covered(abs(away) - form.y * 0.5);
    if (form.z > 0.0 && border > 0.0) border *= Dashed(local, half_size, radius, form.z);
    vec4 edge = line * border;
    color = edge + fill * Covered(away) * (1.0 - edge.a);
  } else if (kind == 1u) {
    float blur = max(form.y, 1.0);
    float radius = min(form.x + 0.5 * blur, min(half_size.x, half_size.y));
    float inside = clamp(0.5 - 0.5 * RoundedBox(local, half_size, radius) / blur, 0.0, 1.0);
    color = fill * (inside * inside * (3.0 - 2.0 * inside));
  } else if (kind == 2u) {
    color = fill * Arc();
  } else {
    vec2 past = vec2(max(abs(local.x) - half_size.x, 0.0), local.y);
    color = fill * Covered(length(past) - half_size.y);
  }
}
)";

const char* const kCurveVertexShader = R"(
layout(location = 0) in vec2 a_at;
layout(location = 1) in vec2 a_normal;  // of the left border; longer than 1 at a mitre
layout(location = 2) in vec3 a_form;    // way from the start, way to the end, width
layout(location = 3) in vec4 a_tint;
layout(location = 4) in uint a_flags;   // 1 right border, 2 dotted, 4 arrowhead, 8 start, 16 end
out vec3 way;  // from the start, to the end, across; in device pixels
flat out vec3 shape;  // half width, dot period or 0, dot length
flat out vec4 tint;
void main() {
  float scale = camera.z, zoom = scale / camera.w;
  float wanted = a_form.z * scale;
  float width = max(wanted, 1.2);
  float side = (a_flags & 1u) != 0u ? -1.0 : 1.0;
  float strength = clamp(0.3 + 0.7 * wanted / width, 0.0, 1.0);
  if ((a_flags & 4u) != 0u) strength *= smoothstep(0.2, 0.45, zoom);
  tint = Premultiplied(a_tint) * strength;
  float reach = width * 0.5 + kSoft;
  shape = vec3(width * 0.5, (a_flags & 2u) != 0u ? kDotPeriod * scale : 0.0, scale);
  float past = (a_flags & 8u) != 0u ? -reach : (a_flags & 16u) != 0u ? reach : 0.0;  // room for a round end
  way = vec3(a_form.x * scale + past, a_form.y * scale - past, side * reach);
  vec2 pixel = (a_at - camera.xy) * scale + a_normal * (side * reach) + vec2(-a_normal.y, a_normal.x) * past;
  gl_Position = strength > 0.0 ? Placed(pixel) : vec4(2.0, 2.0, 0.0, 1.0);
}
)";

const char* const kCurveFragmentShader = R"(
in vec3 way;
flat in vec3 shape;
flat in vec4 tint;
out vec4 color;
void main() {
  float solid = Covered(length(vec2(max(max(-way.x, -way.y), 0.0), way.z)) - shape.x);
  if (shape.y > 0.0) {
    float along = abs(mod(way.x, shape.y) - 0.5 * shape.y) - 0.5 * shape.z;
    float dotted = Covered(length(vec2(max(along, 0.0), way.z)) - shape.x);
    solid = mix(solid * kDotsAverage, dotted, smoothstep(kLeastPeriod, 2.0 * kLeastPeriod, shape.y));
  }
  color = tint * solid;
}
)";

const char* const kBoxVertexShader = R"(
layout(location = 0) in vec4 a_box;
layout(location = 1) in vec4 a_form;
layout(location = 2) in vec4 a_fill;
layout(location = 3) in vec4 a_line;
out vec2 local;
flat out vec4 form;  // half size, radius, half stroke
flat out vec4 fill;
flat out vec4 line;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1) * 2.0 - 1.0;
  vec2 half_size = a_box.zw * camera.z;
  float stroke = a_form.y * camera.z;
  float half_stroke = max(stroke, 1.0) * 0.5;
  fill = Premultiplied(a_fill);
  line = vec4(a_line.rgb, 1.0) * (a_line.a * (stroke > 0.0 ? clamp(0.35 + 0.65 * stroke, 0.0, 1.0) : 0.0));
  form = vec4(half_size, min(a_form.x * camera.z, min(half_size.x, half_size.y)), half_stroke);
  local = corner * (half_size + half_stroke + kSoft);
  gl_Position = Placed((a_box.xy - camera.xy) * camera.z + local);
}
)";

const char* const kBoxFragmentShader = R"(
in vec2 local;
flat in vec4 form;
flat in vec4 fill;
flat in vec4 line;
out vec4 color;
void main() {
  vec2 q = abs(local) - form.xy + form.z;
  float away = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - form.z;
  vec4 edge = line * Covered(abs(away) - form.w);
  color = edge + fill * (Covered(away) * (1.0 - edge.a));
}
)";

// Of a curve that is a few pixels wide nobody sees the ends: there it is a distance from the middle, which is quickest.
const char* const kThinCurveVertexShader = R"(
layout(location = 0) in vec2 a_at;
layout(location = 1) in vec2 a_normal;
layout(location = 2) in vec3 a_form;
layout(location = 3) in vec4 a_tint;
layout(location = 4) in uint a_flags;
out float across;
flat out float half_width;
flat out vec4 tint;
void main() {
  float scale = camera.z, zoom = scale / camera.w;
  float wanted = a_form.z * scale;
  float width = max(wanted, 1.2);
  float strength = clamp(0.3 + 0.7 * wanted / width, 0.0, 1.0);
  if ((a_flags & 4u) != 0u) strength *= smoothstep(0.2, 0.45, zoom);
  if ((a_flags & 2u) != 0u) strength *= kDotsAverage;
  tint = Premultiplied(a_tint) * strength;
  half_width = width * 0.5;
  across = (half_width + kSoft) * ((a_flags & 1u) != 0u ? -1.0 : 1.0);
  vec2 pixel = (a_at - camera.xy) * scale + a_normal * across;
  gl_Position = strength > 0.0 ? Placed(pixel) : vec4(2.0, 2.0, 0.0, 1.0);
}
)";

const char* const kThinCurveFragmentShader = R"(
in float across;
flat in float half_width;
flat in vec4 tint;
out vec4 color;
void main() { color = tint * Covered(abs(across) - half_width); }
)";

// kLeastLabel and kFullLabel of view/scene/glyph_mesh.hpp.
const char* const kGlyphVertexShader = R"(
layout(location = 0) in vec2 a_at;
layout(location = 1) in vec2 a_uv;
layout(location = 2) in float a_size;
layout(location = 3) in vec4 a_tint;
out vec2 uv;
out vec4 tint;
void main() {
  float alpha = a_tint.a * clamp((a_size * camera.z / camera.w - 4.0) / 2.0, 0.0, 1.0);
  tint = vec4(a_tint.rgb * alpha, alpha);
  uv = a_uv;
  gl_Position = Placed((a_at - camera.xy) * camera.z);
}
)";

const char* const kPanelVertexShader = R"(
layout(location = 0) in vec2 a_at;
layout(location = 1) in vec2 a_uv;
layout(location = 2) in vec4 a_tint;
out vec2 uv;
out vec4 tint;
void main() {
  tint = Premultiplied(a_tint);
  uv = a_uv;
  gl_Position = Placed(a_at - target.xy);
}
)";

const char* const kTexturedFragmentShader = R"(
uniform sampler2D atlas;
in vec2 uv;
in vec4 tint;
out vec4 color;
void main() {
  vec4 glyph = texture(atlas, uv);
  color = tint * vec4(glyph.rgb * glyph.a, glyph.a);
}
)";

const char* const kCachedFrameVertexShader = R"(
out vec2 uv;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1);
  uv = vec2(corner.x, 1.0 - corner.y);
  gl_Position = Placed(place.xy + corner * place.zw);
}
)";

const char* const kCachedFrameFragmentShader = R"(
uniform sampler2D picture;
in vec2 uv;
out vec4 color;
void main() { color = texture(picture, uv); }
)";

}  // namespace waymark
