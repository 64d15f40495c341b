// Where every card of a roadmap stands: groups nested, each expanded or collapsed, each level a layered drawing of its
// own. An edge between skills is lifted to the two siblings that hold its ends, at the level where they part, so the
// map shows one curve from track to track however many prerequisites it stands for. Since ranks and orders never depend
// on sizes, expanding a group only makes room: nothing changes places. Source of the nesting: Sander, "Layout of
// Compound Directed Graphs", Univ. des Saarlandes A/03/96, 1996, with every level laid out by itself.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "base/ids.hpp"
#include "graph/graph.hpp"
#include "layout/card_size.hpp"
#include "layout/sibling_level.hpp"

namespace waymark {

// World units.
inline constexpr float kAreaPadding = 26;      // between an expanded area's border and its cards
inline constexpr float kAreaTitleHeight = 48;  // above them

struct MapEdge {
  NodeIndex from = kNoNode;
  NodeIndex to = kNoNode;  // siblings, both visible
  std::vector<PrerequisiteEdge> stands_for;
  std::vector<WorldPoint> points;  // polyline through the bends; drawn as a smooth curve
  bool against_flow = false;       // the groups need each other; drawn upward
};

// By node index; a node inside a collapsed group is not visible and its rect is that of the group that hides it.
struct MapLayout {
  std::vector<WorldRect> rect;
  std::vector<bool> visible;
  std::vector<bool> expanded;       // visible, a group, and showing its children
  std::vector<WorldPoint> content;  // of an expanded group: the origin that its children's pins count from
  std::vector<MapEdge> edges;
  WorldRect bounds;
};

// A card that somebody dragged: its top left corner relative to where its parent's content begins (the origin at the
// top).
using Pins = std::map<SkillKey, WorldVector>;

// Holds what depends on the graph alone (card sizes, lifted edges, ranks, orders, and where the collapsed cards of each
// level stand), so that a change of expansion or a drag only places again. Owns nothing it is given; graph and roadmap
// must outlive it.
class MapLayouter {
 public:
  // Each level is laid out once, with a quality that depends on its size. `top_aspect` is the width over height that
  // the top level aims for.
  MapLayouter(const Roadmap& roadmap, const Graph& graph, float top_aspect = 1.35f);

  // Follows a change of the roadmap and its graph, which stand where they stood: levels whose cards, sizes and edges
  // are the same keep their drawing, the others are laid out anew with every untouched card in its order; levels of new
  // groups are laid out as by the constructor. Returns how many were laid out. O(nodes + edges) beside those.
  int Update();

  // `expanded` holds one flag a node; flags of skills that are not groups are ignored. Every card stands as near as it
  // can to where it stood when all was collapsed. A dragged card stands exactly where it was put and the others make
  // room; two dragged cards may overlap each other only. Pins that are no numbers are ignored. Deterministic. O(nodes +
  // edges), and for the siblings of dragged cards what PinCards says.
  MapLayout Place(std::span<const bool> expanded, const Pins& pins) const;

  Size CardSize(NodeIndex node) const { return card_size_[node]; }
  // The pin that keeps `node` at `top_left` of the world, given the drawing it is seen in, where its parent is
  // expanded.
  WorldVector PinFor(NodeIndex node, WorldPoint top_left, const MapLayout& seen) const;

 private:
  void MeasureCards();

  const Roadmap& roadmap_;
  const Graph& graph_;
  std::vector<SkillKey> keys_;  // of each node
  std::vector<Size> card_size_;
  std::vector<SiblingLevel> levels_;     // the top, then the groups in preorder
  std::vector<float> area_title_width_;  // of each group
  float top_aspect_;
};

}  // namespace waymark
