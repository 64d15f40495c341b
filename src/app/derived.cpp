#include "app/derived.hpp"

#include <array>
#include <memory>
#include <string>
#include <utility>

#include "app/commands/edit.hpp"
#include "app/storage/intake.hpp"
#include "view/overview/label_placement.hpp"

namespace waymark {
namespace {

void PlaceCards(AppState& state) {
  const OpenRoadmap& open = *state.open;
  const std::size_t count = open.graph.size();
  // Not vector<bool>: the layouter takes a span.
  const auto expanded = std::make_unique<bool[]>(count);
  for (const SkillKey key : state.expanded) {
    if (const NodeIndex node = open.graph.FindKey(key); node != kNoNode) expanded[node] = true;
  }
  state.hit_tester.reset();
  state.layout = open.layouter.Place({expanded.get(), count}, state.pins);
  state.hit_tester.emplace(open.graph, state.layout);
  ++state.layouts_made;
  ++state.revision.motion;
}

// What is seen as a group's name is hit as the group.
void RefreshNames(AppState& state) {
  std::vector<NamePlate> plates;
  if (state.detail.detail == Detail::kFar) {
    const float pixel = 1 / SmallestZoom(state.detail);
    for (const PlacedLabel& name : PlaceLabels(RoadmapOf(state), GraphOf(state), state.layout, pixel))
      plates.push_back({name.node, name.ground});
  }
  state.hit_tester->SetNames(std::move(plates));
}

void RefreshSummary(AppState& state, bool other_map) {
  const Revisions& now = state.revision;
  const MarkedSkills& marked = state.marked;
  if (!other_map && marked.from == state.derived.progress && marked.to == now.progress)
    state.summary.Update(GraphOf(state), RoadmapOf(state), state.progress, marked.skills);
  else
    state.summary = ProgressSummary::Of(GraphOf(state), RoadmapOf(state), state.progress);
  state.marked = {{}, now.progress, now.progress};
}

// What this road does not have, and how much of it may be kept on request.
Message WhatIsLeftOut(const UnknownPart& unknown) {
  if (unknown.skills_taken == 0) return {"shared.left-out", {{"count", unknown.skills}}};
  if (unknown.skills_taken == unknown.skills) return {"shared.left-out-all", {{"count", unknown.skills}}};
  return {"shared.left-out-some", {{"count", unknown.skills}, {"taken", unknown.skills_taken}}};
}

Message WhatMovesIt(std::size_t forward, std::size_t back) {
  if (forward == 0 && back == 0) return {"shared.nothing-new"};
  if (back == 0) return {"shared.merging-forward", {{"forward", forward}}};
  if (forward == 0) return {"shared.merging-back", {{"back", back}}};
  return {"shared.merging-both", {{"forward", forward}, {"back", back}}};
}

Message WhatMergingDoes(const SharedPreview& preview) {
  Message moves = WhatMovesIt(preview.adds.size(), preview.takes_back.size());
  if (preview.unknown.skills == 0) return moves;
  return {"shared.and-left-out", {{"merging", std::move(moves)}, {"unknown", WhatIsLeftOut(preview.unknown)}}};
}

std::vector<SkillKey> InFileOrder(const AppState& state, const std::vector<SkillKey>& keys) {
  std::vector<SkillKey> ordered;
  for (const NodeIndex node : SkillsOf(state, keys)) ordered.push_back(SkillAt(state, node).key);
  return ordered;
}

void RefreshPreview(AppState& state, bool theirs_changed) {
  SharedPreview& preview = *state.preview;
  if (theirs_changed) preview.theirs = ProgressSummary::Of(GraphOf(state), RoadmapOf(state), preview.shared.progress);
  const StoredRoadmap theirs{.progress = preview.shared.progress, .pins = {}, .expanded = {}, .extra = {}};
  const KnownKeys known = KnownOf(state, false);
  const BackupChange change = TakeIn(KeptOf(state), theirs, {.known = &known, .restores = false}).change;
  preview.adds = InFileOrder(state, change.forward);
  preview.takes_back = InFileOrder(state, change.back);
  preview.unknown = change.unknown;
  preview.message = change.problem.empty() ? WhatMergingDoes(preview) : change.problem;
}

}  // namespace

void RefreshLayout(AppState& state) {
  const Revisions& now = state.revision;
  const std::array<std::uint64_t, 3> wanted = {now.graph, now.expansion, now.pins};
  if (!state.open || state.laid_out == wanted) return;
  PlaceCards(state);
  state.laid_out = wanted;
}

void RefreshDerived(AppState& state) {
  RefreshLayout(state);
  const Revisions now = state.revision;
  const Revisions& then = state.derived;
  if (state.open) {
    const bool other_map = now.graph != then.graph;
    const bool other_progress = other_map || now.progress != then.progress;
    if (other_progress) {
      RefreshSummary(state, other_map);
      state.waypoints = WaypointsOf(GraphOf(state), RoadmapOf(state), state.summary);
    }
    if (other_progress || now.filter != then.filter) {
      state.matches =
          MatchesOf(GraphOf(state), RoadmapOf(state), state.summary, state.filter, state.settings.hide_done);
    }
    const bool other_preview = other_map || now.shared != then.shared;
    if (state.preview && (other_progress || other_preview)) RefreshPreview(state, other_preview);
  }
  const LevelOfDetail detail_before = state.detail;
  if (now.camera != then.camera) state.detail = ChooseDetail(state.camera.zoom, state.detail);
  const bool other_layout = std::exchange(state.names_of_layout, state.layouts_made) != state.layouts_made;
  if (state.open && (other_layout || state.detail != detail_before)) RefreshNames(state);
  state.derived = state.revision;
}

}  // namespace waymark
