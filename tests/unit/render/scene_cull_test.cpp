#include "render/scene_cull.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

namespace waymark {
namespace {

constexpr std::size_t kSide = 90;  // 8100 boxes: more than a view may hold
constexpr float kCell = 100, kBox = 60;

// A square of boxes in rows, each with a line to the one a row below and far to the right.
struct Grid {
  std::vector<Shape> boxes;
  std::vector<Curve> lines;
  std::vector<ShapeVertex> shapes;
  CurveMesh curves;

  explicit Grid(std::size_t side) {
    for (std::size_t i = 0; i < side * side; ++i) {
      Shape box;
      box.rect = {static_cast<float>(i % side) * kCell, static_cast<float>(i / side) * kCell, kBox, kBox};
      box.fill = {0xffffffff};
      boxes.push_back(box);
      const WorldPoint from = box.rect.Center(), to = {from.x + 20 * kCell, from.y + kCell};
      const WorldVector third = (to - from) * (1.0f / 3);
      lines.push_back({.points = {from, from + third, to - third, to}, .color = {0xffffffff}, .arrow = false});
    }
    AppendShapes(boxes, shapes);
    AppendCurves(lines, curves);
  }
};

constexpr WorldRect kNearView = {2000, 2000, 640, 360};

// First vertices of the quads from index `begin` on.
std::vector<std::uint32_t> Quads(std::span<const std::uint32_t> indices) {
  std::vector<std::uint32_t> firsts;
  for (std::size_t i = 0; i < indices.size(); i += kIndicesPerQuad) firsts.push_back(indices[i]);
  return firsts;
}

TEST_CASE("SceneCull_DrawsASmallSceneWhole") {
  const Grid grid(20);
  SceneCull cull;
  cull.SetScene(grid.shapes, 0, grid.curves);
  CHECK(cull.Look(kNearView, 1) == SceneCull::Answer::kWholeScene);
}

TEST_CASE("SceneCull_LeavesOutOnlyWhatIsOutOfView") {
  const Grid grid(kSide);
  SceneCull cull;
  cull.SetScene(grid.shapes, 0, grid.curves);
  REQUIRE(cull.Look(kNearView, 1) == SceneCull::Answer::kSome);
  const auto curve_quads = Quads(cull.indices().first(cull.curve_count()));
  const auto shape_quads = Quads(cull.indices().subspan(cull.curve_count()));
  CHECK(std::ranges::is_sorted(shape_quads));  // painter's order
  const std::set<std::uint32_t> drawn(shape_quads.begin(), shape_quads.end());
  for (std::uint32_t i = 0; i < grid.boxes.size(); ++i) {
    const bool in_view = grid.boxes[i].rect.Intersects(kNearView);
    if (in_view) CHECK(drawn.contains(4 * i));
  }
  CHECK(drawn.size() < 200);
  // A line crosses the view when one of many points along it is in it.
  std::set<std::uint32_t> lines(curve_quads.begin(), curve_quads.end());
  for (std::size_t i = 0; i < grid.curves.indices.size(); i += kIndicesPerQuad) {
    const std::uint32_t first = grid.curves.indices[i];
    const CurveVertex &a = grid.curves.vertices[first], &b = grid.curves.vertices[first + 2];
    bool crosses = false;
    for (int k = 0; k <= 200; ++k) {
      const float t = static_cast<float>(k) / 200;
      crosses = crosses || kNearView.Contains({a.at[0] + (b.at[0] - a.at[0]) * t, a.at[1] + (b.at[1] - a.at[1]) * t});
    }
    if (crosses) CHECK(lines.contains(first));
  }
  CHECK(lines.size() < 400);
}

TEST_CASE("SceneCull_KeepsShapesUnderTheCurvesApart") {
  const Grid grid(kSide);
  const std::size_t under = 30 * kSide;
  SceneCull cull;
  cull.SetScene(grid.shapes, under, grid.curves);
  REQUIRE(cull.Look(kNearView, 1) == SceneCull::Answer::kSome);
  const auto below = Quads(cull.indices().first(cull.under_count()));
  const auto above = Quads(cull.indices().subspan(cull.under_count() + cull.curve_count()));
  CHECK(std::ranges::all_of(below, [&](std::uint32_t first) { return first < 4 * under; }));
  CHECK(std::ranges::all_of(above, [&](std::uint32_t first) { return first >= 4 * under; }));
}

TEST_CASE("SceneCull_NamesAViewOfTooMuchHeavy") {
  const Grid grid(kSide);
  SceneCull cull;
  cull.SetScene(grid.shapes, 0, grid.curves);
  const WorldRect whole = {0, 0, kSide * kCell, kSide * kCell};
  CHECK(cull.Look(whole, 1) == SceneCull::Answer::kHeavy);
  CHECK(cull.Look(kNearView, 1) == SceneCull::Answer::kSome);
  CHECK(cull.Look(whole, 1) == SceneCull::Answer::kHeavy);
}

TEST_CASE("SceneCull_APanInsideItsWindowChangesNothing") {
  const Grid grid(kSide);
  SceneCull cull;
  cull.SetScene(grid.shapes, 0, grid.curves);
  cull.Look(kNearView, 1);
  const std::uint64_t version = cull.version();
  const std::uint32_t* const indices = cull.indices().data();
  WorldRect view = kNearView;
  view.x += view.w * 0.2f;
  CHECK(cull.Look(view, 1) == SceneCull::Answer::kSome);
  CHECK(cull.version() == version);
  view.x += view.w * 0.2f;
  cull.Look(view, 1);
  CHECK(cull.version() != version);
  // The room of the first look is enough for the second.
  CHECK(cull.indices().data() == indices);
}

}  // namespace
}  // namespace waymark
