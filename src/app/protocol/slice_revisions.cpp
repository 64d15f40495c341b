#include "app/protocol/slice_revisions.hpp"

#include <bit>
#include <functional>
#include <string>

#include "io/message_json.hpp"

namespace waymark {
namespace {

SliceRevision RevisionOf(Slice slice, const AppState& state) {
  const Revisions& r = state.revision;
  switch (slice) {
    case Slice::kRoadmap:
    case Slice::kTree:
      return {r.graph};
    case Slice::kRows:
      return {r.graph, r.expansion, r.progress, r.filter, r.shared};
    case Slice::kWhole:
    case Slice::kWaypoints:
      return {r.graph, r.progress};
    case Slice::kSchedule:
      return {state.progress.schedule.minutes_per_week.value, state.progress.schedule.start_day.value};
    case Slice::kView:
      return {state.selected.value, state.hovered.value, state.menu ? 1u : 0u,
              std::bit_cast<std::uint32_t>(state.camera.zoom)};
    case Slice::kLook:
      return {state.settings.dark ? 1u : 0u};
    case Slice::kHistory:
      return {r.graph, state.history.revision};
    case Slice::kSave:
      return {static_cast<std::uint64_t>(state.save.state),
              std::hash<std::string>{}(MessageJson(state.save.message).Dump()),
              state.save.state == SaveState::kFailed ? r.progress : 0};
    case Slice::kFilter:
      return {r.graph, r.filter, r.progress};
    case Slice::kArrived:
      return {r.graph, r.arrived, r.progress};
    case Slice::kShared:
      return {r.graph, r.shared, state.preview ? r.progress : 0};
    case Slice::kElsewhere:
      return {state.elsewhere ? state.elsewhere->id : 0};
    case Slice::kBackup:
      return {r.graph, r.backup};
    case Slice::kNotice:
      return {state.notice ? state.notice->id : 0};
    case Slice::kDetails:
      return {r.graph, state.selected.value, state.selected.value != 0 ? r.progress : 0};
  }
  return {};
}

}  // namespace

SliceRevisions SliceRevisionsOf(const AppState& state) {
  SliceRevisions revisions;
  for (std::size_t i = 0; i < kSliceCount; ++i) revisions[i] = RevisionOf(static_cast<Slice>(i), state);
  return revisions;
}

}  // namespace waymark
