#include "platform/picture.hpp"

namespace waymark {

SceneInput Picture::InputFor(const AppState& state) const {
  return {.roadmap = RoadmapOf(state),
          .graph = GraphOf(state),
          .layout = ShownLayout(state),
          .summary = state.summary,
          .theme = ThemeFor(state.settings.dark, state.settings.high_contrast),
          .hues = hues_,
          .detail = state.detail,
          .node_opacity = NodeOpacity(state),
          .edge_opacity = EdgeOpacity(state),
          .theirs = state.preview ? &state.preview->theirs : nullptr,
          .window = {},
          .revision = revision_};
}

void Picture::Refresh(const AppState& state) {
  if (!state.open) return;
  const Revisions& r = state.revision;
  const MapKey map_key = {r.graph, r.expansion, r.pins, r.progress, r.shared, r.motion, r.settings, state.detail};
  if (map_key_ != map_key) {
    if (!map_key_ || map_key_->graph != r.graph) hues_ = TrackHues(GraphOf(state));
    map_key_ = map_key;
    ++revision_;
    const SceneInput input = InputFor(state);
    map_ = BuildScene(input);
    minimap_ = MinimapItems(input);
  }
  const OverlayKey overlay_key = {map_key, r.interaction, r.drag};
  if (overlay_key_ != overlay_key) {
    overlay_key_ = overlay_key;
    ++revision_;
    OverlayInput overlay = {.selected = NodeOf(state, state.selected), .hovered = NodeOf(state, state.hovered), .drag = std::nullopt};
    if (state.drag) overlay.drag = DragGhost{NodeOf(state, state.drag->skill), state.drag->top_left};
    overlay_ = BuildOverlay(InputFor(state), overlay);
  }
}

}  // namespace waymark
