#include "ui/scene_cache.hpp"

#include <algorithm>

#include "plan/remaining_prerequisites.hpp"

namespace waymark {
namespace {

// Makes a scene that takes longer than a frame.
constexpr std::size_t kLargeMap = 4000;  // shapes
constexpr float kFaded = 0.17f;          // its place can be seen, and its neighbours' edges through it

}  // namespace

void SceneCache::FadeBy(const AppState& state) {
  node_opacity_.clear();
  edge_opacity_.clear();
  if (!state.matches.Active()) return;
  const MapLayout& layout = ShownLayout(state);
  const auto solid = [&](NodeIndex node) { return state.matches.Faded(node) ? kFaded : 1.0f; };
  const std::span<const float> nodes = NodeOpacity(state), edges = EdgeOpacity(state);
  for (NodeIndex node = 0; node < layout.rect.size(); ++node)
    node_opacity_.push_back(solid(node) * (nodes.empty() ? 1.0f : nodes[node]));
  for (std::size_t e = 0; e < layout.edges.size(); ++e) {
    const MapEdge& edge = layout.edges[e];
    edge_opacity_.push_back(std::min(solid(edge.from), solid(edge.to)) * (edges.empty() ? 1.0f : edges[e]));
  }
}

SceneInput SceneCache::InputFor(const AppState& state, LevelOfDetail detail) const {
  return {.roadmap = RoadmapOf(state),
          .graph = GraphOf(state),
          .layout = ShownLayout(state),
          .summary = state.summary,
          .theme = ThemeFor(state.settings.dark, state.settings.high_contrast),
          .messages = *state.messages,
          .hues = hues_,
          .detail = detail,
          .node_opacity = NodeOpacity(state),
          .edge_opacity = EdgeOpacity(state),
          .theirs = state.preview ? &state.preview->theirs : nullptr,
          .revision = revision_};
}

void SceneCache::RefreshWay(const AppState& state, const MapKey& map_key) {
  const WayKey way_key = {map_key, state.selected};
  if (way_key_ == way_key) return;
  way_key_ = way_key;
  const NodeIndex selected = NodeOf(state, state.selected);
  if (selected == kNoNode) {
    way_ = {};
    return;
  }
  const RemainingKey remaining_key = {state.revision.graph, state.revision.progress, state.selected};
  if (remaining_key_ != remaining_key) {
    remaining_key_ = remaining_key;
    remaining_ = RemainingPrerequisitesOf(GraphOf(state), RoadmapOf(state), state.summary, {&selected, 1}).skills;
  }
  way_ = BuildWay(InputFor(state, map_key.detail), selected, remaining_);
}

bool SceneCache::Refresh(const AppState& state, bool moving) {
  if (!state.open) return true;
  const Revisions& r = state.revision;
  MapKey map_key = {r.graph, r.expansion, r.pins, r.progress, r.shared, r.motion, r.settings, r.filter, state.detail};
  const bool large = map_.shapes.size() + map_.under.size() > kLargeMap;
  if (moving && large) map_key.detail = map_key_->detail;
  if (map_key_ != map_key) {
    if (!map_key_ || map_key_->graph != r.graph) hues_ = TrackHues(GraphOf(state));
    map_key_ = map_key;
    ++revision_;
    FadeBy(state);
    SceneInput input = InputFor(state, map_key.detail);
    if (!node_opacity_.empty()) {
      input.node_opacity = node_opacity_;
      input.edge_opacity = edge_opacity_;
    }
    map_ = BuildScene(input);
    minimap_ = MinimapItems(input);
  }
  const OverlayKey overlay_key = {map_key, r.interaction, r.drag, r.flash};
  if (overlay_key_ != overlay_key) {
    overlay_key_ = overlay_key;
    ++revision_;
    RefreshWay(state, map_key);
    OverlayInput overlay = {.selected = NodeOf(state, state.selected),
                            .hovered = NodeOf(state, state.hovered),
                            .drag = std::nullopt,
                            .way = &way_};
    if (state.drag) overlay.drag = DragGhost{NodeOf(state, state.drag->skill), state.drag->top_left};
    overlay.show_selected = overlay.selected != kNoNode && state.matches.Faded(overlay.selected);
    overlay.show_hovered = overlay.hovered != kNoNode && state.matches.Faded(overlay.hovered);
    if (state.flash) overlay.flash = FlashRing{NodeOf(state, state.flash->skill), state.flash->phase};
    overlay_ = BuildOverlay(InputFor(state, map_key.detail), overlay);
  }
  return map_key.detail == state.detail;
}

}  // namespace waymark
