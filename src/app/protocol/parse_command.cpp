#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "app/protocol/edit_json.hpp"
#include "app/protocol/filter_names.hpp"
#include "app/protocol/page_protocol.hpp"
#include "io/json.hpp"

namespace waymark {
namespace {

// Reads the members of one message; the first that is not as it should be is remembered, and the rest is read as
// nothing.
class Members {
 public:
  explicit Members(const Json& message) : message_(message) {}

  bool Bool(std::string_view name, std::optional<bool> fallback = std::nullopt) {
    const Json* json = message_.Find(name);
    if (!json && fallback) return *fallback;
    // A value that is no boolean reads as whichever fallback it is given.
    if (!json || json->AsBool(true) != json->AsBool(false)) return Wrong(name, "true or false"), false;
    return json->AsBool();
  }

  float Number(std::string_view name) {
    const Json* json = message_.Find(name);
    const double value = json ? json->AsNumber(kNone) : kNone;
    if (!std::isfinite(value) || std::abs(value) > kMaxNumber) return Wrong(name, "a number"), 0.0f;
    return static_cast<float>(value);
  }

  std::string Text(std::string_view name) {
    const Json* json = message_.Find(name);
    if (!json || json->AsString("a") != json->AsString("b")) return Wrong(name, "a text"), std::string();
    return std::string(json->AsString());
  }

  SkillKey Key(std::string_view name, std::uint32_t least = 1) {
    const Json* json = message_.Find(name);
    const auto key = json ? ToKey(*json, least) : std::nullopt;
    if (!key) Wrong(name, "the key of a skill");
    return key.value_or(SkillKey{});
  }

  // Of at least one key, or empty when the member may be left out and is.
  std::vector<SkillKey> Keys(std::string_view name, bool required) {
    std::vector<SkillKey> keys;
    const Json* json = message_.Find(name);
    if (!json && !required) return keys;
    if (json) {
      for (const Json& entry : json->AsArray()) {
        const auto key = ToKey(entry, 1);
        if (!key) return Wrong(name, "a list of skill keys"), std::vector<SkillKey>();
        keys.push_back(*key);
      }
    }
    if (keys.empty()) Wrong(name, "a list of skill keys");
    return keys;
  }

  RoadmapEdit Edit(std::string_view name) {
    const Json* json = message_.Find(name);
    if (!json) return Wrong(name, "an edit"), RoadmapEdit();
    auto edit = EditFromJson(*json);
    if (edit) return std::move(*edit);
    if (problem_.empty()) problem_ = std::move(edit.error().message);
    return {};
  }

  SkillState State(std::string_view name) {
    const Json* json = message_.Find(name);
    const double value = json ? json->AsNumber(-1) : -1;
    if (value != 0 && value != 1 && value != 2 && value != 3)
      return Wrong(name, "a state from 0 to 3"), SkillState::kNotStarted;
    return static_cast<SkillState>(static_cast<int>(value));
  }

  // Titles are not bounded here: the page's own table is where they come from.
  std::vector<MenuItem> MenuItems(std::string_view name) {
    std::vector<MenuItem> items;
    const Json* json = message_.Find(name);
    if (!json) return Wrong(name, "a list of entries"), items;
    for (const Json& entry : json->AsArray()) {
      Members m(entry);
      MenuItem item;
      item.id = m.Text("id");
      item.title = m.Text("title");
      if (entry.Find("keys")) item.keys = m.Text("keys");
      if (entry.Find("state")) item.mark = m.State("state");
      item.chosen = m.Bool("chosen", false);
      item.line_before = m.Bool("line", false);
      if (!m.Problem().empty() || items.size() == kMaxMenuItems) {
        Wrong(name, "a list of at most 16 entries with id and title");
        return {};
      }
      items.push_back(std::move(item));
    }
    if (items.empty()) Wrong(name, "a list of entries");
    return items;
  }

  // Every part may be left out.
  Filter FilterOf() {
    Filter filter;
    filter.marks = Choices("states", std::span(kMarkNames));
    filter.kinds = Choices("kinds", std::span(kKindNames));
    const std::vector<SkillKey> tracks = message_.Find("tracks") && message_.Find("tracks")->AsArray().empty()
                                             ? std::vector<SkillKey>()
                                             : Keys("tracks", false);
    filter.tracks = {tracks.begin(), tracks.end()};
    for (const auto& [name, relation] : kRelationNames) {
      if (!message_.Find(name)) continue;
      filter.relation = relation;
      filter.of = Key(name);
    }
    return filter;
  }

  const std::string& Problem() const { return problem_; }

 private:
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  static constexpr double kMaxNumber = 1e9;  // far beyond any map or screen; keeps sums of floats finite

  static std::optional<SkillKey> ToKey(const Json& json, std::uint32_t least) {
    const double value = json.AsNumber(-1);
    if (!(value >= least && value <= kMaxSkillKey) || value != std::floor(value)) return std::nullopt;
    return SkillKey{static_cast<std::uint32_t>(value)};
  }

  template <class T, std::size_t N>
  EnumSet<T> Choices(std::string_view name, std::span<const std::pair<std::string_view, T>, N> known) {
    EnumSet<T> chosen;
    const Json* json = message_.Find(name);
    if (!json) return chosen;
    for (const Json& entry : json->AsArray()) {
      const auto found = std::ranges::find(known, entry.AsString(), &std::pair<std::string_view, T>::first);
      if (found == known.end()) return Wrong(name, "a list of names that are known"), EnumSet<T>();
      chosen.insert(found->second);
    }
    return chosen;
  }

  void Wrong(std::string_view name, std::string_view wanted) {
    if (problem_.empty()) problem_ = "“" + std::string(name) + "” has to be " + std::string(wanted) + ".";
  }

  const Json& message_;
  std::string problem_;
};

using Reader = Command (*)(Members&);

constexpr std::pair<std::string_view, Reader> kReaders[] = {
    {"set_state", [](Members& m) -> Command { return SetState{m.Keys("skills", true), m.State("state")}; }},
    {"mark_known", [](Members& m) -> Command { return MarkKnown{m.Key("skill")}; }},
    {"set_note", [](Members& m) -> Command { return SetNote{m.Key("skill"), m.Text("text")}; }},
    {"move_by", [](Members& m) -> Command { return MoveBy{m.Key("skill"), {m.Number("dx"), m.Number("dy")}}; }},
    {"reset_positions", [](Members&) -> Command { return ResetPositions{}; }},
    {"apply_edit", [](Members& m) -> Command { return ApplyEdit{m.Edit("edit"), m.Bool("typing", false)}; }},
    {"undo", [](Members&) -> Command { return Undo{}; }},
    {"redo", [](Members&) -> Command { return Redo{}; }},
    {"set_expanded", [](Members& m) -> Command { return SetExpanded{m.Key("skill"), m.Bool("expanded")}; }},
    {"expand_all", [](Members& m) -> Command { return ExpandAll{m.Bool("expanded")}; }},
    {"select",
     [](Members& m) -> Command { return Select{m.Key("skill"), m.Bool("reveal", true), m.Bool("flash", false)}; }},
    {"clear_selection", [](Members&) -> Command { return ClearSelection{}; }},
    {"hover", [](Members& m) -> Command { return Hover{m.Key("skill", 0)}; }},
    {"show_menu", [](Members& m) -> Command { return ShowMenu{m.MenuItems("items")}; }},
    {"close_menu", [](Members&) -> Command { return CloseMenu{}; }},
    {"zoom", [](Members& m) -> Command { return ZoomBy{m.Number("factor")}; }},
    {"pan", [](Members& m) -> Command { return PanBy{{m.Number("dx"), m.Number("dy")}}; }},
    {"fit_all", [](Members& m) -> Command { return FitAll{m.Bool("animate", true)}; }},
    {"fit_selection", [](Members&) -> Command { return FitSelection{}; }},
    {"set_theme", [](Members& m) -> Command { return SetTheme{m.Bool("dark"), m.Bool("chosen", true)}; }},
    {"set_reduced_motion", [](Members& m) -> Command { return SetReducedMotion{m.Bool("reduced")}; }},
    {"set_contrast", [](Members& m) -> Command { return SetContrast{m.Bool("high")}; }},
    {"set_filter", [](Members& m) -> Command { return SetFilter{m.FilterOf()}; }},
    {"set_hide_done", [](Members& m) -> Command { return SetHideDone{m.Bool("hide")}; }},
    {"show_way",
     [](Members& m) -> Command { return ShowRelated{m.Key("skill"), FilterRelation::kRemainingPrerequisites}; }},
    {"show_opens", [](Members& m) -> Command { return ShowRelated{m.Key("skill"), FilterRelation::kUnlocks}; }},
    {"open_link", [](Members& m) -> Command { return OpenLink{m.Text("text")}; }},
    {"merge_shared", [](Members& m) -> Command { return MergeShared{m.Keys("skills", false)}; }},
    {"import_backup", [](Members&) -> Command { return ImportBackup{}; }},
    {"dismiss_backup", [](Members&) -> Command { return DismissBackup{}; }},
    {"dismiss_shared", [](Members&) -> Command { return DismissShared{}; }},
    {"save_now", [](Members&) -> Command { return SaveNow{}; }},
    {"storage_changed", [](Members&) -> Command { return StorageChanged{}; }},
};

}  // namespace

Result<Command> ParseCommand(std::string_view json) {
  const auto message = Json::Parse(json, kMaxCommandBytes);
  if (!message) return std::unexpected(message.error());
  const Json* verb = message->Find("do");
  const std::string_view name = verb ? verb->AsString() : std::string_view();
  for (const auto& [known, read] : kReaders) {
    if (known != name) continue;
    Members members(*message);
    Command command = read(members);
    if (!members.Problem().empty())
      return Fail(ErrorCode::kSchema, "“" + std::string(name) + "”: " + members.Problem());
    return command;
  }
  return Fail(ErrorCode::kSchema, "There is no command “" + std::string(name.substr(0, 40)) + "”.");
}

}  // namespace waymark
