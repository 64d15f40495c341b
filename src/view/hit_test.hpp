// What is under the pointer: the deepest thing, small targets first.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/spatial_index.hpp"
#include "graph/graph.hpp"
#include "layout/map_layout.hpp"
#include "view/camera.hpp"
#include "view/level_of_detail.hpp"

namespace waymark {

enum class HitKind : std::uint8_t {
  kGround,
  kEdge,
  kArea,       // inside an expanded area, beside its cards: pans like the ground
  kAreaTitle,  // its title strip: selects and drags the group
  kCard,
  kStateMark,  // of a skill's card
  kCaret,      // of a group's card or an area
};

struct Hit {
  HitKind kind = HitKind::kGround;
  NodeIndex node = kNoNode;  // but for ground and edge
  std::uint32_t edge = 0;    // of kEdge: position in MapLayout::edges

  friend bool operator==(const Hit&, const Hit&) = default;
};

enum class PointerPrecision : std::uint8_t { kFine, kCoarse };  // mouse and pen; finger

// The least side of a target in CSS pixels (WCAG 2.2, 2.5.8 and 2.5.5): smaller ones are hit from outside by as much.
inline constexpr float kFineTarget = 24;
inline constexpr float kCoarseTarget = 44;

// A group's name that is seen beyond its block or title strip (view/overview/label_placement.hpp).
struct NamePlate {
  NodeIndex node = kNoNode;
  WorldRect rect;
};

// Indexes one layout. Owns nothing: graph and layout must outlive it unchanged.
class HitTester {
 public:
  HitTester(const Graph& graph, const MapLayout& layout);

  // The names that are drawn over the map at the present level of detail: what is seen as the group's is hit as the
  // group.
  void SetNames(std::vector<NamePlate> names) { names_ = std::move(names); }

  // Allocates nothing. O(log nodes + rectangles at the point + edges near it + names).
  Hit At(const Camera& camera, const Viewport& viewport, ScreenPoint at, Detail detail,
         PointerPrecision precision) const;

  // Calls visit(node) for every visible card and expanded area that `window` meets.
  template <class Visit>
  void VisitVisible(const WorldRect& window, Visit&& visit) const {
    cards_.Query(window, [&](std::uint32_t node) { visit(static_cast<NodeIndex>(node)); });
  }

 private:
  struct Piece {  // one straight part of an edge
    std::uint32_t edge;
    WorldPoint from, to;
  };
  Hit NameAt(WorldPoint p, float least) const;
  Hit EdgeAt(WorldPoint p, float slop) const;

  const Graph& graph_;
  const MapLayout& layout_;
  SpatialIndex cards_;  // by node
  SpatialIndex pieces_index_;
  std::vector<Piece> pieces_;
  std::vector<NamePlate> names_;
};

}  // namespace waymark
