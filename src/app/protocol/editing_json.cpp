#include <array>
#include <utility>

#include "app/protocol/edit_json.hpp"
#include "app/protocol/page_protocol.hpp"
#include "edit/diagnostics.hpp"
#include "edit/edit_error.hpp"

namespace waymark {
namespace {

constexpr std::array<std::string_view, 8> kDiagnosticNames = {
    "redundant_prerequisite", "no_reason",      "no_hours",    "no_proof",
    "title_too_long",         "repeated_title", "empty_group", "unreachable_waypoint"};

constexpr std::array<std::string_view, 20> kProblemNames = {
    "no_such_skill",      "no_such_item", "unknown_name",   "key_taken",      "no_key_left",
    "id_taken",           "not_an_id",    "text_missing",   "text_too_long",  "unsafe_address",
    "hours_out_of_range", "out_of_range", "names_nothing",  "named_twice",    "too_many",
    "inside_itself",      "too_deep",     "group_requires", "group_required", "prerequisite_cycle"};
static_assert(static_cast<std::size_t>(EditProblem::kPrerequisiteCycle) + 1 == kProblemNames.size());
static_assert(static_cast<std::size_t>(DiagnosticCode::kUnreachableWaypoint) + 1 == kDiagnosticNames.size());

Json Keys(const std::vector<SkillKey>& keys) {
  Json::Array array;
  for (const SkillKey key : keys) array.emplace_back(key.value);
  return array;
}

Json Texts(const std::vector<std::string>& texts) { return Json::Array(texts.begin(), texts.end()); }

Json ToJson(const Diagnostic& diagnostic) {
  Json::Object entry{{"code", kDiagnosticNames[static_cast<std::size_t>(diagnostic.code)]},
                     {"severity", diagnostic.severity == Severity::kWarning ? "warning" : "advice"},
                     {"skills", Keys(diagnostic.skills)},
                     {"titles", Texts(diagnostic.titles)},
                     {"clause", diagnostic.clause},
                     {"limit", diagnostic.limit},
                     {"message", MessageOf(diagnostic)}};
  if (!diagnostic.waypoint.empty()) entry.emplace_back("waypoint", diagnostic.waypoint);
  if (diagnostic.repair) entry.emplace_back("repair", EditToJson(*diagnostic.repair));
  return entry;
}

Json ToJson(const EditError& error) {
  return Json::Object{{"problem", kProblemNames[static_cast<std::size_t>(error.problem)]},
                      {"skills", Keys(error.skills)},
                      {"titles", Texts(error.titles)},
                      {"name", error.name},
                      {"limit", error.limit},
                      {"message", MessageOf(error)}};
}

}  // namespace

std::string EditingJson(const AppState& state) {
  if (!state.open) return "null";
  Json::Array list;
  for (const Diagnostic& diagnostic : Diagnose(RoadmapOf(state), GraphOf(state))) list.push_back(ToJson(diagnostic));
  const Document& document = state.open->document;
  return Json(Json::Object{{"revision", document.revision()},
                           {"nextKey", document.NextKey().value},
                           {"refused", state.refused ? ToJson(*state.refused) : Json()},
                           {"toCheck", std::move(list)}})
      .Dump();
}

}  // namespace waymark
