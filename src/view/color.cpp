#include "view/color.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace waymark {
namespace {

struct Linear {  // linear-light sRGB
  double r, g, b;
};
struct Lab {
  double l, a, b;
};

double ToLinear(std::uint32_t byte) {
  const double v = byte / 255.0;
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

std::uint32_t ToByte(double linear) {
  const double v = std::clamp(linear, 0.0, 1.0);
  const double encoded = v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
  return static_cast<std::uint32_t>(std::lround(encoded * 255));
}

Linear Decode(Color c) { return {ToLinear(c.rgba >> 24), ToLinear(c.rgba >> 16 & 0xff), ToLinear(c.rgba >> 8 & 0xff)}; }

Color Encode(Linear c) { return {ToByte(c.r) << 24 | ToByte(c.g) << 16 | ToByte(c.b) << 8 | 0xff}; }

// The matrices are Ottosson's.
Lab ToLab(Linear c) {
  const double l = std::cbrt(0.4122214708 * c.r + 0.5363325363 * c.g + 0.0514459929 * c.b);
  const double m = std::cbrt(0.2119034982 * c.r + 0.6806995451 * c.g + 0.1073969566 * c.b);
  const double s = std::cbrt(0.0883024619 * c.r + 0.2817188376 * c.g + 0.6299787005 * c.b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Linear FromLab(Lab c) {
  const double l = std::pow(c.l + 0.3963377774 * c.a + 0.2158037573 * c.b, 3);
  const double m = std::pow(c.l - 0.1055613458 * c.a - 0.0638541728 * c.b, 3);
  const double s = std::pow(c.l - 0.0894841775 * c.a - 1.2914855480 * c.b, 3);
  return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
          -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
          -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool InGamut(Linear c) {
  constexpr double kSlack = 1e-4;  // well under half a step of eight bits
  const auto in = [](double v) { return v >= -kSlack && v <= 1 + kSlack; };
  return in(c.r) && in(c.g) && in(c.b);
}

double Luminance(Color c) {
  const Linear v = Decode(c);
  return 0.2126 * v.r + 0.7152 * v.g + 0.0722 * v.b;
}

}  // namespace

Color Oklch(float lightness, float chroma, float hue) {
  const double angle = hue * std::numbers::pi / 180;
  const auto at = [&](double c) { return FromLab({lightness, c * std::cos(angle), c * std::sin(angle)}); };
  if (InGamut(at(chroma))) return Encode(at(chroma));
  double inside = 0, outside = chroma;
  for (int i = 0; i < 24; ++i) {
    const double middle = (inside + outside) / 2;
    (InGamut(at(middle)) ? inside : outside) = middle;
  }
  return Encode(at(inside));
}

Color Mix(Color a, Color b, float share) {
  const Lab x = ToLab(Decode(a)), y = ToLab(Decode(b));
  const double k = std::clamp(static_cast<double>(share), 0.0, 1.0);
  return Encode(FromLab({y.l + (x.l - y.l) * k, y.a + (x.a - y.a) * k, y.b + (x.b - y.b) * k}));
}

Color Over(Color top, Color bottom) {
  const double k = top.Alpha();
  std::uint32_t out = 0xff;
  for (const int shift : {24, 16, 8}) {
    const double a = top.rgba >> shift & 0xff, b = bottom.rgba >> shift & 0xff;
    out |= static_cast<std::uint32_t>(std::lround(b + (a - b) * k)) << shift;
  }
  return {out};
}

float ContrastRatio(Color a, Color b) {
  const double x = Luminance(a), y = Luminance(b);
  return static_cast<float>((std::max(x, y) + 0.05) / (std::min(x, y) + 0.05));
}

}  // namespace waymark
