#include "layout/map_layout.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <cmath>
#include <memory>

#include "layout_checks.hpp"
#include "sample_roadmap.hpp"

using namespace waymark;

namespace {

struct SampleMap {
  Roadmap roadmap;
  Graph graph;
  MapLayouter layouter;
  std::unique_ptr<bool[]> expanded;

  explicit SampleMap(Roadmap r)
      : roadmap(std::move(r)),
        graph(Graph::Build(roadmap).value()),
        layouter(roadmap, graph),
        expanded(new bool[graph.size()]()) {}
  MapLayout Place(const Pins& pins = {}) const { return layouter.Place({expanded.get(), graph.size()}, pins); }
  void Expand(bool all) { std::fill_n(expanded.get(), graph.size(), all); }
  NodeIndex Node(std::string_view id) const { return graph.Find(id); }
  SkillKey Key(std::string_view id) const { return roadmap.skills[Node(id)].key; }
};

bool Holds(const WorldRect& outer, const WorldRect& inner) {
  return inner.x >= outer.x - 0.01f && inner.y >= outer.y - 0.01f && inner.Right() <= outer.Right() + 0.01f &&
         inner.Bottom() <= outer.Bottom() + 0.01f;
}

// `rigid`: nothing is dragged, so edges also fall and keep far from cards.
void Check(const SampleMap& map, const MapLayout& layout, bool rigid) {
  for (NodeIndex a = 0; a < map.graph.size(); ++a) {
    const NodeIndex parent = map.graph.Parent(a);
    if (!layout.visible[a]) {
      CHECK(layout.rect[a] == layout.rect[parent]);
      continue;
    }
    CHECK(Holds(layout.bounds, layout.rect[a]));
    if (parent != kNoNode) {
      const WorldRect& area = layout.rect[parent];
      const WorldRect content{area.x + kAreaPadding, area.y + kAreaTitleHeight, area.w - 2 * kAreaPadding,
                              area.h - kAreaTitleHeight - kAreaPadding};
      CHECK(Holds(content, layout.rect[a]));
    }
    const auto siblings = parent == kNoNode ? map.graph.Roots() : map.graph.Children(parent);
    for (const NodeIndex b : siblings)
      if (a < b) CHECK_FALSE(layout.rect[a].Inflated(-0.01f).Intersects(layout.rect[b]));
  }
  for (const MapEdge& e : layout.edges) {
    CHECK(layout.visible[e.from]);
    CHECK(layout.visible[e.to]);
    CHECK(map.graph.Parent(e.from) == map.graph.Parent(e.to));
    CHECK_FALSE(e.stands_for.empty());
    CHECK(OnBorder(layout.rect[e.from], e.points.front()));
    CHECK(OnBorder(layout.rect[e.to], e.points.back()));
    for (NodeIndex v = 0; v < map.graph.size(); ++v)
      if (v != e.from && v != e.to && layout.visible[v] && map.graph.Parent(v) == map.graph.Parent(e.from))
        CHECK_FALSE(CurveEnters(e.points, layout.rect[v]));
    if (!rigid) continue;
    CHECK((e.points.back().y > e.points.front().y) == !e.against_flow);
    for (NodeIndex v = 0; v < map.graph.size(); ++v) {
      if (v == e.from || v == e.to || map.graph.Parent(v) != map.graph.Parent(e.from)) continue;
      for (std::size_t i = 0; i + 1 < e.points.size(); ++i)
        CHECK_FALSE(Enters(e.points[i], e.points[i + 1], layout.rect[v].Inflated(-0.5f)));
    }
  }
}

}  // namespace

TEST_CASE("MapLayouter_DrawsEveryExpansionSoundly", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 9)));
  SampleMap map(MakeSampleRoadmap(3 + seed % 3, 2, 4 + seed % 4, 60, seed));
  Check(map, map.Place(), true);
  map.Expand(true);
  Check(map, map.Place(), true);
  Random random(seed);
  for (NodeIndex v = 0; v < map.graph.size(); ++v) map.expanded[v] = random.Below(2) == 0;
  Check(map, map.Place(), true);
}

TEST_CASE("MapLayouter_StandsForEveryPrerequisite", "[layout]") {
  SampleMap map(MakeSampleRoadmap(4, 2, 5, 80, 3));
  map.Expand(true);
  const MapLayout layout = map.Place();
  for (const PrerequisiteEdge& plain : map.graph.Edges()) {
    const auto is_plain = [&](const PrerequisiteEdge& e) { return e.from == plain.from && e.to == plain.to; };
    CHECK(std::ranges::any_of(layout.edges,
                              [&](const MapEdge& e) { return std::ranges::any_of(e.stands_for, is_plain); }));
  }
}

TEST_CASE("MapLayouter_IsDeterministic", "[layout]") {
  SampleMap one(MakeSampleRoadmap(4, 3, 5, 90, 5)), two(MakeSampleRoadmap(4, 3, 5, 90, 5));
  one.Expand(true);
  two.Expand(true);
  const MapLayout a = one.Place(), b = two.Place();
  CHECK(a.rect == b.rect);
  REQUIRE(a.edges.size() == b.edges.size());
  for (std::size_t e = 0; e < a.edges.size(); ++e) CHECK(a.edges[e].points == b.edges[e].points);
}

TEST_CASE("MapLayouter_MovesUnrelatedCardsLittleWhenAGroupOpens", "[layout]") {
  SampleMap map(MakeSampleRoadmap(6, 2, 5, 70, 11));
  const MapLayout before = map.Place();
  for (const NodeIndex group : map.graph.Roots()) {
    map.Expand(false);
    map.expanded[group] = true;
    const MapLayout after = map.Place();
    const float grown = after.rect[group].h - before.rect[group].h;
    std::vector<float> across;
    for (const NodeIndex a : map.graph.Roots()) {
      if (a == group) continue;
      across.push_back(std::abs(after.rect[a].Center().x - before.rect[a].Center().x));
      CHECK(across.back() <= after.rect[group].w);
      // Down by what was opened above, or not at all.
      CHECK(after.rect[a].y - before.rect[a].y >= 0);
      CHECK(after.rect[a].y - before.rect[a].y <= grown + 0.01f);
      for (const NodeIndex b : map.graph.Roots())
        if (b != group && before.rect[a].y == before.rect[b].y && before.rect[a].x < before.rect[b].x)
          CHECK(after.rect[a].x < after.rect[b].x);
    }
    std::ranges::sort(across);
    CHECK(across[across.size() / 2] < kMaxCardWidth);
  }
}

TEST_CASE("MapLayouter_MovesOtherCardsByLessThanTheirWidthInALargeMap", "[layout]") {
  SampleMap map(MakeSampleRoadmap(13, 7, 11, 1300, 7));
  Random random(1);
  for (NodeIndex v = 0; v < map.graph.size(); ++v) map.expanded[v] = random.Below(2) == 0;
  std::vector<float> medians;
  for (const NodeIndex group : map.graph.Preorder()) {
    const MapLayout before = map.Place();
    if (!map.graph.IsGroup(group) || !before.visible[group]) continue;
    map.expanded[group] = !map.expanded[group];
    const MapLayout after = map.Place();
    map.expanded[group] = !map.expanded[group];
    std::vector<float> moved;
    for (NodeIndex v = 0; v < map.graph.size(); ++v) {
      NodeIndex above = v;
      while (above != kNoNode && above != group) above = map.graph.Parent(above);
      if (above == group || !before.visible[v] || !after.visible[v]) continue;
      const WorldVector by = after.rect[v].TopLeft() - before.rect[v].TopLeft();
      moved.push_back(std::hypot(by.x, by.y) / after.rect[v].w);
    }
    std::ranges::sort(moved);
    medians.push_back(moved[moved.size() / 2]);
  }
  std::ranges::sort(medians);
  REQUIRE(medians.size() > 20);
  CHECK(medians[medians.size() / 2] < 1);
}

TEST_CASE("MapLayouter_KeepsDraggedCardsExactlyAndClear", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 8)));
  SampleMap map(MakeSampleRoadmap(5, 2, 5, 60, seed));
  Random random(seed);
  for (NodeIndex v = 0; v < map.graph.size(); ++v) map.expanded[v] = random.Below(2) == 0;
  Pins pins;
  const auto anywhere = [&] { return static_cast<float>(random.Below(2400)) - 900.5f; };
  for (const char* id : {"t1", "t2-s0", "t3-s1-k2"}) pins[map.Key(id)] = {anywhere(), anywhere()};
  const MapLayout layout = map.Place(pins);
  Check(map, layout, false);
  for (const char* id : {"t1", "t2-s0", "t3-s1-k2"}) {
    const NodeIndex node = map.Node(id);
    if (!layout.visible[node]) continue;
    CHECK(map.layouter.PinFor(node, layout.rect[node].TopLeft(), layout).x - pins[map.Key(id)].x < 0.01f);
    if (map.graph.Parent(node) == kNoNode) CHECK(layout.rect[node].TopLeft() == WorldPoint{} + pins[map.Key(id)]);
  }
}

TEST_CASE("MapLayouter_PinForKeepsACardWhereItIsSeen", "[layout]") {
  SampleMap map(MakeSampleRoadmap(3, 2, 5, 40, 2));
  map.Expand(true);
  const MapLayout seen = map.Place();
  const NodeIndex node = map.Node("t1-s1-k2");
  const WorldPoint target = seen.rect[node].TopLeft() + WorldVector{20, 9};
  const Pins pins{{map.Key("t1-s1-k2"), map.layouter.PinFor(node, target, seen)}};
  const MapLayout after = map.Place(pins);
  const WorldVector off = after.rect[node].TopLeft() - target;
  CHECK(std::abs(off.x) < 0.01f);
  CHECK(std::abs(off.y) < 0.01f);
}

TEST_CASE("MapLayouter_IgnoresPinsThatAreNoNumbers", "[layout]") {
  SampleMap map(MakeSampleRoadmap(3, 1, 3, 10, 2));
  const Pins pins{{map.Key("t1"), {std::nanf(""), 3}}, {map.Key("t2"), {INFINITY, 0}}};
  CHECK(map.Place(pins).rect == map.Place().rect);
}

TEST_CASE("MapLayouter_MarksWhatRunsAgainstTheFlow", "[layout]") {
  // The second track needs the first twice and is needed once.
  Roadmap roadmap = MakeSampleRoadmap(2, 1, 3, 0, 1);
  for (Skill& skill : roadmap.skills) skill.requirements.clear();
  const auto skill = [&](std::string_view id) -> Skill& { return *std::ranges::find(roadmap.skills, id, &Skill::id); };
  skill("t1-s0-k0").requirements.emplace_back().any_of = {"t0-s0-k0"};
  skill("t1-s0-k1").requirements.emplace_back().any_of = {"t0-s0-k1"};
  skill("t0-s0-k2").requirements.emplace_back().any_of = {"t1-s0-k0"};
  const SampleMap map(std::move(roadmap));
  const MapLayout layout = map.Place();
  REQUIRE(layout.edges.size() == 2);
  for (const MapEdge& e : layout.edges) {
    CHECK(e.against_flow == (e.from == map.Node("t1")));
    CHECK(e.stands_for.size() == (e.against_flow ? 1u : 2u));
  }
  Check(map, layout, true);
}

TEST_CASE("MapLayouter_UpdateLaysOutOnlyTheLevelsConcerned", "[layout]") {
  SampleMap map(MakeSampleRoadmap(4, 3, 6, 90, 3));
  const auto skill = [&](std::string_view id) -> Skill& {
    return *std::ranges::find(map.roadmap.skills, id, &Skill::id);
  };
  const auto update = [&] {
    map.graph = Graph::Build(map.roadmap).value();
    return map.layouter.Update();
  };
  CHECK(update() == 0);
  skill("t1-s1-k2").summary = "Nothing that a card shows.";
  CHECK(update() == 0);
  skill("t1-s1-k2").title = std::string(40, 'w');  // a wider card
  CHECK(update() == 1);
  // A skill of its own in one group, last in the file: every other node keeps its number.
  Skill added = skill("t0-s0-k0");
  added.id = "added";
  added.key = {999};
  added.requirements.clear();
  map.roadmap.skills.push_back(added);
  CHECK(update() == 1);
  // Now all numbers shift.
  std::ranges::rotate(map.roadmap.skills, map.roadmap.skills.end() - 1);
  map.roadmap.skills.front().parent = "t3-s2";
  CHECK(update() == 2);
  map.roadmap.skills.erase(map.roadmap.skills.begin());
  CHECK(update() == 1);
}

TEST_CASE("MapLayouter_UpdateFollowsAPrerequisiteAtTheLevelWhereItsEndsPart", "[layout]") {
  Roadmap roadmap = MakeSampleRoadmap(3, 2, 4, 0, 1);
  for (Skill& skill : roadmap.skills) skill.requirements.clear();
  SampleMap map(std::move(roadmap));
  const auto require = [&](std::string_view to, const char* from) {
    std::ranges::find(map.roadmap.skills, to, &Skill::id)->requirements.emplace_back().any_of = {from};
    map.graph = Graph::Build(map.roadmap).value();
    return map.layouter.Update();
  };
  CHECK(require("t0-s0-k1", "t0-s0-k0") == 1);
  CHECK(require("t1-s0-k1", "t0-s0-k1") == 1);
  map.expanded[map.Node("t0")] = map.expanded[map.Node("t0-s0")] = true;
  const MapLayout layout = map.Place();
  REQUIRE(layout.edges.size() == 2);
  Check(map, layout, true);
}

TEST_CASE("MapLayouter_UpdateDrawsEveryChangeSoundly", "[layout]") {
  const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 7)));
  SampleMap map(MakeSampleRoadmap(3 + seed % 3, 2, 4 + seed % 4, 60, seed));
  Random random(seed);
  for (int step = 0; step < 12; ++step) {
    auto& skills = map.roadmap.skills;
    const auto any = [&] { return random.Below(static_cast<std::uint32_t>(skills.size())); };
    const Roadmap before = map.roadmap;
    switch (random.Below(4)) {
      case 0: {
        Skill added;
        added.id = "n" + std::to_string(step);
        added.key = {1000 + static_cast<std::uint32_t>(step)};
        added.title = "New";
        added.parent = skills[any()].parent;
        if (random.Below(2) == 0) added.requirements.emplace_back().any_of = {skills[any()].id};
        skills.insert(skills.begin() + any(), added);
        break;
      }
      case 1:
        skills[any()].parent = skills[any()].parent;
        break;
      case 2:
        skills[any()].requirements.emplace_back().any_of = {skills[any()].id};
        break;
      default:
        skills[any()].requirements.clear();
    }
    auto graph = Graph::Build(map.roadmap);
    if (!graph) {
      map.roadmap = before;
      continue;
    }
    map.graph = std::move(*graph);
    map.layouter.Update();
    map.expanded.reset(new bool[map.graph.size()]());
    Check(map, map.Place(), true);
    map.Expand(true);
    Check(map, map.Place(), true);
  }
}

TEST_CASE("CardSizeOf_FitsTheTitleWithinBounds", "[layout]") {
  Skill skill;
  CHECK(CardSizeOf(skill, false) == Size{kMinCardWidth, kCardHeight});
  skill.title = std::string(300, 'W');
  CHECK(CardSizeOf(skill, false) == Size{kMaxCardWidth, kCardHeight});
  CHECK(CardSizeOf(skill, true) == Size{kMaxCardWidth, kGroupHeight});
  skill.title = "Gradient descent, by hand";
  CHECK(CardSizeOf(skill, false).w > kMinCardWidth);
  CHECK(CardSizeOf(skill, false).w < kMaxCardWidth);
}
