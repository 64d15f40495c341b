#include "layout/map_layout.hpp"

#include <algorithm>
#include <cmath>

#include "layout/implied_edges.hpp"
#include "layout/pinned_cards.hpp"

namespace waymark {
namespace {

constexpr float kAreaAspect = 1.6f;  // of an expanded group's content
constexpr float kTopNodeGap = 36, kTopLayerGap = 52;
constexpr float kInnerNodeGap = 28, kInnerLayerGap = 48;
constexpr float kFarthestPin = 1'000'000;  // beyond it a float no longer tells neighbouring units apart well enough
constexpr float kHeldWeight = 1000;        // so that a dragged card does not slip from under the pointer
// Siblings up to which a level is worth more work; a page should not wait for its first layout.
constexpr std::size_t kBestSiblings = 500, kBalancedSiblings = 5000;

LayeredOptions OptionsFor(const SiblingLevel& level, float top_aspect) {
  LayeredOptions options;
  const bool top = level.parent == kNoNode;
  options.aspect = top ? top_aspect : kAreaAspect;
  options.node_gap = top ? kTopNodeGap : kInnerNodeGap;
  options.layer_gap = top ? kTopLayerGap : kInnerLayerGap;
  options.quality = level.nodes.size() <= kBestSiblings       ? LayoutQuality::kBest
                    : level.nodes.size() <= kBalancedSiblings ? LayoutQuality::kBalanced
                                                              : LayoutQuality::kFast;
  return options;
}

struct Sizes {
  std::vector<Size> size;  // of every node: its card or, when expanded, its area
  std::vector<Hold>
      hold;  // an area grows away from where its cards stand, so that what is open or dragged inside stays
};

LayeredDrawing PlaceLevel(const SiblingLevel& level, const Sizes& all, const LayeredOptions& options,
                          const Roadmap& roadmap, const Pins& pins) {
  std::vector<Size> sizes;
  std::vector<Hold> holds;
  std::vector<PinnedCard> pinned;
  for (std::uint32_t i = 0; i < level.nodes.size(); ++i) {
    const NodeIndex node = level.nodes[i];
    sizes.push_back(all.size[node]);
    holds.push_back(all.hold[node]);
    if (pins.empty()) continue;
    const auto pin = pins.find(roadmap.skills[node].key);
    if (pin == pins.end() || !std::isfinite(pin->second.x) || !std::isfinite(pin->second.y)) continue;
    pinned.push_back({i,
                      {std::clamp(pin->second.x, -kFarthestPin, kFarthestPin),
                       std::clamp(pin->second.y, -kFarthestPin, kFarthestPin)}});
  }
  LayeredDrawing drawing = PlaceLayers(level.order, sizes, level.edges, options, holds);
  PinCards(drawing, level.edges, pinned, options.node_gap);
  return drawing;
}

}  // namespace

MapLayouter::MapLayouter(const Roadmap& roadmap, const Graph& graph, float top_aspect)
    : roadmap_(roadmap),
      graph_(graph),
      levels_(LiftEdges(graph)),
      area_title_width_(graph.size(), 0),
      top_aspect_(top_aspect) {
  DropImpliedEdges(levels_, graph);
  card_size_.reserve(graph.size());
  for (NodeIndex node = 0; node < graph.size(); ++node) {
    card_size_.push_back(CardSizeOf(roadmap.skills[node], graph.IsGroup(node)));
    if (graph.IsGroup(node)) area_title_width_[node] = AreaTitleWidth(roadmap.skills[node]);
  }
  for (SiblingLevel& level : levels_) {
    std::vector<Size> sizes;
    for (const NodeIndex node : level.nodes) sizes.push_back(card_size_[node]);
    const LayeredOptions options = OptionsFor(level, top_aspect);
    level.order = OrderLayers(static_cast<std::uint32_t>(sizes.size()), sizes, level.edges, options);
    AnchorLayers(level.order, sizes, level.edges, options);
  }
}

MapLayout MapLayouter::Place(std::span<const bool> expanded, const Pins& pins) const {
  const std::size_t count = graph_.size();
  MapLayout layout;
  layout.rect.resize(count);
  layout.visible.assign(count, false);
  layout.expanded.assign(count, false);
  layout.content.resize(count);

  // Which levels show, outermost first.
  std::vector<std::uint32_t> shown = {0};
  for (const NodeIndex root : graph_.Roots()) layout.visible[root] = true;
  for (std::uint32_t l = 1; l < levels_.size(); ++l) {
    const NodeIndex group = levels_[l].parent;
    if (!layout.visible[group] || !expanded[group]) continue;
    layout.expanded[group] = true;
    shown.push_back(l);
    for (const NodeIndex child : levels_[l].nodes) layout.visible[child] = true;
  }

  // Innermost first: an area is as large as what it holds.
  Sizes sizes{card_size_, std::vector<Hold>(count)};
  std::vector<LayeredDrawing> placed(shown.size());
  for (std::size_t i = shown.size(); i-- > 0;) {
    const SiblingLevel& level = levels_[shown[i]];
    placed[i] = PlaceLevel(level, sizes, OptionsFor(level, top_aspect_), roadmap_, pins);
    if (level.parent == kNoNode) continue;
    const WorldRect& bounds = placed[i].bounds;
    sizes.size[level.parent] = {std::max(bounds.w + 2 * kAreaPadding, area_title_width_[level.parent]),
                                bounds.h + kAreaTitleHeight + kAreaPadding};
    const bool dragged = std::ranges::any_of(level.nodes, [&](NodeIndex node) {
      return sizes.hold[node].weight > 1 || (!pins.empty() && pins.contains(roadmap_.skills[node].key));
    });
    sizes.hold[level.parent] = {level.order.width / 2 - bounds.Center().x, dragged ? kHeldWeight : 1};
  }

  // Outermost first: where each frame begins in the world.
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const SiblingLevel& level = levels_[shown[i]];
    LayeredDrawing& drawing = placed[i];
    WorldPoint origin;
    if (level.parent != kNoNode) {
      const WorldRect& area = layout.rect[level.parent];
      origin = {area.Center().x - drawing.bounds.Center().x, area.y + kAreaTitleHeight - drawing.bounds.y};
      layout.content[level.parent] = origin;
    } else {
      layout.bounds = drawing.bounds;
    }
    for (std::size_t k = 0; k < level.nodes.size(); ++k) {
      WorldRect& rect = layout.rect[level.nodes[k]] = drawing.nodes[k];
      rect.x += origin.x, rect.y += origin.y;
    }
    for (std::size_t e = 0; e < level.edges.size(); ++e) {
      for (WorldPoint& p : drawing.edges[e]) p = p + origin;
      layout.edges.push_back({level.nodes[level.edges[e].from], level.nodes[level.edges[e].to], level.stands_for[e],
                              std::move(drawing.edges[e]), false});
    }
    const std::size_t first = layout.edges.size() - level.edges.size();
    for (const std::uint32_t e : level.order.against_flow) layout.edges[first + e].against_flow = true;
  }
  for (const NodeIndex node : graph_.Preorder())
    if (!layout.visible[node]) layout.rect[node] = layout.rect[graph_.Parent(node)];
  return layout;
}

WorldVector MapLayouter::PinFor(NodeIndex node, WorldPoint top_left, const MapLayout& seen) const {
  const NodeIndex parent = graph_.Parent(node);
  return parent == kNoNode ? top_left : top_left - seen.content[parent];
}

}  // namespace waymark
