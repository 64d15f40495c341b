#include "view/transition.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "unit/view/sample_map.hpp"

namespace waymark {
namespace {

bool SameEdges(const MapLayout& a, const MapLayout& b) {
  if (a.edges.size() != b.edges.size()) return false;
  for (std::size_t i = 0; i < a.edges.size(); ++i)
    if (a.edges[i].from != b.edges[i].from || a.edges[i].to != b.edges[i].to || a.edges[i].points != b.edges[i].points)
      return false;
  return true;
}

TEST_CASE("Transition_EndsExactlyAtItsTarget") {
  const SampleMap before(4, 5, {}), after(4, 5, {0, 12});
  for (const bool forward : {true, false}) {
    const MapLayout& from = forward ? before.layout : after.layout;
    const MapLayout& to = forward ? after.layout : before.layout;
    LayoutTransition transition(before.graph(), from, to);
    const TransitionFrame& end = transition.At(1);
    CHECK(end.layout.rect == to.rect);
    CHECK(end.layout.visible == to.visible);
    CHECK(end.layout.expanded == to.expanded);
    CHECK(end.layout.bounds == to.bounds);
    CHECK(SameEdges(end.layout, to));
    for (const float opacity : end.node_opacity) CHECK(opacity == 1);
    for (const float opacity : end.edge_opacity) CHECK(opacity == 1);
  }
}

TEST_CASE("Transition_BeginsWhereThingsWere") {
  const SampleMap before(4, 5, {}), after(4, 5, {0});
  LayoutTransition transition(before.graph(), before.layout, after.layout);
  const TransitionFrame& start = transition.At(0);
  for (const NodeIndex root : before.graph().Roots()) {
    CHECK(start.layout.rect[root] == before.layout.rect[root]);
    CHECK(start.node_opacity[root] == 1);
  }
  // What appears is still inside its group's card, and not seen yet.
  const WorldRect group = before.layout.rect[0].Inflated(0.01f);
  for (const NodeIndex child : before.graph().Children(0)) {
    const WorldRect r = start.layout.rect[child];
    CHECK(start.layout.visible[child]);
    CHECK(start.node_opacity[child] == 0);
    CHECK((r.x >= group.x && r.y >= group.y && r.Right() <= group.Right() && r.Bottom() <= group.Bottom()));
  }
}

TEST_CASE("Transition_MovesStraightAndSlowsDown") {
  const SampleMap before(4, 5, {}), after(4, 5, {0});
  const NodeIndex last = before.graph().Roots()[3];
  LayoutTransition transition(before.graph(), before.layout, after.layout);
  float y = before.layout.rect[last].y, step = std::numeric_limits<float>::infinity();
  for (int i = 1; i <= 20; ++i) {
    const float now = transition.At(static_cast<float>(i) / 20).layout.rect[last].y;
    CHECK(now > y);
    CHECK(now - y <= step * 1.001f);
    step = now - y;
    y = now;
  }
}

TEST_CASE("Transition_CollapsesIntoTheGroup") {
  const SampleMap before(3, 5, {0}), after(3, 5, {});
  LayoutTransition transition(before.graph(), before.layout, after.layout);
  const NodeIndex child = before.graph().Children(0)[2];
  const TransitionFrame near_end = transition.At(0.999f);
  CHECK(near_end.node_opacity[child] < 0.01f);
  CHECK(after.layout.rect[0].Inflated(1).Contains(near_end.layout.rect[child].Center()));
  CHECK_FALSE(transition.At(1).layout.visible[child]);
}

}  // namespace
}  // namespace waymark
