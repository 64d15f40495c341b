#include "app/derived.hpp"

#include <array>
#include <memory>
#include <string>
#include <utility>

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

std::string Skills(std::size_t count) { return std::to_string(count) + (count == 1 ? " skill" : " skills"); }

std::string WhatMergingDoes(const SharedPreview& preview) {
  const std::size_t forward = preview.adds.size(), back = preview.takes_back.size();
  if (forward == 0 && back == 0) return "Nothing in it that you do not have already.";
  const std::string moves = forward > 0 ? "moves " + Skills(forward) + " of yours forward" : std::string();
  const std::string takes = back > 0 ? "takes " + Skills(back) + " of yours back" : std::string();
  return "Merging " + moves + (forward > 0 && back > 0 ? " and " : "") + takes + ". Nothing changes until you merge.";
}

void RefreshPreview(AppState& state, bool theirs_changed) {
  SharedPreview& preview = *state.preview;
  if (theirs_changed) preview.theirs = ProgressSummary::Of(GraphOf(state), RoadmapOf(state), preview.shared.progress);
  preview.adds.clear();
  preview.takes_back.clear();
  for (const Skill& skill : RoadmapOf(state).skills) {
    const auto theirs = preview.shared.progress.skills.find(skill.key);
    if (theirs == preview.shared.progress.skills.end()) continue;
    const auto found = state.progress.skills.find(skill.key);
    const Register mine = found == state.progress.skills.end() ? Register{} : found->second;
    const SkillState merged = Join(mine, theirs->second).state;
    if (merged > mine.state) preview.adds.push_back(skill.key);
    if (merged < mine.state) preview.takes_back.push_back(skill.key);
  }
  preview.message = WhatMergingDoes(preview);
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
