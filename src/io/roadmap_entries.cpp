#include "io/roadmap_entries.hpp"

#include <array>
#include <limits>
#include <string>
#include <utility>

#include "io/roadmap_json.hpp"

namespace waymark {
namespace {

// The first is what a skill or resource has that says nothing.
constexpr std::array kLevels = {Word{"core", static_cast<int>(Level::kCore)},
                                Word{"foundation", static_cast<int>(Level::kFoundation)},
                                Word{"advanced", static_cast<int>(Level::kAdvanced)}};
constexpr std::array kAccesses = {Word{"free", static_cast<int>(Access::kFree)},
                                  Word{"registration", static_cast<int>(Access::kRegistration)},
                                  Word{"paid", static_cast<int>(Access::kPaid)}};

std::string_view NameIn(std::span<const Word> words, int value) {
  for (const Word& word : words) {
    if (word.value == value) return word.text;
  }
  return words.front().text;
}

std::string Of(const std::string& id) { return id.empty() ? "" : " of \"" + id + '"'; }

Requirement ReadRequirement(const Json& node, const Skill& skill, FieldSource& source) {
  Requirement requirement;
  requirement.place = source.places.At(node.offset());
  Fields fields(node, "requirement" + Of(skill.id), source);
  if (!fields.is_object()) return requirement;
  std::string id = fields.Slug("id");
  std::vector<std::string> any_of = fields.Slugs("anyOf");
  if (fields.Has("id") == fields.Has("anyOf")) {
    fields.Problem(node.offset(), "id", "or \"anyOf\" must be given, and not both.");
  } else if (!id.empty()) {
    requirement.any_of.push_back(std::move(id));
  } else if (fields.Has("anyOf")) {
    if (any_of.empty()) fields.Problem(node.offset(), "anyOf", "names nothing; name at least one id.");
    requirement.any_of = std::move(any_of);
  }
  requirement.reason = fields.Text("reason", kMaxSummary);
  requirement.extra = fields.Extra();
  return requirement;
}

Resource ReadResource(const Json& node, const Skill& skill, FieldSource& source) {
  Resource resource;
  Fields fields(node, "resource" + Of(skill.id), source);
  if (!fields.is_object()) return resource;
  resource.title = fields.Text("title", kMaxSummary, true);
  resource.url = fields.Url("url");
  resource.kind = fields.Text("kind", kMaxTitle);
  resource.access = static_cast<Access>(fields.OneOf("access", kAccesses));
  resource.language = fields.Text("language", kMaxTitle);
  resource.start_here = fields.Flag("startHere");
  resource.where = fields.Text("where", kMaxTitle);
  resource.edition = fields.Text("edition", kMaxTitle);
  resource.checked = fields.Date("checked");
  resource.extra = fields.Extra();
  return resource;
}

SelfCheck ReadSelfCheck(const Json& node, const Skill& skill, FieldSource& source) {
  SelfCheck check;
  Fields fields(node, "check" + Of(skill.id), source);
  if (!fields.is_object()) return check;
  check.question = fields.Text("question", kMaxSummary, true);
  check.answer = fields.Text("answer", kMaxSummary, true);
  check.extra = fields.Extra();
  return check;
}

}  // namespace

std::optional<JsonFault> RefusedByHead(const Json& head) {
  const auto quoted = [](std::string_view text) { return '"' + std::string(text) + '"'; };
  const Json* const format = head.Find("format");
  if (format == nullptr) return std::nullopt;
  if (format->AsString() != kRoadmapFormat) {
    return JsonFault{ErrorCode::kSchema,
                     "This is some other file: the \"format\" of a roadmap is " + quoted(kRoadmapFormat) + ".",
                     format->offset()};
  }
  const Json* const version = head.Find("version");
  if (version == nullptr || !(version->AsNumber() > kRoadmapVersion)) return std::nullopt;
  return JsonFault{
      ErrorCode::kVersion,
      "This roadmap is written in a version of the format that is newer than this Waymark; reload the page "
      "or update Waymark.",
      version->offset()};
}

std::string_view NameOf(Level level) { return NameIn(kLevels, static_cast<int>(level)); }
std::string_view NameOf(Access access) { return NameIn(kAccesses, static_cast<int>(access)); }

Skill ReadSkill(const Json& node, FieldSource& source) {
  Skill skill;
  skill.place = source.places.At(node.offset());
  Fields fields(node, "skill", source);
  if (!fields.is_object()) return skill;
  skill.id = fields.Id();
  skill.key = fields.Key("key");
  skill.parent = fields.Slug("parent");
  skill.title = fields.Text("title", kMaxTitle, true);
  skill.summary = fields.Text("summary", kMaxSummary);
  skill.body = fields.Text("body", kMaxBody, false, LineBreaks::kKept);
  skill.hours = fields.Hours("hours");
  skill.level = static_cast<Level>(fields.OneOf("level", kLevels));
  skill.optional = fields.Flag("optional");
  skill.carried_over = fields.Text("carriedOver", kMaxSummary);
  for (const Json& item : fields.Objects("requires")) {
    skill.requirements.push_back(ReadRequirement(item, skill, source));
  }
  for (const Json& item : fields.Objects("resources")) {
    skill.resources.push_back(ReadResource(item, skill, source));
  }
  skill.proof = fields.Text("proof", kMaxBody, false, LineBreaks::kKept);
  for (const Json& item : fields.Objects("checks")) {
    skill.checks.push_back(ReadSelfCheck(item, skill, source));
  }
  skill.slips = fields.Text("slips", kMaxSummary);
  skill.tags = fields.Texts("tags", kMaxTitle);
  skill.covers = fields.Texts("covers", kMaxTitle);
  skill.extra = fields.Extra();
  return skill;
}

Waypoint ReadWaypoint(const Json& node, FieldSource& source) {
  Waypoint waypoint;
  waypoint.place = source.places.At(node.offset());
  Fields fields(node, "waypoint", source);
  if (!fields.is_object()) return waypoint;
  waypoint.id = fields.Id();
  waypoint.title = fields.Text("title", kMaxTitle, true);
  waypoint.summary = fields.Text("summary", kMaxSummary);
  waypoint.skills = fields.Slugs("skills", true);
  waypoint.extra = fields.Extra();
  return waypoint;
}

Fact ReadFact(const Json& node, FieldSource& source) {
  Fact fact;
  fact.place = source.places.At(node.offset());
  Fields fields(node, "fact", source);
  if (!fields.is_object()) return fact;
  fact.id = fields.Id();
  fact.kind = fields.Text("kind", kMaxTitle, true);
  fact.title = fields.Text("title", kMaxTitle, true);
  fact.text = fields.Text("text", kMaxBody, true, LineBreaks::kKept);
  fact.year = fields.Integer("year", 0, 9999, 0);
  fact.source = fields.Text("source", kMaxSummary);
  fact.checked = fields.Date("checked");
  fact.skills = fields.Slugs("skills");
  fact.covers = fields.Texts("covers", kMaxTitle);
  fact.extra = fields.Extra();
  return fact;
}

RevisionNote ReadRevisionNote(const Json& node, FieldSource& source) {
  RevisionNote change;
  Fields fields(node, "change", source);
  if (!fields.is_object()) return change;
  change.revision = fields.Integer("revision", 1, std::numeric_limits<int>::max(), 0);
  if (!fields.Has("revision")) fields.Problem(node.offset(), "revision", "is missing; add it.");
  change.text = fields.Text("text", kMaxSummary, true);
  change.skills = fields.Slugs("skills");
  change.extra = fields.Extra();
  return change;
}

void ReadHead(const Json& head, FieldSource& source, Roadmap& roadmap) {
  Fields fields(head, "", source);
  fields.Text("format", kMaxTitle, true);
  const int version = fields.Integer("version", 1, std::numeric_limits<int>::max(), 0);
  if (version != kRoadmapVersion) {
    fields.Problem(head.offset(), "version", "must be " + std::to_string(kRoadmapVersion) + ".");
  }
  roadmap.id = fields.Slug("id", true);
  roadmap.title = fields.Text("title", kMaxTitle, true);
  roadmap.summary = fields.Text("summary", kMaxSummary);
  if (std::string language = fields.Text("language", kMaxTitle); !language.empty())
    roadmap.language = std::move(language);
  roadmap.revision = fields.Integer("revision", 1, std::numeric_limits<int>::max(), 1);
}

}  // namespace waymark
