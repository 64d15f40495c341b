#include "view/scene/scene_builder.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>
#include <tuple>

#include "plan/remaining_prerequisites.hpp"
#include "unit/view/sample_map.hpp"
#include "view/overview/label_placement.hpp"
#include "view/transition.hpp"

namespace waymark {
namespace {

constexpr LevelOfDetail kLevels[] = {{Detail::kFar, 0}, {Detail::kFar, 2},  {Detail::kFar, 5},  {Detail::kCompact, 0},
                                     {Detail::kMid, 0}, {Detail::kNear, 0}, {Detail::kClose, 0}};

std::size_t BoxesAt(const std::vector<Shape>& shapes, const WorldRect& rect) {
  return static_cast<std::size_t>(
      std::ranges::count_if(shapes, [&](const Shape& s) { return s.kind == ShapeKind::kBox && s.rect == rect; }));
}

// As wide as the card; a locked one is lower.
std::size_t BlocksOn(const std::vector<Shape>& shapes, const WorldRect& card) {
  return static_cast<std::size_t>(std::ranges::count_if(shapes, [&](const Shape& s) {
    return s.kind == ShapeKind::kBox && s.rect.x == card.x && s.rect.w == card.w && card.Contains(s.rect.Center());
  }));
}

bool Equal(const Shape& a, const Shape& b) {
  const auto all = [](const Shape& s) {
    return std::tuple(s.kind, s.rect.x, s.rect.y, s.rect.w, s.rect.h, s.radius, s.fill.rgba, s.stroke.rgba,
                      s.stroke_width, s.dash, s.from_turn, s.to_turn);
  };
  return all(a) == all(b);
}

namespace {

// With the way to what is selected, as the picture makes it.
Scene OverlayOf(const SceneInput& input, OverlayInput overlay) {
  Scene way;
  if (const NodeIndex selected = overlay.selected; selected != kNoNode)
    way = BuildWay(input, selected,
                   RemainingPrerequisitesOf(input.graph, input.roadmap, input.summary, {&selected, 1}).skills);
  overlay.way = &way;
  return BuildOverlay(input, overlay);
}

}  // namespace

TEST_CASE("Scene_HasOneCardOrAreaForEveryVisibleNode") {
  const SampleMap map(4, 7, {0, 16});
  for (const LevelOfDetail level : kLevels) {
    const Scene scene = BuildScene(map.Input(level));
    CHECK(scene.revision == 7);
    for (NodeIndex node = 0; node < map.graph().size(); ++node) {
      if (!map.layout.visible[node]) continue;
      const WorldRect& r = map.layout.rect[node];
      CHECK(BoxesAt(scene.under, r) == (map.layout.expanded[node] ? 1u : 0u));
      CHECK(BlocksOn(scene.shapes, r) == (map.layout.expanded[node] ? 0u : 1u));
    }
    CHECK(scene.curves.size() == map.layout.edges.size());
    for (const Curve& curve : scene.curves) CHECK(curve.points.size() % 3 == 1);
  }
}

TEST_CASE("Scene_LabelsFitTheirCards") {
  SampleMap map(4, 7, {0, 16});
  map.ShowEveryState();
  for (const LevelOfDetail level : kLevels) {
    if (level.detail == Detail::kFar) continue;
    for (const Label& label : BuildScene(map.Input(level)).labels) {
      INFO(label.text << " at detail " << int{static_cast<unsigned char>(level.detail)});
      const WorldRect box = LabelBox(label);
      CHECK(box.w <= label.max_width + 0.01f);
      // In the innermost visible rectangle that holds its middle.
      const bool fits = std::ranges::any_of(map.graph().Preorder(), [&](NodeIndex node) {
        const WorldRect& r = map.layout.rect[node];
        return map.layout.visible[node] && box.x >= r.x && box.Right() <= r.Right() && box.y >= r.y &&
               box.Bottom() <= r.Bottom() && (!map.layout.expanded[node] || box.Bottom() <= r.y + kAreaTitleHeight);
      });
      CHECK(fits);
    }
  }
}

TEST_CASE("Scene_LabelsNeverOverlap") {
  SampleMap map(9, 7, {0, 16, 40});
  map.ShowEveryState();
  for (const LevelOfDetail level : kLevels) {
    const Scene scene = BuildScene(map.Input(level));
    for (std::size_t i = 0; i < scene.labels.size(); ++i)
      for (std::size_t k = 0; k < i; ++k) {
        INFO(scene.labels[i].text << " | " << scene.labels[k].text << " at detail "
                                  << int{static_cast<unsigned char>(level.detail)});
        CHECK_FALSE(LabelBox(scene.labels[i]).Intersects(LabelBox(scene.labels[k])));
      }
  }
}

// The groups named on a far level.
std::set<NodeIndex> NamedAt(const SampleMap& map, LevelOfDetail level) {
  std::set<NodeIndex> named;
  for (const PlacedLabel& name : PlaceLabels(map.roadmap(), map.graph(), map.layout, 1 / SmallestZoom(level)))
    named.insert(name.node);
  return named;
}

TEST_CASE("Scene_NamesOnceSeenStayWhileOneZoomsIn") {
  const SampleMap map(9, 7, {0, 16, 40});
  std::set<NodeIndex> before;
  for (int step = 24; step >= 0; --step) {
    INFO("far step " << step);
    const std::set<NodeIndex> now = NamedAt(map, {Detail::kFar, static_cast<std::uint8_t>(step)});
    CHECK(std::ranges::includes(now, before));
    before = now;
  }
  CHECK(before.size() == 9);
}

TEST_CASE("Scene_CardsFromAfarBecomeDotsAndThenAreas") {
  const SampleMap map(4, 7, {0, 16});
  bool dots = false, areas = false;
  for (std::uint8_t step = 0; step < 24; ++step) {
    const LevelOfDetail level{Detail::kFar, step};
    const Scene scene = BuildScene(map.Input(level));
    for (const NodeIndex skill : map.graph().Children(0)) {
      const WorldRect& r = map.layout.rect[skill];
      const float pixels = r.h * SmallestZoom(level);
      const auto boxes = BlocksOn(scene.shapes, r);
      CHECK(boxes <= 1);
      if (pixels >= 4) CHECK(boxes == 1);
      for (const Shape& shape : scene.shapes) {
        if (!(shape.rect == r) || pixels >= 4) continue;
        dots = true;
        CHECK(shape.dash == 0);
        CHECK(shape.stroke.Alpha() == 0);
      }
      // What is not drawn is stood for: its group's area has a second ground.
      if (boxes == 0) {
        areas = true;
        CHECK(BoxesAt(scene.under, map.layout.rect[0]) == 2);
      }
    }
    // No speck of a line.
    for (const Curve& curve : scene.curves) {
      const WorldVector reach = curve.points.back() - curve.points.front();
      CHECK((std::abs(reach.x) + std::abs(reach.y)) * SmallestZoom(level) > 2);
    }
  }
  CHECK(dots);
  CHECK(areas);
}

TEST_CASE("Scene_TextIsNeverTooSmallToRead") {
  const SampleMap map(4, 7, {0});
  for (const LevelOfDetail level : kLevels) {
    const float least = level.detail == Detail::kFar ? 11.0f : level.detail >= Detail::kNear ? 12.9f : 6.0f;
    const Scene scene = BuildScene(map.Input(level));
    CHECK_FALSE(scene.labels.empty());
    for (const Label& label : scene.labels) {
      INFO(label.text);
      const bool in_ring = label.align == TextAlign::kCenter && label.text.ends_with('%');
      if (!in_ring) CHECK(label.size * SmallestZoom(level) >= least - 0.01f);
    }
  }
}

// The shapes on the card of `node`, moved to its corner, without colours.
std::vector<std::tuple<int, float, float, float, float, float, float, float, bool, bool>> Silhouette(
    const SampleMap& map, NodeIndex node, LevelOfDetail level) {
  std::vector<std::tuple<int, float, float, float, float, float, float, float, bool, bool>> out;
  const WorldRect& r = map.layout.rect[node];
  for (const Shape& s : BuildScene(map.Input(level)).shapes) {
    if (s.kind == ShapeKind::kShadow || !r.Inflated(1).Contains(s.rect.Center())) continue;
    out.emplace_back(static_cast<int>(s.kind), s.rect.x - r.x, s.rect.y - r.y, s.rect.w, s.rect.h, s.stroke_width,
                     s.dash, s.to_turn - s.from_turn, s.fill == Color{}, s.stroke.Alpha() > 0);
  }
  return out;
}

TEST_CASE("Scene_StatesDifferInShapeNotOnlyInColour") {
  SampleMap map(1, 5, {0});
  map.ShowEveryState();
  const auto skills = map.graph().Children(0);
  for (const LevelOfDetail level : kLevels)
    for (std::size_t i = 0; i < 5; ++i)
      for (std::size_t k = 0; k < i; ++k) {
        INFO("states " << i << " and " << k);
        CHECK(Silhouette(map, skills[i], level) != Silhouette(map, skills[k], level));
      }
}

TEST_CASE("Scene_SkippedTitlesAreStruck") {
  SampleMap map(1, 5, {0});
  map.ShowEveryState();
  const WorldRect& skipped = map.layout.rect[map.graph().Children(0)[3]];
  for (const Label& label : BuildScene(map.Input()).labels) {
    const bool title = label.weight == FontWeight::kSemibold && skipped.Contains(label.at);
    CHECK(label.struck == title);
  }
}

TEST_CASE("Scene_EdgesShowTheStateOfTheirSource") {
  SampleMap map(1, 6, {0});
  map.ShowEveryState();
  const auto skills = map.graph().Children(0);
  const Scene scene = BuildScene(map.Input());
  const auto style_of = [&](NodeIndex from) {
    for (std::size_t e = 0; e < map.layout.edges.size(); ++e)
      if (map.layout.edges[e].from == from) return scene.curves[e];
    return Curve{};
  };
  CHECK(style_of(skills[4]).style == EdgeStyle::kDotted);
  CHECK(style_of(skills[0]).style == EdgeStyle::kSolid);
  CHECK(style_of(skills[0]).width > style_of(skills[2]).width);
  CHECK(style_of(skills[0]).color == map.Input().theme.hue[0]);
}

TEST_CASE("Scene_DoneGroupHasATickInsteadOfANumber") {
  SampleMap map(2, 3, {});
  for (const NodeIndex child : map.graph().Children(0))
    map.progress.Set(map.roadmap().skills[child].key, SkillState::kDone);
  map.Refresh();
  const Scene scene = BuildScene(map.Input());
  const auto percents = [&](NodeIndex node) {
    return std::ranges::count_if(
        scene.labels, [&](const Label& l) { return l.text.ends_with('%') && map.layout.rect[node].Contains(l.at); });
  };
  const auto lines = [&](NodeIndex node) {
    return std::ranges::count_if(scene.shapes, [&](const Shape& s) {
      return s.kind == ShapeKind::kSegment && map.layout.rect[node].Contains(s.rect.TopLeft());
    });
  };
  CHECK(percents(0) == 0);
  CHECK(percents(4) == 1);
  CHECK(lines(0) == lines(4) + 2);  // the tick beside the caret
}

TEST_CASE("Scene_ShowsSomebodyElsesProgressAsASecondMark") {
  SampleMap map(1, 5, {0});
  Progress theirs;
  const NodeIndex skill = map.graph().Children(0)[2];
  theirs.Set(map.roadmap().skills[skill].key, SkillState::kDone);
  const ProgressSummary summary = ProgressSummary::Of(map.graph(), map.roadmap(), theirs);
  const auto in_accent = [](const std::vector<Shape>& shapes, const Theme& theme) {
    return std::ranges::count_if(shapes, [&](const Shape& s) { return s.fill == theme.accent; });
  };
  const SceneInput alone = map.Input();
  CHECK(in_accent(BuildScene(alone).shapes, alone.theme) == 0);
  const SceneInput both{.roadmap = alone.roadmap,
                        .graph = alone.graph,
                        .layout = alone.layout,
                        .summary = alone.summary,
                        .theme = alone.theme,
                        .messages = alone.messages,
                        .hues = alone.hues,
                        .detail = alone.detail,
                        .node_opacity = {},
                        .edge_opacity = {},
                        .theirs = &summary,
                        .revision = 8};
  CHECK(in_accent(BuildScene(both).shapes, alone.theme) == 1);
}

TEST_CASE("Scene_EveryFrameOfATransitionCanBeDrawn") {
  const SampleMap before(4, 5, {}), after(4, 5, {0, 12});
  LayoutTransition transition(before.graph(), before.layout, after.layout);
  for (int i = 0; i <= 10; ++i) {
    const TransitionFrame& frame = transition.At(static_cast<float>(i) / 10);
    const SceneInput sample = before.Input();
    const SceneInput input{.roadmap = sample.roadmap,
                           .graph = sample.graph,
                           .layout = frame.layout,
                           .summary = sample.summary,
                           .theme = sample.theme,
                           .messages = sample.messages,
                           .hues = sample.hues,
                           .detail = {},
                           .node_opacity = frame.node_opacity,
                           .edge_opacity = frame.edge_opacity,
                           .theirs = nullptr,
                           .revision = 1};
    const Scene scene = BuildScene(input);
    for (const Label& label : scene.labels)
      CHECK(TextWidth(label.text, label.weight, label.size) <= label.max_width + 0.01f);
    for (const Shape& shape : scene.shapes) CHECK(std::isfinite(shape.rect.x + shape.rect.w + shape.radius));
  }
}

TEST_CASE("Overlay_LeavesTheMapAlone") {
  const SampleMap map(3, 5, {0});
  const SceneInput input = map.Input();
  const Scene before = BuildScene(input);
  const NodeIndex skill = map.graph().Children(0)[3];
  const Scene overlay = OverlayOf(input, {.selected = skill, .hovered = 6, .drag = DragGhost{skill, {500, 500}}});
  CHECK_FALSE(overlay.shapes.empty());
  const Scene after = BuildScene(input);
  CHECK(std::ranges::equal(before.shapes, after.shapes, Equal));
  CHECK(OverlayOf(input, {}).shapes.empty());
  CHECK(OverlayOf(input, {}).curves.empty());
}

TEST_CASE("Overlay_RingsTheCardThatHidesTheSelection") {
  const SampleMap map(3, 5, {});
  const NodeIndex hidden = map.graph().Children(6)[1];
  const SceneInput input = map.Input();
  const Scene overlay = OverlayOf(input, {.selected = hidden, .hovered = kNoNode, .drag = {}});
  REQUIRE_FALSE(overlay.shapes.empty());
  const Shape& ring = overlay.shapes.back();
  CHECK(ring.rect == map.layout.rect[6].Inflated(5));
  CHECK(ring.stroke == input.theme.accent);
  CHECK(ring.radius == kRadiusGroup + 5);
}

TEST_CASE("Overlay_DrawsTheWayOverWhatIsNotYetDone") {
  SampleMap map(3, 5, {0});
  const auto skills = map.graph().Children(0);
  const OverlayInput select{.selected = skills[4], .hovered = kNoNode, .drag = {}};
  CHECK(OverlayOf(map.Input(), select).curves.size() == 4);  // a chain of five
  map.progress.Set(map.roadmap().skills[skills[0]].key, SkillState::kDone);
  map.progress.Set(map.roadmap().skills[skills[1]].key, SkillState::kSkipped);
  map.Refresh();
  const Scene shorter = OverlayOf(map.Input(), select);
  CHECK(shorter.curves.size() == 2);
  for (const Curve& curve : shorter.curves) CHECK(curve.color == map.Input().theme.accent);
  // The two cards on the way, and the selected one.
  CHECK(shorter.shapes.size() == 3);

  // Hidden skills of other groups are one step from card to card.
  const NodeIndex third = map.graph().Children(map.graph().Roots()[2])[0];
  SampleMap collapsed(3, 5, {});
  const Scene steps = OverlayOf(collapsed.Input(), {.selected = third, .hovered = kNoNode, .drag = {}});
  CHECK(steps.curves.size() == 2);
}

TEST_CASE("Overlay_FollowsOtherEdgesWhereTheMapLeavesOneOut") {
  // The first skill of the third group needs one of the second, which needs one of the first; then the map hides the
  // direct edge from the second to the third group behind a detour over the fourth.
  SampleMap map(4, 5, {});
  const auto roots = map.graph().Roots();
  for (MapEdge& edge : map.layout.edges)
    if (edge.from == roots[1] && edge.to == roots[2])
      edge.to = roots[3];
    else if (edge.from == roots[2] && edge.to == roots[3])
      std::swap(edge.from, edge.to);
  const NodeIndex target = map.graph().Children(roots[2])[0];
  const Scene overlay = OverlayOf(map.Input(), {.selected = target, .hovered = kNoNode, .drag = {}});
  CHECK(overlay.curves.size() == 3);  // first to second, second to fourth, fourth to third
}

TEST_CASE("Overlay_LeadsToTheSelectionFromTheCardItselfUnlessOthersAreBetween") {
  // The first skill of the second group needs the first of the first, below which stand the fourth and the fifth.
  SampleMap map(2, 5, {0, 6});
  const NodeIndex first = map.graph().Roots()[0], from = map.graph().Children(first)[0];
  const NodeIndex target = map.graph().Children(map.graph().Roots()[1])[0];
  const OverlayInput select{.selected = target, .hovered = kNoNode, .drag = {}};
  const auto start = [&] { return OverlayOf(map.Input(), select).curves.front().points.front(); };
  CHECK(start().y == map.layout.rect[first].Bottom());
  for (const std::size_t below : {3u, 4u}) map.layout.visible[map.graph().Children(first)[below]] = false;
  CHECK(start().y == map.layout.rect[from].Bottom());
}

TEST_CASE("PlacedLabels_FadedOnesHideTheBlocksBeneath") {
  const SampleMap map(4, 5, {});
  const std::vector<float> faded(map.graph().size(), 0.3f);
  SceneInput input = map.Input({Detail::kFar, 2});
  input.node_opacity = faded;
  const std::vector<PlacedLabel> names =
      PlaceLabels(map.roadmap(), map.graph(), map.layout, 1 / SmallestZoom(input.detail));
  const Scene scene = BuildScene(input);
  std::size_t plates = 0;
  for (const PlacedLabel& name : names) {
    if (!name.plate || name.area) continue;
    ++plates;
    const auto plate = std::find_if(scene.shapes.rbegin(), scene.shapes.rend(),
                                    [&](const Shape& shape) { return shape.rect == name.ground; });
    REQUIRE(plate != scene.shapes.rend());
    CHECK(plate->fill.Alpha() == 1);
  }
  CHECK(plates > 0);
}

TEST_CASE("Minimap_ShowsTopGroupsFirstAndKeepsItsLimit") {
  const SampleMap map(5, 6, {0});
  const auto items = MinimapItems(map.Input());
  CHECK(items.size() == 5 + 6);
  CHECK(items[0].area);
  for (std::size_t i = 0; i < 5; ++i) CHECK(items[i].node == map.graph().Roots()[i]);
  CHECK(MinimapItems(map.Input(), 7).size() == 7);
}

}  // namespace
}  // namespace waymark
