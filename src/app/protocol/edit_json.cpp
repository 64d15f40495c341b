#include "app/protocol/edit_json.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "io/roadmap_entries.hpp"

namespace waymark {
namespace {

template <class T, std::size_t N>
using Names = std::array<std::pair<std::string_view, T>, N>;

constexpr Names<SkillText, 6> kSkillTexts = {{{"id", SkillText::kId},
                                              {"title", SkillText::kTitle},
                                              {"summary", SkillText::kSummary},
                                              {"body", SkillText::kBody},
                                              {"carriedOver", SkillText::kCarriedOver},
                                              {"proof", SkillText::kProof}}};
constexpr Names<SkillList, 2> kSkillLists = {{{"tags", SkillList::kTags}, {"covers", SkillList::kCovers}}};
constexpr Names<RoadText, 4> kRoadTexts = {{{"id", RoadText::kId},
                                            {"title", RoadText::kTitle},
                                            {"summary", RoadText::kSummary},
                                            {"language", RoadText::kLanguage}}};

template <class T, std::size_t N>
std::string_view NameIn(const Names<T, N>& names, T value) {
  return std::ranges::find(names, value, &std::pair<std::string_view, T>::second)->first;
}

// Reads the members of one object; the first that is not as it should be is remembered, and the rest is read as
// nothing.
class Reader {
 public:
  Reader(const Json& object, std::string& problem) : object_(object), problem_(problem) {
    if (!object.IsObject()) Wrong("an edit and each of its items", "an object");
  }

  const Json* Take(std::string_view name) {
    taken_.insert(name);
    return object_.Find(name);
  }
  std::string Text(std::string_view name, bool required = false) {
    const Json* json = Take(name);
    if (json ? !json->IsString() : required) Wrong(name, "a text");
    return json ? std::string(json->AsString()) : std::string();
  }
  bool Flag(std::string_view name) {
    const Json* json = Take(name);
    if (json && !json->IsBool()) Wrong(name, "true or false");
    return json && json->AsBool();
  }
  std::uint32_t Whole(std::string_view name, std::uint32_t most, std::optional<std::uint32_t> fallback = std::nullopt) {
    const Json* json = Take(name);
    if (!json && fallback) return *fallback;
    const double value = json ? json->AsNumber(-1) : -1;
    if (value < 0 || value > most || value != std::floor(value)) return Wrong(name, "a whole number"), 0u;
    return static_cast<std::uint32_t>(value);
  }
  SkillKey Key(std::string_view name) { return {Whole(name, kMaxSkillKey)}; }
  SkillKey KeyOrNone(std::string_view name) { return {Whole(name, kMaxSkillKey, 0)}; }
  std::vector<SkillKey> Keys(std::string_view name) {
    std::vector<SkillKey> keys;
    for (const Json& entry : List(name)) {
      const double value = entry.AsNumber(-1);
      if (value < 1 || value > kMaxSkillKey || value != std::floor(value)) Wrong(name, "a list of skill keys");
      keys.push_back({static_cast<std::uint32_t>(std::clamp<double>(value, 0, kMaxSkillKey))});
    }
    return keys;
  }
  std::vector<std::string> Texts(std::string_view name) {
    std::vector<std::string> texts;
    for (const Json& entry : List(name)) {
      if (!entry.IsString()) Wrong(name, "a list of texts");
      texts.emplace_back(entry.AsString());
    }
    return texts;
  }
  std::optional<HourRange> Hours(std::string_view name) {
    const Json* json = Take(name);
    if (!json || json->IsNull()) return std::nullopt;
    const Json *low = json->Find("low"), *high = json->Find("high");
    if (!low || !high || !low->IsNumber() || !high->IsNumber())
      return Wrong(name, "two numbers, low and high"), std::nullopt;
    return HourRange{static_cast<float>(low->AsNumber()), static_cast<float>(high->AsNumber())};
  }
  template <class T, std::size_t N>
  T OneOf(std::string_view name, const Names<T, N>& names) {
    const Json* json = Take(name);
    const auto found =
        std::ranges::find(names, json ? json->AsString() : std::string_view(), &std::pair<std::string_view, T>::first);
    if (found == names.end()) return Wrong(name, "a name that is known"), names.front().second;
    return found->second;
  }
  template <class T>
  T Word(std::string_view name, std::initializer_list<T> values, T fallback) {
    const Json* json = Take(name);
    if (!json) return fallback;
    for (const T value : values)
      if (json->AsString() == NameOf(value)) return value;
    return Wrong(name, "a name that is known"), fallback;
  }
  template <class Item>
  std::vector<Item> Items(std::string_view name, Item (*read)(Reader&)) {
    std::vector<Item> items;
    for (const Json& entry : List(name)) {
      Reader reader(entry, problem_);
      items.push_back(read(reader));
    }
    return items;
  }
  std::span<const Json> List(std::string_view name) {
    const Json* json = Take(name);
    if (json && !json->IsArray()) Wrong(name, "a list");
    return json ? std::span(json->AsArray()) : std::span<const Json>();
  }
  // What nothing has asked for, as a compact JSON object.
  std::string Extra() const {
    Json::Object extra;
    for (const auto& [name, value] : object_.AsObject())
      if (!taken_.contains(name)) extra.emplace_back(name, value);
    return extra.empty() ? std::string() : Json(std::move(extra)).Dump();
  }
  std::string& problem() { return problem_; }

 private:
  void Wrong(std::string_view name, std::string_view wanted) {
    if (problem_.empty()) problem_ = "“" + std::string(name) + "” has to be " + std::string(wanted) + ".";
  }

  const Json& object_;
  std::string& problem_;
  std::set<std::string_view> taken_;
};

Requirement ReadRequirement(Reader& r) {
  Requirement requirement{r.Texts("anyOf"), r.Text("reason"), {}, {}};
  if (std::string id = r.Text("id"); !id.empty()) requirement.any_of.push_back(std::move(id));
  requirement.extra = r.Extra();
  return requirement;
}

Resource ReadResource(Reader& r) {
  Resource resource;
  resource.title = r.Text("title");
  resource.url = r.Text("url");
  resource.kind = r.Text("kind");
  resource.access = r.Word("access", {Access::kFree, Access::kRegistration, Access::kPaid}, Access::kFree);
  resource.language = r.Text("language");
  resource.start_here = r.Flag("startHere");
  resource.where = r.Text("where");
  resource.edition = r.Text("edition");
  resource.checked = r.Text("checked");
  resource.extra = r.Extra();
  return resource;
}

SelfCheck ReadSelfCheck(Reader& r) {
  SelfCheck check{r.Text("question"), r.Text("answer"), {}};
  check.extra = r.Extra();
  return check;
}

Waypoint ReadWaypoint(Reader& r) {
  Waypoint waypoint{r.Text("id"), r.Text("title"), r.Text("summary"), r.Texts("skills"), {}, {}};
  waypoint.extra = r.Extra();
  return waypoint;
}

Fact ReadFact(Reader& r) {
  Fact fact;
  fact.id = r.Text("id");
  fact.kind = r.Text("kind");
  fact.title = r.Text("title");
  fact.text = r.Text("text");
  fact.year = static_cast<int>(r.Whole("year", 9999, 0));
  fact.source = r.Text("source");
  fact.checked = r.Text("checked");
  fact.skills = r.Texts("skills");
  fact.covers = r.Texts("covers");
  fact.extra = r.Extra();
  return fact;
}

Level ReadLevel(Reader& r) {
  return r.Word("level", {Level::kFoundation, Level::kCore, Level::kAdvanced}, Level::kCore);
}

AddSkill ReadAddSkill(Reader& r) {
  AddSkill add;
  add.parent = r.KeyOrNone("parent");
  add.before = r.KeyOrNone("before");
  Skill& skill = add.skill;
  skill.key = r.KeyOrNone("key");
  skill.id = r.Text("id");
  skill.title = r.Text("title", true);
  skill.summary = r.Text("summary");
  skill.body = r.Text("body");
  skill.hours = r.Hours("hours");
  skill.level = ReadLevel(r);
  skill.optional = r.Flag("optional");
  skill.carried_over = r.Text("carriedOver");
  skill.requirements = r.Items("requires", &ReadRequirement);
  skill.resources = r.Items("resources", &ReadResource);
  skill.proof = r.Text("proof");
  skill.checks = r.Items("checks", &ReadSelfCheck);
  skill.slips = r.Text("slips");
  skill.tags = r.Texts("tags");
  skill.covers = r.Texts("covers");
  skill.extra = r.Extra();
  return add;
}

RoadmapEdit ReadEdit(Reader& r);

RoadmapEdit ReadBatch(Reader& r) { return {EditBatch{r.Items("edits", &ReadEdit)}}; }

constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();

using EditReader = RoadmapEdit (*)(Reader&);
constexpr std::pair<std::string_view, EditReader> kReaders[] = {
    {"batch", &ReadBatch},
    {"add_skill", [](Reader& r) -> RoadmapEdit { return {ReadAddSkill(r)}; }},
    {"remove_skills", [](Reader& r) -> RoadmapEdit { return {RemoveSkills{r.Keys("skills")}}; }},
    {"move_skills",
     [](Reader& r) -> RoadmapEdit {
       return {MoveSkills{r.Keys("skills"), r.KeyOrNone("parent"), r.KeyOrNone("before")}};
     }},
    {"set_text",
     [](Reader& r) -> RoadmapEdit {
       return {SetSkillText{r.Key("skill"), r.OneOf("field", kSkillTexts), r.Text("text", true)}};
     }},
    {"set_list",
     [](Reader& r) -> RoadmapEdit {
       return {SetSkillList{r.Key("skill"), r.OneOf("field", kSkillLists), r.Texts("texts")}};
     }},
    {"set_hours", [](Reader& r) -> RoadmapEdit { return {SetHours{r.Key("skill"), r.Hours("hours")}}; }},
    {"set_level", [](Reader& r) -> RoadmapEdit { return {SetLevel{r.Key("skill"), ReadLevel(r)}}; }},
    {"set_optional", [](Reader& r) -> RoadmapEdit { return {SetOptional{r.Key("skill"), r.Flag("optional")}}; }},
    {"edit_requires",
     [](Reader& r) -> RoadmapEdit {
       return {EditRequirements{r.Key("skill"), r.Whole("at", kMost, 0), r.Whole("removed", kMost, 0),
                                r.Items("added", &ReadRequirement)}};
     }},
    {"edit_resources",
     [](Reader& r) -> RoadmapEdit {
       return {EditResources{r.Key("skill"), r.Whole("at", kMost, 0), r.Whole("removed", kMost, 0),
                             r.Items("added", &ReadResource)}};
     }},
    {"edit_waypoints",
     [](Reader& r) -> RoadmapEdit {
       return {EditWaypoints{r.Whole("at", kMost, 0), r.Whole("removed", kMost, 0), r.Items("added", &ReadWaypoint)}};
     }},
    {"edit_facts",
     [](Reader& r) -> RoadmapEdit {
       return {EditFacts{r.Whole("at", kMost, 0), r.Whole("removed", kMost, 0), r.Items("added", &ReadFact)}};
     }},
    {"set_road",
     [](Reader& r) -> RoadmapEdit { return {SetRoadText{r.OneOf("field", kRoadTexts), r.Text("text", true)}}; }},
    {"set_revision",
     [](Reader& r) -> RoadmapEdit {
       return {SetRoadRevision{static_cast<int>(r.Whole("revision", std::numeric_limits<int>::max()))}};
     }},
};

RoadmapEdit ReadEdit(Reader& r) {
  const std::string name = r.Text("edit");
  for (const auto& [known, read] : kReaders)
    if (known == name) return read(r);
  if (r.problem().empty()) r.problem() = "There is no edit “" + name.substr(0, 40) + "”.";
  return {};
}

Json Keys(const std::vector<SkillKey>& keys) {
  Json::Array array;
  for (const SkillKey key : keys) array.emplace_back(key.value);
  return array;
}
Json Texts(const std::vector<std::string>& texts) { return Json::Array(texts.begin(), texts.end()); }
Json Hours(const std::optional<HourRange>& hours) {
  return hours ? Json(Json::Object{{"low", hours->low}, {"high", hours->high}}) : Json();
}

// `known` with the members that this version does not know.
Json With(std::string_view extra, Json::Object known) {
  if (const auto read = Json::Parse(extra); read)
    for (const auto& member : read->AsObject()) known.push_back(member);
  return known;
}

Json ToJson(const Requirement& requirement) {
  return With(requirement.extra, {{"anyOf", Texts(requirement.any_of)}, {"reason", requirement.reason}});
}
Json ToJson(const Resource& resource) {
  return With(resource.extra, {{"title", resource.title},
                               {"url", resource.url},
                               {"kind", resource.kind},
                               {"access", NameOf(resource.access)},
                               {"language", resource.language},
                               {"startHere", resource.start_here},
                               {"where", resource.where},
                               {"edition", resource.edition},
                               {"checked", resource.checked}});
}
Json ToJson(const SelfCheck& check) {
  return With(check.extra, {{"question", check.question}, {"answer", check.answer}});
}
Json ToJson(const Waypoint& waypoint) {
  return With(waypoint.extra, {{"id", waypoint.id},
                               {"title", waypoint.title},
                               {"summary", waypoint.summary},
                               {"skills", Texts(waypoint.skills)}});
}
Json ToJson(const Fact& fact) {
  return With(fact.extra, {{"id", fact.id},
                           {"kind", fact.kind},
                           {"title", fact.title},
                           {"text", fact.text},
                           {"year", fact.year},
                           {"source", fact.source},
                           {"checked", fact.checked},
                           {"skills", Texts(fact.skills)},
                           {"covers", Texts(fact.covers)}});
}
template <class Item>
Json Items(const std::vector<Item>& items) {
  Json::Array array;
  for (const Item& item : items) array.push_back(ToJson(item));
  return array;
}

struct Writer {
  Json operator()(const EditBatch& e) const {
    Json::Array edits;
    for (const RoadmapEdit& edit : e.edits) edits.push_back(EditToJson(edit));
    return Json::Object{{"edit", "batch"}, {"edits", std::move(edits)}};
  }
  Json operator()(const AddSkill& e) const {
    const Skill& s = e.skill;
    return With(s.extra, {{"edit", "add_skill"},
                          {"parent", e.parent.value},
                          {"before", e.before.value},
                          {"key", s.key.value},
                          {"id", s.id},
                          {"title", s.title},
                          {"summary", s.summary},
                          {"body", s.body},
                          {"hours", Hours(s.hours)},
                          {"level", NameOf(s.level)},
                          {"optional", s.optional},
                          {"carriedOver", s.carried_over},
                          {"requires", Items(s.requirements)},
                          {"resources", Items(s.resources)},
                          {"proof", s.proof},
                          {"checks", Items(s.checks)},
                          {"slips", s.slips},
                          {"tags", Texts(s.tags)},
                          {"covers", Texts(s.covers)}});
  }
  Json operator()(const RestoreSkills&) const { return {}; }
  Json operator()(const PlaceSkills&) const { return {}; }
  Json operator()(const RemoveSkills& e) const {
    return Json::Object{{"edit", "remove_skills"}, {"skills", Keys(e.skills)}};
  }
  Json operator()(const MoveSkills& e) const {
    return Json::Object{
        {"edit", "move_skills"}, {"skills", Keys(e.skills)}, {"parent", e.parent.value}, {"before", e.before.value}};
  }
  Json operator()(const SetSkillText& e) const {
    return Json::Object{
        {"edit", "set_text"}, {"skill", e.skill.value}, {"field", NameIn(kSkillTexts, e.field)}, {"text", e.text}};
  }
  Json operator()(const SetSkillList& e) const {
    return Json::Object{{"edit", "set_list"},
                        {"skill", e.skill.value},
                        {"field", NameIn(kSkillLists, e.field)},
                        {"texts", Texts(e.texts)}};
  }
  Json operator()(const SetHours& e) const {
    return Json::Object{{"edit", "set_hours"}, {"skill", e.skill.value}, {"hours", Hours(e.hours)}};
  }
  Json operator()(const SetLevel& e) const {
    return Json::Object{{"edit", "set_level"}, {"skill", e.skill.value}, {"level", NameOf(e.level)}};
  }
  Json operator()(const SetOptional& e) const {
    return Json::Object{{"edit", "set_optional"}, {"skill", e.skill.value}, {"optional", e.optional}};
  }
  Json operator()(const EditRequirements& e) const { return Spliced("edit_requires", e.skill, e); }
  Json operator()(const EditResources& e) const { return Spliced("edit_resources", e.skill, e); }
  Json operator()(const EditWaypoints& e) const { return Spliced("edit_waypoints", {}, e); }
  Json operator()(const EditFacts& e) const { return Spliced("edit_facts", {}, e); }
  Json operator()(const SetRoadText& e) const {
    return Json::Object{{"edit", "set_road"}, {"field", NameIn(kRoadTexts, e.field)}, {"text", e.text}};
  }
  Json operator()(const SetRoadRevision& e) const {
    return Json::Object{{"edit", "set_revision"}, {"revision", e.revision}};
  }

  template <class E>
  static Json Spliced(const char* name, SkillKey skill, const E& e) {
    Json::Object object{{"edit", name}};
    if (skill.value != 0) object.emplace_back("skill", skill.value);
    object.emplace_back("at", e.at);
    object.emplace_back("removed", e.removed);
    object.emplace_back("added", Items(e.added));
    return object;
  }
};

}  // namespace

Result<RoadmapEdit> EditFromJson(const Json& json) {
  std::string problem;
  Reader reader(json, problem);
  RoadmapEdit edit = ReadEdit(reader);
  if (!problem.empty()) return Fail(ErrorCode::kSchema, std::move(problem));
  return edit;
}

Json EditToJson(const RoadmapEdit& edit) { return std::visit(Writer{}, edit.what); }

}  // namespace waymark
