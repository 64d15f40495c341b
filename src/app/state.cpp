#include "app/state.hpp"

#include <algorithm>
#include <cassert>

namespace waymark {

OpenRoadmap::OpenRoadmap(Document d)
    : document(std::move(d)), roadmap(document.roadmap()), graph(document.graph()), layouter(roadmap, graph) {}

std::expected<std::unique_ptr<OpenRoadmap>, std::vector<Error>> OpenRoadmap::Make(Roadmap roadmap) {
  auto document = Document::Make(std::move(roadmap));
  if (!document) return std::unexpected(std::move(document.error()));
  return std::make_unique<OpenRoadmap>(std::move(*document));
}

float Animation::Advance(double now_ms) {
  if (!start_ms) start_ms = now_ms;
  if (duration_ms <= 0) return 1;
  return static_cast<float>(std::clamp((now_ms - *start_ms) / duration_ms, 0.0, 1.0));
}

NodeIndex NodeOf(const AppState& state, SkillKey key) {
  return state.open && key.value != 0 ? GraphOf(state).FindKey(key) : kNoNode;
}

const Skill& SkillAt(const AppState& state, NodeIndex node) {
  assert(state.open && node < RoadmapOf(state).skills.size());
  return RoadmapOf(state).skills[node];
}

const MapLayout& ShownLayout(const AppState& state) {
  return state.transition ? state.transition->frame->layout : state.layout;
}

std::span<const float> NodeOpacity(const AppState& state) {
  return state.transition ? std::span<const float>(state.transition->frame->node_opacity) : std::span<const float>();
}

std::span<const float> EdgeOpacity(const AppState& state) {
  return state.transition ? std::span<const float>(state.transition->frame->edge_opacity) : std::span<const float>();
}

Hit HitAt(const AppState& state, ScreenPoint at, PointerPrecision precision) {
  if (!state.hit_tester) return {};
  return state.hit_tester->At(state.camera, state.viewport, at, state.detail.detail, precision);
}

bool Animating(const AppState& state) {
  return state.transition.has_value() || state.flight.has_value() || state.flash.has_value();
}

}  // namespace waymark
