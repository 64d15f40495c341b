#include <cmath>
#include <utility>

#include "app/commands/edit.hpp"
#include "app/protocol/filter_names.hpp"
#include "app/protocol/page_protocol.hpp"
#include "app/protocol/slice_json.hpp"
#include "io/json.hpp"
#include "io/message_json.hpp"

namespace waymark {
namespace {

// Short in the text, and finer than anybody can see.
Json Rounded(float value) { return Json(std::round(static_cast<double>(value) * 1e4) / 1e4); }

Json Keys(const std::vector<SkillKey>& keys) {
  Json::Array out;
  for (const SkillKey key : keys) out.emplace_back(key.value);
  return out;
}

Json Whole(const Tally& whole) {
  return Json::Object{{"done", whole.done},
                      {"skills", whole.skills},
                      {"fraction", Rounded(whole.Fraction())},
                      {"hoursLow", Rounded(whole.hours.low)},
                      {"hoursHigh", Rounded(whole.hours.high)},
                      {"leftLow", Rounded(whole.hours_left.low)},
                      {"leftHigh", Rounded(whole.hours_left.high)}};
}

Json Waypoints(const AppState& state) {
  Json::Array out;
  for (std::size_t i = 0; i < state.waypoints.size(); ++i) {
    const Waypoint& waypoint = RoadmapOf(state).waypoints[i];
    const WaypointProgress& progress = state.waypoints[i];
    out.push_back(Json::Object{{"id", waypoint.id},
                               {"title", waypoint.title},
                               {"summary", waypoint.summary},
                               {"skills", progress.skills},
                               {"done", progress.done},
                               {"leftLow", Rounded(progress.hours_left.low)},
                               {"leftHigh", Rounded(progress.hours_left.high)}});
  }
  return out;
}

std::string_view Name(SaveState state) {
  switch (state) {
    case SaveState::kSaved:
      return "saved";
    case SaveState::kSaving:
      return "saving";
    case SaveState::kFailed:
      return "failed";
  }
  std::unreachable();
}

std::string_view Name(ArrivalFrom from) {
  switch (from) {
    case ArrivalFrom::kTab:
      return "tab";
    case ArrivalFrom::kLink:
      return "link";
    case ArrivalFrom::kBackup:
      return "backup";
  }
  std::unreachable();
}

Json Unknown(const UnknownPart& unknown) {
  return Json::Object{{"skills", unknown.skills},
                      {"skillsTaken", unknown.skills_taken},
                      {"memberBytes", unknown.member_bytes},
                      {"membersTaken", unknown.members_taken}};
}

Json Shared(const AppState& state) {
  if (!state.preview) return {};
  const SharedPreview& preview = *state.preview;
  return Json::Object{{"theirs", preview.theirs.whole.done}, {"yours", state.summary.whole.done},
                      {"adds", Keys(preview.adds)},          {"takesBack", Keys(preview.takes_back)},
                      {"unknown", Unknown(preview.unknown)}, {"sender", preview.shared.label.sender},
                      {"day", preview.shared.label.day},     {"message", MessageJson(preview.message)}};
}

Json BackupOf(const AppState& state) {
  if (!state.backup) return {};
  Json::Array roadmaps;
  for (const BackupChange& change : state.backup->changes) {
    roadmaps.push_back(Json::Object{{"id", change.roadmap},
                                    {"hash", RoadmapHash(change.roadmap)},
                                    {"open", state.open && RoadmapOf(state).id == change.roadmap},
                                    {"forward", Keys(change.forward)},
                                    {"back", Keys(change.back)},
                                    {"notes", Keys(change.notes)},
                                    {"cards", change.cards},
                                    {"groups", change.groups},
                                    {"cleared", change.cleared},
                                    {"pace", change.pace},
                                    {"start", change.start},
                                    {"unknown", Unknown(change.unknown)},
                                    {"unknownRoad", change.unknown_road},
                                    {"problem", MessageJson(change.problem)}});
  }
  return Json::Object{{"roadmaps", std::move(roadmaps)},
                      {"settings", state.backup->settings},
                      {"unknownRoads", state.backup->unknown_roads},
                      {"changes", state.backup->Changes(false)},
                      {"changesWithUnknown", state.backup->Changes(true)}};
}

// What could be let go of when storing fails.
Json Room(const AppState& state) {
  Json::Array roads;
  for (const auto& [id, bytes] : state.save.sizes) {
    roads.push_back(Json::Object{
        {"id", id}, {"hash", RoadmapHash(id)}, {"open", state.open && RoadmapOf(state).id == id}, {"bytes", bytes}});
  }
  return roads;
}

Json Save(const AppState& state) {
  Json::Object save{{"state", Name(state.save.state)}, {"message", MessageJson(state.save.message)}};
  if (state.save.state != SaveState::kFailed || !state.open) return save;
  const UnknownPart unknown = UnknownHere(state);
  save.emplace_back("room", Room(state));
  save.emplace_back("unknown", Unknown(unknown));
  return save;
}

Json Elsewhere(const AppState& state) {
  if (!state.elsewhere) return {};
  return Json::Object{
      {"id", state.elsewhere->id}, {"roadmap", state.elsewhere->roadmap}, {"link", state.elsewhere->text}};
}

template <class T, std::size_t N>
Json Names(EnumSet<T> chosen, const std::array<std::pair<std::string_view, T>, N>& known) {
  Json::Array out;
  for (const auto& [name, value] : known) {
    if (chosen.contains(value)) out.emplace_back(name);
  }
  return out;
}

Json FilterState(const AppState& state) {
  const Filter& filter = state.filter;
  Json::Object out{{"active", !filter.Empty()},
                   {"states", Names(filter.marks, kMarkNames)},
                   {"kinds", Names(filter.kinds, kKindNames)},
                   {"tracks", Keys({filter.tracks.begin(), filter.tracks.end()})},
                   {"hideDone", state.settings.hide_done},
                   {"matches", state.matches.whole},
                   {"skills", state.matches.skills}};
  for (const auto& [name, relation] : kRelationNames) {
    if (filter.relation == relation) out.emplace_back(std::string(name), filter.of.value);
  }
  return out;
}

// What came from elsewhere and is still so.
Json Arrivals(const AppState& state) {
  Json::Array out;
  for (const auto& [key, arrival] : state.arrived) {
    if (state.progress.State(key) == arrival.before) continue;
    out.push_back(
        Json::Object{{"key", key.value}, {"before", static_cast<int>(arrival.before)}, {"from", Name(arrival.from)}});
  }
  return out;
}

Json NoticeOf(const AppState& state) {
  if (!state.notice) return {};
  return Json::Object{{"id", state.notice->id},
                      {"text", MessageJson(state.notice->text)},
                      {"kind", state.notice->error ? "error" : "info"}};
}

Json SkillOf(const AppState& state, NodeIndex node) {
  const ProgressSummary& summary = state.summary;
  Json::Object skill{{"key", SkillAt(state, node).key.value},
                     {"state", static_cast<int>(summary.state[node])},
                     {"available", summary.availability[node] == Availability::kAvailable},
                     {"expanded", GraphOf(state).IsGroup(node) && state.expanded.contains(SkillAt(state, node).key)},
                     {"done", summary.tally[node].done},
                     {"total", summary.tally[node].skills}};
  if (state.matches.Active()) skill.emplace_back("matches", state.matches.count[node]);
  if (state.preview) skill.emplace_back("theirs", static_cast<int>(state.preview->theirs.state[node]));
  return skill;
}

Json ScheduleOf(const AppState& state) {
  const Schedule& schedule = state.progress.schedule;
  return Json::Object{{"minutesPerWeek", static_cast<int>(schedule.minutes_per_week.value)},
                      {"startDay", static_cast<int>(schedule.start_day.value)}};
}

Json LastLabel(const std::vector<HistoryStep>& steps) {
  return steps.empty() ? Json() : MessageJson(steps.back().label);
}

Json RoadmapInfo(const AppState& state) {
  if (!state.open) return {};
  const Roadmap& open = RoadmapOf(state);
  return Json::Object{{"id", open.id}, {"title", open.title}, {"summary", open.summary}, {"language", open.language}};
}

// In columns: a road of many thousands of skills is one message.
Json TreeOf(const AppState& state) {
  Json::Array keys, parents, ids, titles;
  if (state.open) {
    const Graph& graph = GraphOf(state);
    for (NodeIndex node = 0; node < graph.size(); ++node) {
      const Skill& skill = SkillAt(state, node);
      const NodeIndex parent = graph.Parent(node);
      keys.emplace_back(skill.key.value);
      parents.emplace_back(parent == kNoNode ? 0u : SkillAt(state, parent).key.value);
      ids.emplace_back(skill.id);
      titles.emplace_back(skill.title);
    }
  }
  return Json::Object{{"keys", std::move(keys)},
                      {"parents", std::move(parents)},
                      {"ids", std::move(ids)},
                      {"titles", std::move(titles)}};
}

Json::Object ViewOf(const AppState& state) {
  return {{"selected", state.selected.value},
          {"hovered", state.hovered.value},
          {"menu", state.menu.has_value()},
          {"zoom", Rounded(state.camera.zoom)}};
}

Json::Object LookOf(const AppState& state) { return {{"dark", state.settings.dark}}; }

Json::Object HistoryOf(const AppState& state) {
  return {{"canUndo", state.history.CanUndo()},
          {"canRedo", state.history.CanRedo()},
          {"undoLabel", LastLabel(state.history.done)},
          {"redoLabel", LastLabel(state.history.undone)}};
}

Json SliceOf(Slice slice, const AppState& state) {
  switch (slice) {
    case Slice::kRoadmap:
      return RoadmapInfo(state);
    case Slice::kTree:
      return TreeOf(state);
    case Slice::kRows:
      return Json::Array{};
    case Slice::kWhole:
      return Whole(state.summary.whole);
    case Slice::kWaypoints:
      return Waypoints(state);
    case Slice::kSchedule:
      return ScheduleOf(state);
    case Slice::kView:
      return ViewOf(state);
    case Slice::kLook:
      return LookOf(state);
    case Slice::kHistory:
      return HistoryOf(state);
    case Slice::kSave:
      return Save(state);
    case Slice::kFilter:
      return FilterState(state);
    case Slice::kArrived:
      return Arrivals(state);
    case Slice::kShared:
      return Shared(state);
    case Slice::kElsewhere:
      return Elsewhere(state);
    case Slice::kBackup:
      return BackupOf(state);
    case Slice::kNotice:
      return NoticeOf(state);
    case Slice::kDetails:
      break;
  }
  return {};
}

}  // namespace

std::string SliceJson(Slice slice, const AppState& state) {
  return slice == Slice::kDetails ? DetailsJson(state, state.selected) : SliceOf(slice, state).Dump();
}

std::string StateJson(const AppState& state) {
  Json::Array skills;
  if (state.open) {
    for (NodeIndex node = 0; node < RoadmapOf(state).skills.size(); ++node) skills.push_back(SkillOf(state, node));
  }
  Json::Object message{{"rev", state.revision.page}};
  for (const Json::Object& scalars : {ViewOf(state), LookOf(state), HistoryOf(state)})
    message.insert(message.end(), scalars.begin(), scalars.end());
  for (const SliceEntry& entry : SliceTable()) {
    switch (entry.slice) {
      case Slice::kTree:
      case Slice::kRows:
      case Slice::kView:
      case Slice::kLook:
      case Slice::kHistory:
      case Slice::kDetails:
        break;
      default:
        message.emplace_back(std::string(entry.name), SliceOf(entry.slice, state));
    }
  }
  message.emplace_back("skills", std::move(skills));
  return Json(std::move(message)).Dump();
}

}  // namespace waymark
