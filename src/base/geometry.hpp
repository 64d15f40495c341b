// Points, sizes and rectangles in two spaces that the type system keeps apart.
//
// World: the map's own units; one unit is one CSS pixel at zoom 1; x grows right, y grows down.
// Screen: CSS pixels from the canvas' top left corner.
#pragma once

#include <algorithm>

namespace waymark {

struct WorldSpace {};
struct ScreenSpace {};

template <class Space>
struct Vec {
  float x = 0;
  float y = 0;

  friend constexpr bool operator==(Vec, Vec) = default;
  friend constexpr Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
  friend constexpr Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
  friend constexpr Vec operator*(Vec a, float k) { return {a.x * k, a.y * k}; }
};

template <class Space>
struct Rect {
  float x = 0;  // left
  float y = 0;  // top
  float w = 0;
  float h = 0;

  friend constexpr bool operator==(const Rect&, const Rect&) = default;
  constexpr float Right() const { return x + w; }
  constexpr float Bottom() const { return y + h; }
  constexpr Vec<Space> Center() const { return {x + w * 0.5f, y + h * 0.5f}; }
  constexpr Vec<Space> TopLeft() const { return {x, y}; }
  constexpr bool Empty() const { return w <= 0 || h <= 0; }
  constexpr bool Contains(Vec<Space> p) const { return p.x >= x && p.y >= y && p.x < Right() && p.y < Bottom(); }
  // Touching borders do not intersect.
  constexpr bool Intersects(const Rect& o) const {
    return x < o.Right() && o.x < Right() && y < o.Bottom() && o.y < Bottom();
  }
  constexpr Rect Inflated(float by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
  // The smallest rectangle that holds both; an empty one adds nothing.
  constexpr Rect United(const Rect& o) const {
    if (Empty()) return o;
    if (o.Empty()) return *this;
    const float left = std::min(x, o.x), top = std::min(y, o.y);
    return {left, top, std::max(Right(), o.Right()) - left, std::max(Bottom(), o.Bottom()) - top};
  }
};

using WorldPoint = Vec<WorldSpace>;
using WorldVector = Vec<WorldSpace>;
using WorldRect = Rect<WorldSpace>;
using ScreenPoint = Vec<ScreenSpace>;
using ScreenVector = Vec<ScreenSpace>;
using ScreenRect = Rect<ScreenSpace>;

struct Size {
  float w = 0;
  float h = 0;

  friend constexpr bool operator==(Size, Size) = default;
};

}  // namespace waymark
