#include "view/scene/scene_builder.hpp"

#include "view/cards/card_painter.hpp"
#include "view/scene/scene_parts.hpp"

namespace waymark {

Scene BuildScene(const SceneInput& input) {
  Scene scene;
  scene.revision = input.revision;
  const bool far = input.detail.detail == Detail::kFar;
  // Parents first: an area is painted before what is in it.
  for (const NodeIndex node : input.graph.Preorder()) {
    if (!input.layout.visible[node]) continue;
    if (input.layout.expanded[node]) {
      DrawArea(scene, input, node);
      if (far) DrawAggregatedArea(scene, input, node);
    } else if (far)
      DrawBlock(scene, input, node);
    else
      DrawCard(scene, input, node, input.layout.rect[node]);
  }
  DrawEdges(scene, input);
  if (far) DrawLabels(scene, input);
  return scene;
}

NodeIndex VisibleFor(const Graph& graph, const MapLayout& layout, NodeIndex node) {
  while (node != kNoNode && !layout.visible[node]) node = graph.Parent(node);
  return node;
}

std::vector<MinimapItem> MinimapItems(const SceneInput& input, std::size_t limit) {
  std::vector<MinimapItem> items;
  // Level by level, so that the limit cuts off the innermost and what is painted later lies on top.
  std::vector<NodeIndex> level(input.graph.Roots().begin(), input.graph.Roots().end()), next;
  while (!level.empty() && items.size() < limit) {
    next.clear();
    for (const NodeIndex node : level) {
      if (items.size() >= limit) break;
      if (!input.layout.visible[node]) continue;
      const bool area = input.layout.expanded[node];
      constexpr float kAreaShare = 0.3f, kCardShare = 0.78f;
      const Color hue = input.theme.hue[input.hues[node]];
      items.push_back(
          {node, input.layout.rect[node], Mix(hue, input.theme.surface, area ? kAreaShare : kCardShare), area});
      if (area) next.insert(next.end(), input.graph.Children(node).begin(), input.graph.Children(node).end());
    }
    level.swap(next);
  }
  return items;
}

}  // namespace waymark
