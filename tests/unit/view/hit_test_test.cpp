#include "view/hit_test.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "unit/view/sample_map.hpp"
#include "view/cards/card_geometry.hpp"
#include "view/overview/label_placement.hpp"

namespace waymark {
namespace {

constexpr Viewport kViewport = {.width = 1000, .height = 800};
constexpr Camera kCamera = {{500, 400}, 1};  // world and screen agree

Hit HitAt(const HitTester& tester, WorldPoint p, PointerPrecision precision = PointerPrecision::kFine,
          const Camera& camera = kCamera, Detail detail = Detail::kMid) {
  return tester.At(camera, kViewport, ToScreen(camera, kViewport, p), detail, precision);
}

TEST_CASE("HitTester_NamesTheDeepestThing") {
  const SampleMap map(3, 5, {0});
  const HitTester tester(map.graph(), map.layout);
  const NodeIndex skill = map.graph().Children(0)[1];
  const NodeIndex collapsed = map.graph().Roots()[1];
  const WorldRect area = map.layout.rect[0], card = map.layout.rect[skill], group = map.layout.rect[collapsed];

  CHECK(HitAt(tester, {card.Right() - 20, card.Center().y}) == Hit{HitKind::kCard, skill});
  CHECK(HitAt(tester, StateMarkRect(card, false, Detail::kMid).Center()) == Hit{HitKind::kStateMark, skill});
  CHECK(HitAt(tester, {area.x + 60, area.y + 20}) == Hit{HitKind::kAreaTitle, 0});
  CHECK(HitAt(tester, AreaCaretRect(area).Center()) == Hit{HitKind::kCaret, 0});
  CHECK(HitAt(tester, {area.x + 8, area.Bottom() - 8}) == Hit{HitKind::kArea, 0});
  CHECK(HitAt(tester, CaretRect(group, Detail::kMid).Center()) == Hit{HitKind::kCaret, collapsed});
  CHECK(HitAt(tester, {group.x + 100, group.Center().y}) == Hit{HitKind::kCard, collapsed});
  CHECK(HitAt(tester, {-300, -300}) == Hit{});
}

TEST_CASE("HitTester_AgreesWithAFullSearch") {
  const SampleMap map(6, 12, {0, 26, 39});
  const HitTester tester(map.graph(), map.layout);
  const WorldRect bounds = map.layout.bounds.Inflated(60);
  // Zoomed in so far that no slop is at work.
  for (int i = 0; i < 4000; ++i) {
    const WorldPoint p{bounds.x + bounds.w * static_cast<float>(i * 37 % 101) / 101,
                       bounds.y + bounds.h * static_cast<float>(i) / 4000};
    NodeIndex deepest = kNoNode;
    for (NodeIndex node = 0; node < map.graph().size(); ++node)
      if (map.layout.visible[node] && map.layout.rect[node].Contains(p) &&
          (deepest == kNoNode || map.graph().Depth(node) > map.graph().Depth(deepest)))
        deepest = node;
    const Camera camera{p, kMaxZoom};
    const Hit hit = tester.At(camera, kViewport, {500, 400}, Detail::kClose, PointerPrecision::kFine);
    if (hit.kind == HitKind::kEdge) continue;  // an edge lies above the area it crosses
    // Within a slop of 1.5 units a neighbour may be meant.
    if (hit.node != deepest) {
      REQUIRE(hit.node != kNoNode);
      CHECK(map.layout.rect[hit.node].Inflated(kFineTarget / kMaxZoom).Contains(p));
    }
  }
}

TEST_CASE("HitTester_GivesSmallTargetsTheirLeastSize") {
  const SampleMap map(2, 5, {});
  const HitTester tester(map.graph(), map.layout);
  const WorldRect group = map.layout.rect[0];
  const WorldRect caret = CaretRect(group, Detail::kMid);
  const WorldPoint beside{caret.x - 2, caret.Center().y};  // inside 24 px round it
  CHECK(HitAt(tester, beside).kind == HitKind::kCaret);
  const WorldPoint farther{caret.Center().x - 21, caret.Center().y};
  CHECK(HitAt(tester, farther).kind == HitKind::kCard);
  CHECK(HitAt(tester, farther, PointerPrecision::kCoarse).kind == HitKind::kCaret);

  // A card that is 9 px high on the screen is still hit from just above it, by a finger from farther.
  const Camera far{{500, 400}, 0.1f};
  const auto above = [&](float pixels) { return WorldPoint{group.Center().x, group.y - pixels / far.zoom}; };
  CHECK(HitAt(tester, above(6), PointerPrecision::kFine, far, Detail::kFar).node == 0);
  CHECK(HitAt(tester, above(14), PointerPrecision::kFine, far, Detail::kFar).kind == HitKind::kGround);
  CHECK(HitAt(tester, above(14), PointerPrecision::kCoarse, far, Detail::kFar).node == 0);
}

TEST_CASE("HitTester_GivesCaretsTheirWholeTargetAtEveryZoom") {
  const SampleMap map(2, 5, {0});
  const HitTester tester(map.graph(), map.layout);
  const NodeIndex area = 0, card = map.graph().Roots()[1];
  REQUIRE(map.layout.expanded[area]);
  REQUIRE_FALSE(map.layout.expanded[card]);
  for (const float zoom : {kCompactZoom, 0.55f, kMidZoom, 1.0f, kNearZoom, kCloseZoom, 6.0f}) {
    const Detail detail = ChooseDetail(zoom).detail;
    for (const auto& [precision, least] :
         {std::pair{PointerPrecision::kFine, kFineTarget}, {PointerPrecision::kCoarse, kCoarseTarget}}) {
      for (const NodeIndex node : {area, card}) {
        const WorldRect& body = map.layout.rect[node];
        const WorldRect caret = node == area ? AreaCaretRect(body) : CaretRect(body, detail);
        CAPTURE(zoom, least, node);
        REQUIRE_FALSE(caret.Empty());
        const Camera camera{caret.Center(), zoom};
        // How far from the caret's middle it is still hit, along a row or a column.
        const auto reach = [&](float dx, float dy) {
          float pixels = 0;
          for (; pixels < 200; pixels += 0.5f) {
            const WorldPoint p{caret.Center().x + dx * pixels / zoom, caret.Center().y + dy * pixels / zoom};
            if (HitAt(tester, p, precision, camera, detail) != Hit{HitKind::kCaret, node}) break;
          }
          return pixels;
        };
        CHECK(reach(-1, 0) + reach(1, 0) >= least);
        CHECK(reach(0, -1) + reach(0, 1) >= least);
        // What is left of the card selects it.
        if (node == card) {
          const WorldPoint left{body.x + 2 / zoom, body.Center().y};
          CHECK(HitAt(tester, left, precision, camera, detail) == Hit{HitKind::kCard, node});
          CHECK(body.w * zoom - least >= least);
        }
      }
    }
  }
}

TEST_CASE("HitTester_HitsEdgesBesideTheirCurve") {
  const SampleMap map(2, 4, {0});
  const HitTester tester(map.graph(), map.layout);
  // From the first group to the second.
  const auto edge = std::ranges::find_if(map.layout.edges, [](const MapEdge& e) { return e.from == 0; });
  REQUIRE(edge != map.layout.edges.end());
  const auto index = static_cast<std::uint32_t>(edge - map.layout.edges.begin());
  const WorldPoint a = edge->points.front(), b = edge->points.back(), middle = (a + b) * 0.5f;
  CHECK(HitAt(tester, middle) == Hit{HitKind::kEdge, kNoNode, index});
  CHECK(HitAt(tester, {middle.x, middle.y - 14}).kind != HitKind::kCard);
}

TEST_CASE("HitTester_HitsANameWhereverItIsSeen") {
  const SampleMap map(3, 5, {0});
  HitTester tester(map.graph(), map.layout);
  const LevelOfDetail level{Detail::kFar, 0};
  const Camera far{{500, 400}, SmallestZoom(level)};
  const float pixel = 1 / far.zoom;
  const auto hit = [&](WorldPoint p, PointerPrecision precision) {
    return HitAt(tester, p, precision, far, Detail::kFar);
  };
  const std::vector<PlacedLabel> names = PlaceLabels(map.roadmap(), map.graph(), map.layout, pixel);
  REQUIRE(names.size() == 3);
  std::vector<NamePlate> plates;
  for (const PlacedLabel& name : names) plates.push_back({name.node, name.ground});
  tester.SetNames(plates);
  for (const PlacedLabel& name : names) {
    const WorldRect& seen = name.ground;
    const HitKind kind = map.layout.expanded[name.node] ? HitKind::kAreaTitle : HitKind::kCard;
    CHECK(hit({seen.x + pixel, seen.Center().y}, PointerPrecision::kFine) == Hit{kind, name.node});
    CHECK(hit({seen.Right() - pixel, seen.Center().y}, PointerPrecision::kFine) == Hit{kind, name.node});
    // A finger may miss a line of text by half of what a target lacks in height.
    const float beside = (kCoarseTarget * pixel - seen.h) / 2 - pixel;
    if (beside > 0) CHECK(hit({seen.x + pixel, seen.y - beside}, PointerPrecision::kCoarse).node == name.node);
  }
  tester.SetNames({});
  const WorldRect block = map.layout.rect[names.back().node];
  if (names.back().ground.x < block.x - kFineTarget * pixel)
    CHECK(hit({names.back().ground.x + pixel, block.Center().y}, PointerPrecision::kFine).node == kNoNode);
}

TEST_CASE("PlacedLabels_AreWholeWhereSmallerTypeFits") {
  SampleMap map(4, 3, {});
  const float pixel = 1 / SmallestZoom({Detail::kFar, 0});
  // Blocks side by side leave no room for overhang: 226 units are 72 CSS pixels here.
  for (NodeIndex i = 0; i < map.graph().Roots().size(); ++i) {
    WorldRect& r = map.layout.rect[map.graph().Roots()[i]];
    r = {static_cast<float>(i) * (r.w + 20), 0, r.w, r.h};
  }
  Roadmap roadmap = map.roadmap();
  roadmap.skills[map.graph().Roots()[1]].title = "Data engineering at scale";
  const auto names = PlaceLabels(roadmap, map.graph(), map.layout, pixel);
  const auto name = std::ranges::find(names, map.graph().Roots()[1], &PlacedLabel::node);
  REQUIRE(name != names.end());
  std::string text;
  for (const std::string& line : name->lines) text += (text.empty() ? "" : " ") + line;
  CHECK(text == "Data engineering at scale");
  CHECK(name->size >= 11 * pixel - 0.01f);
}

TEST_CASE("PlacedLabels_OfAreasStayInside") {
  const SampleMap map(6, 9, {0, 10, 20});
  const auto holds = [](const WorldRect& outer, const WorldRect& inner) {
    constexpr float kRounding = 0.01f;
    return inner.x >= outer.x - kRounding && inner.y >= outer.y - kRounding &&
           inner.Right() <= outer.Right() + kRounding && inner.Bottom() <= outer.Bottom() + kRounding;
  };
  bool plates = false, smaller = false;
  for (std::uint8_t step = 0; step < 12; ++step) {
    const float pixel = 1 / SmallestZoom({Detail::kFar, step});
    for (const PlacedLabel& name : PlaceLabels(map.roadmap(), map.graph(), map.layout, pixel)) {
      if (!name.area) continue;
      const WorldRect& area = map.layout.rect[name.node];
      CHECK(holds(area, name.box));
      if (name.plate) {
        CHECK(holds(area, name.ground));
        CHECK(name.ground.Bottom() >= name.box.Bottom());
      }
      plates = plates || name.plate;
      smaller = smaller || name.size < 12.9f * pixel;
    }
  }
  CHECK(plates);
  CHECK(smaller);
}

TEST_CASE("HitTester_VisitsWhatAWindowShows") {
  const SampleMap map(4, 6, {0, 7});
  const HitTester tester(map.graph(), map.layout);
  const WorldRect window{100, 40, 300, 260};
  std::set<NodeIndex> seen, expected;
  tester.VisitVisible(window, [&](NodeIndex node) { seen.insert(node); });
  for (NodeIndex node = 0; node < map.graph().size(); ++node)
    if (map.layout.visible[node] && map.layout.rect[node].Intersects(window)) expected.insert(node);
  CHECK(seen == expected);
}

}  // namespace
}  // namespace waymark
