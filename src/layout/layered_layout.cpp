#include "layout/layered_layout.hpp"

#include <algorithm>
#include <numeric>

#include "layout/coordinates.hpp"
#include "layout/crossing_reduction.hpp"
#include "layout/cycle_removal.hpp"
#include "layout/layer_breaking.hpp"
#include "layout/layer_memory.hpp"
#include "layout/packing.hpp"
#include "layout/ports.hpp"
#include "layout/ranking.hpp"
#include "layout/routing.hpp"
#include "layout/segments.hpp"
#include "layout/side_edges.hpp"
#include "layout/trunks.hpp"

namespace waymark {
namespace {

// Steps for the ranks: 20 million rank 20,000 nodes to the end.
std::int64_t RankBudget(LayoutQuality quality) { return quality == LayoutQuality::kFast ? 20'000'000 : 200'000'000; }

// Steps for the coordinates; see coordinates.hpp for what they are spent on.
std::int64_t PlaceBudget(LayoutQuality quality) {
  switch (quality) {
    case LayoutQuality::kFast:
      return 100'000;
    case LayoutQuality::kBalanced:
      return 200'000'000;
    case LayoutQuality::kBest:
      return 500'000'000;
  }
  return 0;
}

constexpr float kPackAspect = 1.6f;

// The smallest node of each node's connected part, by union and find with halved paths.
std::vector<std::uint32_t> PartRoots(std::uint32_t count, std::span<const LayeredEdge> edges) {
  std::vector<std::uint32_t> root(count);
  std::iota(root.begin(), root.end(), 0u);
  const auto find = [&root](std::uint32_t v) {
    while (root[v] != v) v = root[v] = root[root[v]];
    return v;
  };
  for (const LayeredEdge& e : edges) {
    const std::uint32_t a = find(e.from), b = find(e.to);
    root[std::max(a, b)] = std::min(a, b);
  }
  for (std::uint32_t v = 0; v < count; ++v) root[v] = find(v);
  return root;
}

void SplitIntoParts(LayerOrder& order, std::uint32_t count, std::span<const LayeredEdge> edges) {
  const std::vector<std::uint32_t> root = PartRoots(count, edges);
  std::vector<char> linked(count, 0);
  for (const LayeredEdge& e : edges)
    if (e.from != e.to) linked[e.from] = linked[e.to] = 1;
  std::vector<std::uint32_t> part_of(count, 0), local(count, 0);
  for (std::uint32_t v = 0; v < count; ++v) {
    if (!linked[v]) {
      order.loose.push_back(v);
      continue;
    }
    if (root[v] == v) part_of[v] = static_cast<std::uint32_t>(order.parts.size()), order.parts.emplace_back();
    LayeredPart& part = order.parts[part_of[v] = part_of[root[v]]];
    local[v] = static_cast<std::uint32_t>(part.nodes.size());
    part.nodes.push_back(v);
  }
  for (std::uint32_t e = 0; e < edges.size(); ++e) {
    if (edges[e].from == edges[e].to) continue;
    LayeredPart& part = order.parts[part_of[edges[e].from]];
    const bool turned = std::ranges::binary_search(order.against_flow, e);
    part.edges.push_back(e);
    part.flow.push_back(
        {local[turned ? edges[e].to : edges[e].from], local[turned ? edges[e].from : edges[e].to], edges[e].weight});
  }
}

void AddBends(LayeredPart& part) {
  auto next = static_cast<std::uint32_t>(part.nodes.size());
  part.first_bend.reserve(part.flow.size() + 1);
  for (const FlowEdge& e : part.flow) {
    part.first_bend.push_back(next);
    next += part.rank[e.lower] - part.rank[e.upper] - 1;
  }
  part.first_bend.push_back(next);
}

// One part drawn in a frame of its own, its top layer at 0.
struct PlacedPart {
  std::vector<float> x;  // middle of each vertex
  WorldRect bounds;
};

PlacedPart PlacePart(const LayeredPart& part, std::span<const Size> sizes, const LayeredOptions& options,
                     std::span<const Hold> holds, LayeredDrawing& drawing, std::int64_t& budget) {
  const Segments segments(part);
  const auto vertices = static_cast<std::uint32_t>(part.order.size());
  std::vector<float> width(vertices, 0);
  for (std::uint32_t v = 0; v < part.nodes.size(); ++v) width[v] = sizes[part.nodes[v]].w;
  std::vector<std::uint32_t> pos(vertices);
  std::vector<LayerBand> bands(part.LayerCount());
  float top = 0;
  for (std::uint32_t l = 0; l < part.LayerCount(); ++l) {
    float height = 0;
    for (std::uint32_t i = part.layer_begin[l]; i < part.layer_begin[l + 1]; ++i) {
      const std::uint32_t v = part.order[i];
      pos[v] = i - part.layer_begin[l];
      if (v < part.nodes.size()) height = std::max(height, sizes[part.nodes[v]].h);
    }
    bands[l] = {top, top + height};
    top += height + options.layer_gap;
  }
  Ports ports = DistributePorts(segments, width, pos);
  PlacedPart placed;
  if (part.anchor.empty()) {
    placed.x = PlaceVertices(part, segments, ports, width, options.node_gap, options.aspect > 0, budget);
  } else {
    std::vector<float> anchor = part.anchor, weight(vertices, 1);
    if (!holds.empty())
      for (std::uint32_t v = 0; v < part.nodes.size(); ++v) {
        anchor[v] -= holds[part.nodes[v]].offset;
        weight[v] = holds[part.nodes[v]].weight;
      }
    placed.x = PlaceVerticesNear(part, segments, ports, width, options.node_gap, anchor, weight);
  }
  SlidePorts(segments, width, placed.x, ports);
  for (std::uint32_t v = 0; v < part.nodes.size(); ++v) {
    const LayerBand& band = bands[part.rank[v]];
    if (band.bottom - band.top - sizes[part.nodes[v]].h > options.layer_gap) JoinPorts(segments, v, placed.x, ports);
  }
  float left = placed.x[0], right = left;
  for (std::uint32_t v = 0; v < vertices; ++v)
    left = std::min(left, placed.x[v] - width[v] / 2), right = std::max(right, placed.x[v] + width[v] / 2);
  placed.bounds = {left, 0, right - left, bands.back().bottom};
  for (std::uint32_t v = 0; v < part.nodes.size(); ++v)
    drawing.nodes[part.nodes[v]] = {placed.x[v] - width[v] / 2, bands[part.rank[v]].top, width[v],
                                    sizes[part.nodes[v]].h};
  for (std::uint32_t e = 0; e < part.edges.size(); ++e)
    drawing.edges[part.edges[e]] =
        RouteEdge(part, segments, ports, e, placed.x, bands, sizes[part.nodes[part.flow[e].upper]].h);
  if (!part.side_edges.empty()) {
    std::vector<float> heights;
    for (const std::uint32_t v : part.nodes) heights.push_back(sizes[v].h);
    std::vector<std::vector<WorldPoint>> routes;
    placed.bounds.w = RouteSideEdges(part, placed.x, bands, heights, right, options, routes) - left;
    for (std::size_t e = 0; e < routes.size(); ++e) drawing.edges[part.side_edges[e]] = std::move(routes[e]);
  }
  return placed;
}

void Move(LayeredDrawing& drawing, const LayeredPart& part, WorldVector by) {
  if (by == WorldVector{}) return;
  for (const std::uint32_t v : part.nodes) drawing.nodes[v].x += by.x, drawing.nodes[v].y += by.y;
  for (const auto* edges : {&part.edges, &part.side_edges})
    for (const std::uint32_t e : *edges)
      for (WorldPoint& p : drawing.edges[e]) p = p + by;
}

float PackAspect(const LayeredOptions& options) { return options.aspect > 0 ? options.aspect : kPackAspect; }

// `anchors`, when given, receives what AnchorLayers remembers.
LayeredDrawing PlaceAll(const LayerOrder& order, std::span<const Size> sizes, std::span<const LayeredEdge> edges,
                        const LayeredOptions& options, std::span<const Hold> holds, LayerOrder* anchors) {
  LayeredDrawing drawing;
  drawing.nodes.resize(sizes.size());
  drawing.edges.resize(edges.size());
  std::int64_t budget = PlaceBudget(options.quality);
  const bool anchored = !order.row.empty();
  const std::size_t part_count = order.parts.size();
  std::vector<Size> items;
  std::vector<WorldPoint> corner;  // top left of each part in its own frame
  std::vector<float> middle = order.middle, weight;
  for (std::size_t i = 0; i < part_count; ++i) {
    PlacedPart placed = PlacePart(order.parts[i], sizes, options, holds, drawing, budget);
    items.push_back({placed.bounds.w, placed.bounds.h});
    corner.push_back(placed.bounds.TopLeft());
    weight.push_back(static_cast<float>(order.parts[i].nodes.size()));
    if (anchored) middle[i] = placed.bounds.Center().x;
    if (anchors) anchors->parts[i].anchor = std::move(placed.x);
  }
  for (std::size_t i = 0; i < order.loose.size(); ++i) {
    const std::uint32_t v = order.loose[i];
    items.push_back(sizes[v]);
    weight.push_back(1);
    if (anchored && !holds.empty()) middle[part_count + i] -= holds[v].offset, weight.back() = holds[v].weight;
  }

  const std::vector<std::uint32_t> row =
      anchored ? order.row : ChooseRows(items, options.node_gap, PackAspect(options));
  const Packing packing =
      anchored ? PackRowsNear(items, row, middle, weight, options.node_gap) : PackRows(items, row, options.node_gap);
  for (std::size_t i = 0; i < part_count; ++i) Move(drawing, order.parts[i], packing.top_left[i] - corner[i]);
  for (std::size_t i = 0; i < order.loose.size(); ++i) {
    const std::uint32_t v = order.loose[i];
    const WorldPoint at = packing.top_left[part_count + i];
    drawing.nodes[v] = {at.x, at.y, sizes[v].w, sizes[v].h};
  }
  for (std::size_t i = 0; i < items.size(); ++i)
    drawing.bounds = drawing.bounds.United({packing.top_left[i].x, packing.top_left[i].y, items[i].w, items[i].h});
  for (std::size_t e = 0; e < edges.size(); ++e)
    if (edges[e].from == edges[e].to) drawing.edges[e] = RouteLoop(drawing.nodes[edges[e].from], options.node_gap);
  for (const std::uint32_t e : order.against_flow) std::ranges::reverse(drawing.edges[e]);

  if (anchors) {
    anchors->row = row;
    anchors->width = drawing.bounds.w;
    anchors->middle.clear();
    for (std::size_t i = 0; i < items.size(); ++i) anchors->middle.push_back(packing.top_left[i].x + items[i].w / 2);
    for (std::size_t i = 0; i < part_count; ++i)
      for (float& at : anchors->parts[i].anchor) at += packing.top_left[i].x - corner[i].x;
  }
  return drawing;
}

}  // namespace

LayerOrder OrderLayers(std::uint32_t node_count, std::span<const Size> sizes, std::span<const LayeredEdge> edges,
                       const LayeredOptions& options, const LayerMemory* memory) {
  LayerOrder order;
  order.against_flow = EdgesToTurn(node_count, edges);
  SplitIntoParts(order, node_count, edges);
  const std::int64_t rank_budget = RankBudget(options.quality);
  std::int64_t budget = rank_budget;
  for (LayeredPart& part : order.parts) {
    part.rank = memory ? RankAsBefore(part, *memory, budget)
                       : RankNodes(static_cast<std::uint32_t>(part.nodes.size()), part.flow, budget);
    part.natural_rank = part.rank;
    const bool broken = options.aspect > 0 && BreakWideLayers(part, sizes, options);
    LeadLongEdgesAside(part);
    AddBends(part);
    if (memory)
      OrderAsBefore(part, *memory);
    else
      order.steps += OrderVertices(part, options.quality);
    // Layers are broken as if every edge took room of its own; trunks would leave the drawing narrower than asked for.
    ShareTrunks(part, !broken);
  }
  order.steps += rank_budget - budget;
  return order;
}

LayeredDrawing PlaceLayers(const LayerOrder& order, std::span<const Size> sizes, std::span<const LayeredEdge> edges,
                           const LayeredOptions& options, std::span<const Hold> holds) {
  return PlaceAll(order, sizes, edges, options, holds, nullptr);
}

void AnchorLayers(LayerOrder& order, std::span<const Size> sizes, std::span<const LayeredEdge> edges,
                  const LayeredOptions& options) {
  LayerOrder plain = order;
  plain.row.clear();
  for (LayeredPart& part : plain.parts) part.anchor.clear();
  PlaceAll(plain, sizes, edges, options, {}, &order);
}

LayeredDrawing LayOut(std::span<const Size> sizes, std::span<const LayeredEdge> edges, const LayeredOptions& options) {
  return PlaceLayers(OrderLayers(static_cast<std::uint32_t>(sizes.size()), sizes, edges, options), sizes, edges,
                     options);
}

}  // namespace waymark
