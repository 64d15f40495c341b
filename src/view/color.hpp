// Colours, and the arithmetic that keeps them equally light: OKLab and its polar form OKLCH.
//
// Source: Björn Ottosson, "A perceptual color space for image processing", 2020,
// https://bottosson.github.io/posts/oklab/.
#pragma once

#include <cstdint>

namespace waymark {

// Straight (not premultiplied) sRGB, 0xRRGGBBAA.
struct Color {
  std::uint32_t rgba = 0;

  friend constexpr bool operator==(Color, Color) = default;
  constexpr Color WithAlpha(float a) const {
    return {(rgba & 0xffffff00u) | static_cast<std::uint32_t>(a * 255.0f + 0.5f)};
  }
  constexpr float Alpha() const { return static_cast<float>(rgba & 0xffu) / 255.0f; }
  // The alpha it has, times `k` in [0,1].
  constexpr Color Faded(float k) const { return WithAlpha(Alpha() * k); }
};

// oklch(lightness chroma hue): lightness in [0,1], hue in degrees. Where sRGB lacks the colour its chroma is lowered
// until it fits; lightness and hue stay. Opaque.
Color Oklch(float lightness, float chroma, float hue);

// `share` of `a` and the rest of `b`, mixed in OKLab like CSS color-mix(in oklab, …). Opaque.
Color Mix(Color a, Color b, float share);

// `top` laid over the opaque `bottom` as a screen does it (in sRGB). Opaque.
Color Over(Color top, Color bottom);

// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
float ContrastRatio(Color a, Color b);

}  // namespace waymark
