// Reads a roadmap file entry by entry, so that memory is that of the roadmap and of one entry, never of the whole JSON
// tree.
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "graph/graph.hpp"
#include "io/fields.hpp"
#include "io/json_builder.hpp"
#include "io/json_scan.hpp"
#include "io/json_text.hpp"
#include "io/roadmap_entries.hpp"
#include "io/roadmap_json.hpp"

namespace waymark {
namespace {

constexpr std::array<std::string_view, 7> kHeadMembers = {"format",  "version",  "id",      "title",
                                                          "summary", "language", "revision"};
constexpr std::array<std::string_view, 5> kLists = {"skills", "waypoints", "facts", "changes", "retiredKeys"};

class RoadmapReader : public JsonEvents {
 public:
  RoadmapReader(std::string_view text, std::string_view file) : file_(file), source_(text) { roadmap_.file = file; }

  std::expected<Roadmap, std::vector<Error>> Run() && {
    JsonFault fault;
    const JsonScan scan = ScanJson(source_.text, kMaxJsonDepth, *this, fault);
    if (scan == JsonScan::kBroken) source_.problems.Add(fault.code, fault.offset, std::move(fault.message));
    if (!is_object_) return std::unexpected(Problems());
    head_.Close();
    const Json head = head_.Take();
    std::optional<JsonFault> refused = RefusedByHead(head);
    if (scan == JsonScan::kWhole && !refused && head.Find("format") == nullptr && !seen_.contains("skills"))
      refused = NoRoadmap();
    if (refused) {
      source_.problems = {};
      source_.problems.Add(refused->code, refused->offset, std::move(refused->message));
    } else if (scan == JsonScan::kWhole) {
      Finish(head);
    }
    if (source_.problems.empty()) return std::move(roadmap_);
    std::vector<Error> errors = Problems();
    if (scan == JsonScan::kWhole && !refused) AddGraphProblems(errors);
    return std::unexpected(std::move(errors));
  }

  bool OnNull(std::size_t at) override { return Leaf(at, Json()); }
  bool OnBool(std::size_t at, bool value) override { return Leaf(at, value); }
  bool OnNumber(std::size_t at, double value) override { return Leaf(at, value); }
  bool OnString(std::size_t at, std::string value) override { return Leaf(at, std::move(value)); }
  bool OnStartObject(std::size_t at) override { return Start(at, Json::Object()); }
  bool OnStartArray(std::size_t at) override { return Start(at, Json::Array()); }
  bool OnEndObject(std::size_t) override { return End(); }
  bool OnEndArray(std::size_t) override { return End(); }

  bool OnKey(std::size_t at, std::string name) override {
    if (depth_ > 1) {
      if (IsTree()) builder_.Name(std::move(name));
      return true;
    }
    if (!seen_.insert(name).second) {
      source_.problems.Add(ErrorCode::kSchema, at,
                           "The roadmap names \"" + Sanitized(name) + "\" twice; leave one out.");
      mode_ = Mode::kIgnored;
      return true;
    }
    mode_ = std::ranges::contains(kHeadMembers, name) ? Mode::kHead
            : std::ranges::contains(kLists, name)     ? Mode::kList
                                                      : Mode::kForeign;
    member_ = std::move(name);
    return WithinCap(seen_.size(), kMaxEntryValues, "members", at);
  }

 private:
  // How the value of the present member of the top object is read: as one tree, entry by entry, as text for the round
  // trip (not ours), or not at all (already reported).
  enum class Mode : std::uint8_t { kHead, kList, kForeign, kIgnored };

  bool IsTree() const { return mode_ == Mode::kHead || mode_ == Mode::kList; }

  bool Leaf(std::size_t at, Json value) {
    if (depth_ == 0) return RefuseTop(at);
    if (depth_ == 1 && mode_ == Mode::kList) return RefuseList(at);
    if (depth_ == 1 && mode_ == Mode::kForeign) KeepForeign(at);
    if (!IsTree()) return true;
    builder_.Value(at, std::move(value));
    return AfterValue();
  }

  bool Start(std::size_t at, Json empty) {
    const int depth = depth_++;
    if (depth == 0) {
      is_object_ = empty.IsObject();
      if (!is_object_) return RefuseTop(at);
      head_.Open(at, std::move(empty));
      return true;
    }
    if (depth == 1) value_begin_ = at;
    if (depth == 1 && mode_ == Mode::kList) return empty.IsArray() || RefuseList(at);
    if (IsTree()) builder_.Open(at, std::move(empty));
    return WithinCap(builder_.count(), kMaxEntryValues, "values in one entry", at);
  }

  bool End() {
    --depth_;
    if (depth_ == 0) return true;
    if (depth_ == 1 && mode_ == Mode::kForeign) KeepForeign(value_begin_);
    const bool list_ends = depth_ == 1 && mode_ == Mode::kList;
    if (!IsTree() || list_ends) return true;
    builder_.Close();
    return AfterValue();
  }

  bool AfterValue() {
    if (!builder_.complete())
      return WithinCap(builder_.count(), kMaxEntryValues, "values in one entry", builder_.offset());
    Json value = builder_.Take();
    if (mode_ == Mode::kHead) {
      const std::size_t at = value.offset();
      head_.Name(member_);
      head_.Value(at, std::move(value));
      return true;
    }
    return ReadEntry(value) && !source_.problems.full();
  }

  void KeepForeign(std::size_t at) { foreign_.emplace_back(member_, CompactJson(JsonValueAt(source_.text, at))); }

  bool ReadEntry(const Json& entry) {
    if (member_ == "skills") {
      Skill skill = ReadSkill(entry, source_);
      // Once problems are only counted, nothing looks at the skills any more.
      if (!source_.problems.all_listed()) return true;
      roadmap_.skills.push_back(std::move(skill));
      return WithinCap(roadmap_.skills.size(), kMaxSkills, "skills", entry.offset());
    }
    if (member_ == "facts") {
      roadmap_.facts.push_back(ReadFact(entry, source_));
      return WithinCap(roadmap_.facts.size(), kMaxFacts, "facts", entry.offset());
    }
    if (member_ == "waypoints") {
      roadmap_.waypoints.push_back(ReadWaypoint(entry, source_));
      return WithinCap(roadmap_.waypoints.size(), kMaxWaypoints, "waypoints", entry.offset());
    }
    if (member_ == "changes") {
      roadmap_.changes.push_back(ReadRevisionNote(entry, source_));
      return WithinCap(roadmap_.changes.size(), kMaxChanges, "changes", entry.offset());
    }
    if (const auto key = ReadKey(entry)) {
      roadmap_.retired_keys.push_back(*key);
    } else {
      source_.problems.Add(ErrorCode::kSchema, entry.offset(),
                           "\"retiredKeys\" must hold whole numbers from 1 to " + std::to_string(kMaxSkillKey) + ".");
    }
    return WithinCap(roadmap_.retired_keys.size(), kMaxSkillKey, "retired keys", entry.offset());
  }

  void Finish(const Json& head) {
    ReadHead(head, source_, roadmap_);
    if (roadmap_.skills.empty() && source_.problems.empty()) {
      source_.problems.Add(ErrorCode::kSchema, head.offset(), "The roadmap has no \"skills\"; add at least one.");
    }
    roadmap_.extra = ExtraObject(foreign_);
  }

  // In the order of the file, with a last one that says how many are not listed.
  std::vector<Error> Problems() {
    const std::size_t count = source_.problems.count();
    const bool more = source_.problems.full();
    std::vector<Error> errors = std::move(source_.problems).Sorted(source_.text, file_);
    if (count > errors.size()) {
      errors.push_back({ErrorCode::kSchema,
                        (more ? "At least " : "") + std::to_string(count - errors.size()) +
                            " more problems are not listed; mend these first.",
                        {file_, 0, 0}});
    }
    return errors;
  }

  // What is wrong with the roadmap's structure beside what is wrong with its entries. Where an entry has no id, others
  // would be said to name one that is not there.
  void AddGraphProblems(std::vector<Error>& errors) {
    const auto nameless = [](const Skill& skill) { return skill.id.empty() || skill.key == SkillKey{}; };
    if (errors.size() >= kMaxProblems || roadmap_.skills.empty() || std::ranges::any_of(roadmap_.skills, nameless))
      return;
    for (Skill& skill : roadmap_.skills)
      std::erase_if(skill.requirements, [](const Requirement& r) { return r.any_of.empty(); });
    const auto graph = Graph::Build(roadmap_);
    if (graph) return;
    errors.insert(errors.end(), graph.error().begin(), graph.error().end());
    std::ranges::stable_sort(errors, {}, [](const Error& e) { return std::pair(e.place.line, e.place.column); });
    if (errors.size() > kMaxProblems) errors.resize(kMaxProblems);
  }

  static JsonFault NoRoadmap() {
    return {
        ErrorCode::kSchema,
        "This is some other file: a roadmap has \"format\": \"" + std::string(kRoadmapFormat) + "\" and \"skills\".",
        0};
  }

  bool RefuseTop(std::size_t at) {
    source_.problems.Add(ErrorCode::kSchema, at, "A roadmap file holds one object; begin with {.");
    return false;
  }
  bool RefuseList(std::size_t at) {
    source_.problems.Add(ErrorCode::kSchema, at, '"' + member_ + "\" must be a list; write […] here.");
    mode_ = Mode::kIgnored;
    return true;
  }
  bool WithinCap(std::size_t count, std::size_t cap, std::string_view what, std::size_t at) {
    if (count <= cap) return true;
    source_.problems.Add(
        ErrorCode::kTooLarge, at,
        "This holds more than " + std::to_string(cap) + ' ' + std::string(what) + "; split the roadmap.");
    return false;
  }

  std::string file_;
  FieldSource source_;
  Roadmap roadmap_;
  JsonBuilder builder_;
  JsonBuilder head_;  // an object of the plain members
  std::vector<std::pair<std::string, std::string>> foreign_;
  std::set<std::string, std::less<>> seen_;
  std::string member_;
  std::size_t value_begin_ = 0;
  Mode mode_ = Mode::kIgnored;
  int depth_ = 0;
  bool is_object_ = false;
};

}  // namespace

std::expected<Roadmap, std::vector<Error>> ReadRoadmap(std::string_view json, std::string_view file_name) {
  if (json.size() > kMaxRoadmapBytes) {
    return std::unexpected(std::vector{
        Error{ErrorCode::kTooLarge,
              "This file is larger than " + std::to_string(kMaxRoadmapBytes >> 20) + " MB; split the roadmap.",
              {std::string(file_name), 0, 0}}});
  }
  return RoadmapReader(json, file_name).Run();
}

}  // namespace waymark
