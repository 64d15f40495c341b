#include <cmath>
#include <utility>

#include "app/protocol/filter_names.hpp"
#include "app/protocol/page_protocol.hpp"
#include "io/json.hpp"

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

Json Shared(const AppState& state) {
  if (!state.preview) return {};
  const SharedPreview& preview = *state.preview;
  return Json::Object{{"theirs", preview.theirs.whole.done},
                      {"yours", state.summary.whole.done},
                      {"adds", Keys(preview.adds)},
                      {"takesBack", Keys(preview.takes_back)},
                      {"sender", preview.shared.label.sender},
                      {"day", preview.shared.label.day},
                      {"message", preview.message}};
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
                                    {"problem", change.problem}});
  }
  return Json::Object{{"roadmaps", std::move(roadmaps)}, {"settings", state.backup->settings}};
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
  return Json::Object{
      {"id", state.notice->id}, {"text", state.notice->text}, {"kind", state.notice->error ? "error" : "info"}};
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

std::string LastLabel(const std::vector<HistoryStep>& steps) {
  return steps.empty() ? std::string() : steps.back().label;
}

}  // namespace

std::string StateJson(const AppState& state) {
  Json roadmap;
  Json::Array skills;
  if (state.open) {
    const Roadmap& open = RoadmapOf(state);
    roadmap = Json::Object{{"id", open.id}, {"title", open.title}, {"summary", open.summary}};
    for (NodeIndex node = 0; node < open.skills.size(); ++node) skills.push_back(SkillOf(state, node));
  }
  const Json message = Json::Object{
      {"rev", state.revision.page},
      {"roadmap", std::move(roadmap)},
      {"selected", state.selected.value},
      {"hovered", state.hovered.value},
      {"menu", state.menu.has_value()},
      {"whole", Whole(state.summary.whole)},
      {"waypoints", Waypoints(state)},
      {"zoom", Rounded(state.camera.zoom)},
      {"canUndo", state.history.CanUndo()},
      {"canRedo", state.history.CanRedo()},
      {"undoLabel", LastLabel(state.history.done)},
      {"redoLabel", LastLabel(state.history.undone)},
      {"dark", state.settings.dark},
      {"save", Json::Object{{"state", Name(state.save.state)}, {"message", state.save.message}}},
      {"filter", FilterState(state)},
      {"arrived", Arrivals(state)},
      {"shared", Shared(state)},
      {"backup", BackupOf(state)},
      {"elsewhere", Elsewhere(state)},
      {"notice", NoticeOf(state)},
      {"skills", std::move(skills)},
  };
  return message.Dump();
}

}  // namespace waymark
