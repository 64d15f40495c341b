#include "view/hit_test.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "layout/edge_curve.hpp"
#include "view/cards/card_geometry.hpp"

namespace waymark {
namespace {

// An edge thinner than this on the screen is still hit this far beside it, in CSS pixels.
constexpr float kEdgeSlop = 6;

float SquaredDistance(WorldPoint p, WorldPoint a, WorldPoint b) {
  const WorldVector ab = b - a, ap = p - a;
  const float length2 = ab.x * ab.x + ab.y * ab.y;
  const float t = length2 > 0 ? std::clamp((ap.x * ab.x + ap.y * ab.y) / length2, 0.0f, 1.0f) : 0.0f;
  const WorldVector d = ap - ab * t;
  return d.x * d.x + d.y * d.y;
}

// Grown on all sides until it is at least `least` wide and high.
WorldRect AtLeast(WorldRect r, float least) {
  if (r.Empty()) return r;
  const float dx = std::max(0.0f, (least - r.w) / 2), dy = std::max(0.0f, (least - r.h) / 2);
  return {r.x - dx, r.y - dy, r.w + 2 * dx, r.h + 2 * dy};
}

// Moved by no more than it takes to lie in `room`, which is as large at least.
WorldRect Inside(WorldRect r, const WorldRect& room) {
  r.x = std::clamp(r.x, room.x, std::max(room.x, room.Right() - r.w));
  r.y = std::clamp(r.y, room.y, std::max(room.y, room.Bottom() - r.h));
  return r;
}

// Where a part of a card is hit: grown to the least size, and whole however near to the card's corner it is.
WorldRect TargetOf(const WorldRect& part, const WorldRect& card, float least) {
  return part.Empty() ? part : Inside(AtLeast(part, least), AtLeast(card, least));
}

// The same of an area's caret. It leaves the cards under the title alone and reaches out above the area instead.
WorldRect AreaCaretTarget(const WorldRect& area, float least) {
  WorldRect target = AtLeast(AreaCaretRect(area), least);
  target.x = std::min(target.x, area.Right() - target.w);
  target.y = std::min(target.y, AreaTitleRect(area).Bottom() - target.h);
  return target;
}

}  // namespace

HitTester::HitTester(const Graph& graph, const MapLayout& layout) : graph_(graph), layout_(layout) {
  std::vector<WorldRect> rects(layout.rect.size());
  for (std::size_t i = 0; i < rects.size(); ++i)
    if (layout.visible[i]) rects[i] = layout.rect[i];
  cards_ = SpatialIndex(rects);

  std::vector<WorldRect> boxes;
  std::vector<WorldPoint> points;
  for (std::uint32_t e = 0; e < layout.edges.size(); ++e) {
    points.clear();
    AppendFlattened(SmoothCurve(layout.edges[e].points), points);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      const WorldPoint a = points[i], b = points[i + 1];
      pieces_.push_back({e, a, b});
      // Inflated, since a vertical piece would be empty.
      boxes.push_back(
          WorldRect{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}.Inflated(1));
    }
  }
  pieces_index_ = SpatialIndex(boxes);
}

Hit HitTester::At(const Camera& camera, const Viewport& viewport, ScreenPoint at, Detail detail,
                  PointerPrecision precision) const {
  const WorldPoint p = ToWorld(camera, viewport, at);
  const bool coarse = precision == PointerPrecision::kCoarse;
  const float target = (coarse ? kCoarseTarget : kFineTarget) / camera.zoom;  // world units

  if (const Hit name = NameAt(p, 0); name.node != kNoNode) return name;

  // The deepest card or area at p; the later one of two dragged cards, as it is painted above.
  NodeIndex body = kNoNode;
  // The nearest small card whose slop holds p, for when no card does.
  NodeIndex near = kNoNode;
  float near_distance = std::numeric_limits<float>::infinity();
  // The area whose caret is there, for when no card is.
  NodeIndex caret = kNoNode;
  const WorldRect reach{p.x - target, p.y - target, 2 * target, 2 * target};
  cards_.Query(reach, [&](std::uint32_t node) {
    const WorldRect& r = layout_.rect[node];
    if (layout_.expanded[node] && detail != Detail::kFar && AreaCaretTarget(r, target).Contains(p))
      caret = static_cast<NodeIndex>(node);
    if (r.Contains(p)) {
      const bool deeper = body == kNoNode || graph_.Depth(node) > graph_.Depth(body) ||
                          (graph_.Depth(node) == graph_.Depth(body) && node > body);
      if (deeper) body = node;
    } else if (!layout_.expanded[node] && AtLeast(r, target).Contains(p)) {
      const float dx = std::max({r.x - p.x, 0.0f, p.x - r.Right()}), dy = std::max({r.y - p.y, 0.0f, p.y - r.Bottom()});
      const float distance = dx * dx + dy * dy;
      if (distance < near_distance || (distance == near_distance && node < near)) {
        near = node;
        near_distance = distance;
      }
    }
  });

  const bool on_card = body != kNoNode && !layout_.expanded[body];
  if (!on_card && caret != kNoNode) return {HitKind::kCaret, caret};
  if (!on_card && near != kNoNode) body = near;
  if (body != kNoNode && !layout_.expanded[body]) {
    const WorldRect& card = layout_.rect[body];
    const bool group = graph_.IsGroup(body);
    if (group && TargetOf(CaretRect(card, detail), card, target).Contains(p)) return {HitKind::kCaret, body};
    if (!group && TargetOf(StateMarkRect(card, false, detail), card, target).Contains(p))
      return {HitKind::kStateMark, body};
    return {HitKind::kCard, body};
  }

  if (body != kNoNode) {
    const WorldRect& area = layout_.rect[body];
    if (AreaTitleRect(area).Contains(p)) return {HitKind::kAreaTitle, body};
  }
  if (const Hit name = NameAt(p, target); name.node != kNoNode) return name;
  const Hit edge = EdgeAt(p, kEdgeSlop / camera.zoom);
  if (edge.kind == HitKind::kEdge) return edge;
  return body != kNoNode ? Hit{HitKind::kArea, body} : Hit{};
}

// The first name whose plate, grown to the side `least`, holds p.
Hit HitTester::NameAt(WorldPoint p, float least) const {
  const auto found =
      std::ranges::find_if(names_, [&](const NamePlate& name) { return AtLeast(name.rect, least).Contains(p); });
  if (found == names_.end()) return {};
  return {layout_.expanded[found->node] ? HitKind::kAreaTitle : HitKind::kCard, found->node};
}

Hit HitTester::EdgeAt(WorldPoint p, float slop) const {
  Hit hit;
  float best = slop * slop;
  pieces_index_.Query(WorldRect{p.x - slop, p.y - slop, 2 * slop, 2 * slop}, [&](std::uint32_t i) {
    const Piece& piece = pieces_[i];
    const float distance = SquaredDistance(p, piece.from, piece.to);
    if (distance < best || (distance == best && hit.kind == HitKind::kEdge && piece.edge < hit.edge)) {
      best = distance;
      hit = {HitKind::kEdge, kNoNode, piece.edge};
    }
  });
  return hit;
}

}  // namespace waymark
