// Somebody else's progress on the map: seen at every level of detail, and gone when it is dismissed.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "unit/view/sample_map.hpp"
#include "view/scene/scene_builder.hpp"

namespace waymark {
namespace {

std::size_t AccentShapes(const Scene& scene, const Theme& theme) {
  return static_cast<std::size_t>(std::ranges::count_if(
      scene.shapes, [&](const Shape& s) { return s.fill == theme.accent || s.stroke == theme.accent; }));
}

TEST_CASE("Scene_ShowsSomebodyElsesStatesAtEveryLevelOfDetail") {
  const SampleMap map(4, 7, {0, 16});
  const Graph& graph = map.graph();
  const Roadmap& roadmap = map.Input().roadmap;
  Progress theirs;
  for (NodeIndex node = 0; node < graph.size(); ++node) {
    if (!graph.IsGroup(node))
      theirs.Set(roadmap.skills[node].key, node % 2 == 0 ? SkillState::kDone : SkillState::kLearning);
  }
  const ProgressSummary summary = ProgressSummary::Of(graph, roadmap, theirs);
  std::size_t cards = 0;
  for (NodeIndex node = 0; node < graph.size(); ++node)
    cards += map.layout.visible[node] && !map.layout.expanded[node] ? 1u : 0u;
  constexpr LevelOfDetail kLevels[] = {{Detail::kFar, 0}, {Detail::kFar, 3},  {Detail::kCompact, 0},
                                       {Detail::kMid, 0}, {Detail::kNear, 0}, {Detail::kClose, 0}};
  for (const LevelOfDetail level : kLevels) {
    INFO("detail " << int{static_cast<unsigned char>(level.detail)} << ", step " << int{level.far_step});
    SceneInput input = map.Input(level);
    const std::size_t alone = AccentShapes(BuildScene(input), input.theme);
    input.theirs = &summary;
    CHECK(AccentShapes(BuildScene(input), input.theme) >= alone + cards);
  }
}

}  // namespace
}  // namespace waymark
