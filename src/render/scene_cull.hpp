// What of a large scene meets the view, as indices of the triangles to draw: kept for a window around the view, so that
// a pan does nothing until it leaves the window.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "render/curve_mesh.hpp"
#include "render/shape_mesh.hpp"

namespace waymark {

class SceneCull {
 public:
  // Scenes with no more quads (shapes and straight pieces of curves) than this are drawn whole: the GPU clips them as
  // fast.
  static constexpr std::size_t kWhole = 2000;
  // A view with more in it and a quarter round it is heavy: too much to draw in every frame of a motion without a GPU.
  static constexpr std::size_t kHeavy = 3000;

  enum class Answer : unsigned char {
    kWholeScene,  // draw everything
    kSome,        // draw indices()
    kHeavy,       // more than kHeavy quads meet the view
  };

  // Takes a scene's quads, the first `under` shapes being drawn before the curves. O(quads).
  void SetScene(std::span<const ShapeVertex> shapes, std::size_t under, const CurveMesh& curves);
  // `pixel` is a device pixel in world units. O(quads) when the view left the window, else O(1).
  Answer Look(const WorldRect& view, float pixel);

  // Indices of the vertices: shapes under the curves, curves, shapes above. They change only in Look; `version` tells.
  std::span<const std::uint32_t> indices() const { return indices_; }
  std::size_t under_count() const { return under_count_; }
  std::size_t curve_count() const { return curve_count_; }
  std::uint64_t version() const { return version_; }

 private:
  struct Piece {  // a quad of a curve's ribbon, as the line in its middle
    float ax, ay, bx, by;
    std::uint32_t first;  // vertex
  };
  void Collect(const WorldRect& window);
  void AddShapes(const WorldRect& window, std::size_t from, std::size_t to);

  std::vector<WorldRect> shapes_;
  std::vector<Piece> pieces_;
  std::size_t under_ = 0;
  float reach_ = 0;  // how far a curve's border is from its middle
  std::vector<std::uint32_t> indices_;
  std::size_t under_count_ = 0;
  std::size_t curve_count_ = 0;
  std::uint64_t version_ = 0;
  bool looked_ = false;
  bool heavy_ = false;
  WorldRect window_;
  float looked_width_ = 0;  // of the view that window_ was made for
};

}  // namespace waymark
