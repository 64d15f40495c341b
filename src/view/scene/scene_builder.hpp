// Turns a roadmap with its layout and progress into shapes. Two scenes: the map itself, which changes only with layout,
// progress, theme and level of detail; and the overlay above it (selection, hover, drag), which is small and changes
// often.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/message_catalogue.hpp"
#include "graph/graph.hpp"
#include "layout/map_layout.hpp"
#include "plan/progress_summary.hpp"
#include "view/level_of_detail.hpp"
#include "view/scene/scene.hpp"
#include "view/theme.hpp"

namespace waymark {

// Refers to what the caller owns; everything is of the same graph and lives during the call.
struct SceneInput {
  const Roadmap& roadmap;
  const Graph& graph;
  const MapLayout& layout;  // or that of a TransitionFrame
  const ProgressSummary& summary;
  const Theme& theme;
  const MessageCatalogue& messages;
  std::span<const std::uint8_t> hues;  // TrackHues(graph)
  LevelOfDetail detail;
  std::span<const float> node_opacity = {};  // by node; empty: all solid
  std::span<const float> edge_opacity = {};  // by position in layout.edges; empty: all solid
  const ProgressSummary* theirs = nullptr;   // somebody else's, drawn as a second mark or ring
  std::uint64_t revision = 0;                // copied into the scene
};

// One card or area for every visible node, one curve for every edge; from afar without the cards and edges that would
// be less than a pixel or three. Every label fits its card and no two labels overlap. O(visible nodes + edge points).
Scene BuildScene(const SceneInput& input);

struct DragGhost {
  NodeIndex node = kNoNode;
  WorldPoint top_left;  // world position it would be dropped at
};

struct FlashRing {
  NodeIndex node = kNoNode;
  float phase = 0;  // 0 to 1
};

// The way to `selected`: every prerequisite not yet met (`remaining`, as RemainingPrerequisitesOf gives it), by its
// true edges, along the routes of the map where there is one. O(nodes + edges).
Scene BuildWay(const SceneInput& input, NodeIndex selected, std::span<const NodeIndex> remaining);

struct OverlayInput {
  NodeIndex selected = kNoNode;  // a node that no card shows is ringed at the group that hides it
  NodeIndex hovered = kNoNode;
  std::optional<DragGhost> drag;
  // Faded in the map, and drawn here in full.
  bool show_selected = false;
  bool show_hovered = false;
  std::optional<FlashRing> flash = std::nullopt;
  const Scene* way = nullptr;  // drawn below the rest
};

// Selection ring, hover shade, the way to the selected skill, the card being dragged. Draw it above the map. O(what is
// drawn).
Scene BuildOverlay(const SceneInput& input, const OverlayInput& overlay);

// The card or area that stands for `node`: itself when visible, else the nearest group that hides it. O(depth).
NodeIndex VisibleFor(const Graph& graph, const MapLayout& layout, NodeIndex node);

struct MinimapItem {
  NodeIndex node = kNoNode;
  WorldRect rect;
  Color color;        // opaque
  bool area = false;  // expanded; its groups inside follow
};

// Top-level groups and what is in the expanded ones, as coloured boxes in painter's order; at most `limit`.
std::vector<MinimapItem> MinimapItems(const SceneInput& input, std::size_t limit = 600);

}  // namespace waymark
