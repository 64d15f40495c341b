#include "layout/map_layout.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "layout/implied_edges.hpp"
#include "layout/layer_memory.hpp"
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

std::vector<Size> SizesOf(const SiblingLevel& level, std::span<const Size> card_size) {
  std::vector<Size> sizes;
  sizes.reserve(level.nodes.size());
  for (const NodeIndex node : level.nodes) sizes.push_back(card_size[node]);
  return sizes;
}

void LayOutLevel(SiblingLevel& level, std::span<const Size> sizes, const LayeredOptions& options) {
  level.order = OrderLayers(static_cast<std::uint32_t>(sizes.size()), sizes, level.edges, options);
  AnchorLayers(level.order, sizes, level.edges, options);
}

SkillKey KeyAt(std::span<const SkillKey> keys, NodeIndex node) { return node == kNoNode ? SkillKey{} : keys[node]; }

bool IsSame(const SiblingLevel& level, std::span<const Size> sizes, std::span<const SkillKey> keys,
            const SiblingLevel& old, std::span<const Size> old_sizes, std::span<const SkillKey> old_keys) {
  const auto same_edge = [](const LayeredEdge& a, const LayeredEdge& b) {
    return a.from == b.from && a.to == b.to && a.weight == b.weight;
  };
  return std::ranges::equal(
             level.nodes, old.nodes, {}, [&](NodeIndex node) { return keys[node]; },
             [&](NodeIndex node) { return old_keys[node]; }) &&
         std::ranges::equal(sizes, old_sizes) && std::ranges::equal(level.edges, old.edges, same_edge);
}

}  // namespace

MapLayouter::MapLayouter(const Roadmap& roadmap, const Graph& graph, float top_aspect)
    : roadmap_(roadmap), graph_(graph), levels_(LiftEdges(graph)), top_aspect_(top_aspect) {
  DropImpliedEdges(levels_, graph);
  MeasureCards();
  for (SiblingLevel& level : levels_) LayOutLevel(level, SizesOf(level, card_size_), OptionsFor(level, top_aspect));
}

void MapLayouter::MeasureCards() {
  keys_.clear();
  card_size_.clear();
  area_title_width_.assign(graph_.size(), 0);
  for (NodeIndex node = 0; node < graph_.size(); ++node) {
    const Skill& skill = roadmap_.skills[node];
    keys_.push_back(skill.key);
    card_size_.push_back(CardSizeOf(skill, graph_.IsGroup(node)));
    if (graph_.IsGroup(node)) area_title_width_[node] = AreaTitleWidth(skill);
  }
}

int MapLayouter::Update() {
  const std::vector<SkillKey> old_keys = std::move(keys_);
  const std::vector<Size> old_sizes = std::move(card_size_);
  std::vector<SiblingLevel> old_levels = std::exchange(levels_, LiftEdges(graph_));
  DropImpliedEdges(levels_, graph_);
  MeasureCards();
  std::unordered_map<SkillKey, SiblingLevel*> before;
  for (SiblingLevel& level : old_levels) before.emplace(KeyAt(old_keys, level.parent), &level);
  int laid_out = 0;
  for (SiblingLevel& level : levels_) {
    const std::vector<Size> sizes = SizesOf(level, card_size_);
    LayeredOptions options = OptionsFor(level, top_aspect_);
    const auto found = before.find(KeyAt(keys_, level.parent));
    if (found == before.end()) {
      LayOutLevel(level, sizes, options);
      ++laid_out;
      continue;
    }
    SiblingLevel& old = *found->second;
    if (IsSame(level, sizes, keys_, old, SizesOf(old, old_sizes), old_keys)) {
      level.order = std::move(old.order);
      continue;
    }
    std::unordered_map<SkillKey, std::uint32_t> place;
    for (std::uint32_t i = 0; i < level.nodes.size(); ++i) place.emplace(keys_[level.nodes[i]], i);
    std::vector<std::uint32_t> now_of;
    for (const NodeIndex node : old.nodes) {
      const auto now = place.find(old_keys[node]);
      now_of.push_back(now == place.end() ? kNowhere : now->second);
    }
    const auto count = static_cast<std::uint32_t>(level.nodes.size());
    const LayerMemory memory = Remember(old.order, old.edges, now_of, count, level.edges);
    // A frame has no time for more.
    options.quality = LayoutQuality::kFast;
    level.order = OrderLayers(count, sizes, level.edges, options, &memory);
    AnchorLayers(level.order, sizes, level.edges, options);
    ++laid_out;
  }
  return laid_out;
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
