// Reads a roadmap file entry by entry, so that memory is that of the roadmap and of one entry, never of the whole JSON
// tree.
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <set>
#include <utility>

#include "io/fields.hpp"
#include "io/json_node.hpp"
#include "io/json_scan.hpp"
#include "io/roadmap_entries.hpp"
#include "io/roadmap_json.hpp"

namespace waymark {
namespace {

constexpr std::array<std::string_view, 7> kHeadMembers = {"format",  "version",  "id",      "title",
                                                          "summary", "language", "revision"};
constexpr std::array<std::string_view, 4> kLists = {"skills", "waypoints", "facts", "retiredKeys"};

class RoadmapReader : public JsonEvents {
 public:
  RoadmapReader(std::string_view text, std::string_view file) : text_(text), problems_(file) {
    roadmap_.file = file;
    head_.kind = JsonKind::kObject;
  }

  std::expected<Roadmap, std::vector<Error>> Run() && {
    Error error;
    const JsonScan scan = ScanJson(text_, kMaxJsonDepth, *this, error);
    if (scan == JsonScan::kBroken) {
      problems_.Add(error.code, {0, error.place.line, error.place.column}, std::move(error.message));
    }
    if (scan == JsonScan::kWhole) Finish();
    if (problems_.empty()) return std::move(roadmap_);
    std::vector<Error> errors = std::move(problems_).Sorted();
    // What a newer Waymark wrote follows rules that this one does not know, so nothing else can be said of it.
    const auto newer = std::ranges::find(errors, ErrorCode::kVersion, &Error::code);
    if (newer != errors.end()) errors = {Error(*newer)};
    return std::unexpected(std::move(errors));
  }

  bool OnNull(JsonMark at) override { return Leaf(NodeAt(JsonKind::kNull, at)); }
  bool OnBool(JsonMark at, bool value) override {
    JsonNode node = NodeAt(JsonKind::kBool, at);
    node.boolean = value;
    return Leaf(std::move(node));
  }
  bool OnNumber(JsonMark at, double value, bool whole) override {
    JsonNode node = NodeAt(JsonKind::kNumber, at);
    node.number = value;
    node.whole = whole;
    return Leaf(std::move(node));
  }
  bool OnString(JsonMark at, std::string value) override {
    JsonNode node = NodeAt(JsonKind::kString, at);
    node.text = std::move(value);
    return Leaf(std::move(node));
  }
  bool OnStartObject(JsonMark at) override { return Start(JsonKind::kObject, at); }
  bool OnStartArray(JsonMark at) override { return Start(JsonKind::kArray, at); }
  bool OnEndObject(std::size_t end) override { return End(end); }
  bool OnEndArray(std::size_t end) override { return End(end); }

  bool OnKey(JsonMark at, std::string name) override {
    if (depth_ > 1) {
      if (IsTree()) builder_.Key(std::move(name));
      return true;
    }
    if (!seen_.insert(name).second) {
      problems_.Add(ErrorCode::kSchema, at, "The roadmap names \"" + Sanitized(name) + "\" twice; leave one out.");
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

  static JsonNode NodeAt(JsonKind kind, JsonMark at) {
    JsonNode node;
    node.kind = kind;
    node.begin = at;
    return node;
  }

  bool IsTree() const { return mode_ == Mode::kHead || mode_ == Mode::kList; }

  bool Leaf(JsonNode node) {
    if (depth_ == 0) return RefuseTop(node.begin);
    if (mode_ == Mode::kList && depth_ == 1) return RefuseList(node.begin);
    if (mode_ == Mode::kForeign && depth_ == 1) foreign_.emplace_back(member_, JsonTextOf(node, text_));
    if (!IsTree()) return true;
    builder_.Leaf(std::move(node));
    return AfterValue();
  }

  bool Start(JsonKind kind, JsonMark at) {
    const int depth = depth_++;
    if (depth == 0) {
      head_.begin = at;
      return kind == JsonKind::kObject || RefuseTop(at);
    }
    if (depth == 1) value_begin_ = NodeAt(kind, at);
    if (depth == 1 && mode_ == Mode::kList) return kind == JsonKind::kArray || RefuseList(at);
    if (IsTree()) builder_.Open(kind, at);
    return WithinCap(builder_.count(), kMaxEntryValues, "values in one entry", at);
  }

  bool End(std::size_t end) {
    --depth_;
    if (depth_ == 0) return true;
    if (mode_ == Mode::kForeign && depth_ == 1) {
      value_begin_.end = end;
      foreign_.emplace_back(member_, JsonTextOf(value_begin_, text_));
    }
    const bool list_ends = mode_ == Mode::kList && depth_ == 1;
    if (!IsTree() || list_ends) return true;
    builder_.Close(end);
    return AfterValue();
  }

  bool AfterValue() {
    if (!builder_.complete())
      return WithinCap(builder_.count(), kMaxEntryValues, "values in one entry", builder_.begin());
    JsonNode node = builder_.Take();
    if (mode_ == Mode::kHead) {
      node.name = member_;
      head_.items.push_back(std::move(node));
      return true;
    }
    return ReadEntry(node) && !problems_.full();
  }

  bool ReadEntry(const JsonNode& node) {
    if (member_ == "skills") {
      roadmap_.skills.push_back(ReadSkill(node, text_, problems_));
      return WithinCap(roadmap_.skills.size(), kMaxSkills, "skills", node.begin);
    }
    if (member_ == "facts") {
      roadmap_.facts.push_back(ReadFact(node, text_, problems_));
      return WithinCap(roadmap_.facts.size(), kMaxFacts, "facts", node.begin);
    }
    if (member_ == "waypoints") {
      roadmap_.waypoints.push_back(ReadWaypoint(node, text_, problems_));
      return WithinCap(roadmap_.waypoints.size(), kMaxWaypoints, "waypoints", node.begin);
    }
    if (const auto key = ReadKey(node)) {
      roadmap_.retired_keys.push_back(*key);
    } else {
      problems_.Add(ErrorCode::kSchema, node.begin,
                    "\"retiredKeys\" must hold whole numbers from 1 to " + std::to_string(kMaxSkillKey) + ".");
    }
    return WithinCap(roadmap_.retired_keys.size(), kMaxSkillKey, "retired keys", node.begin);
  }

  void Finish() {
    ReadHead(head_, text_, problems_, roadmap_);
    if (roadmap_.skills.empty() && problems_.empty()) {
      problems_.Add(ErrorCode::kSchema, head_.begin, "The roadmap has no \"skills\"; add at least one.");
    }
    std::vector<std::pair<std::string, std::string_view>> extra(foreign_.begin(), foreign_.end());
    roadmap_.extra = ExtraObject(extra);
  }

  bool RefuseTop(JsonMark at) {
    problems_.Add(ErrorCode::kSchema, at, "A roadmap file holds one object; begin with {.");
    return false;
  }
  bool RefuseList(JsonMark at) {
    problems_.Add(ErrorCode::kSchema, at, '"' + member_ + "\" must be a list; write […] here.");
    mode_ = Mode::kIgnored;
    return true;
  }
  bool WithinCap(std::size_t count, std::size_t cap, std::string_view what, JsonMark at) {
    if (count <= cap) return true;
    problems_.Add(ErrorCode::kTooLarge, at,
                  "This holds more than " + std::to_string(cap) + ' ' + std::string(what) + "; split the roadmap.");
    return false;
  }

  std::string_view text_;
  ProblemSink problems_;
  Roadmap roadmap_;
  JsonNodeBuilder builder_;
  JsonNode head_;  // an object of the plain members
  std::vector<std::pair<std::string, std::string>> foreign_;
  std::set<std::string, std::less<>> seen_;  // members of the top object met so far
  Mode mode_ = Mode::kIgnored;
  std::string member_;
  JsonNode value_begin_;  // where the present member's array or object begins
  int depth_ = 0;         // arrays and objects open
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
