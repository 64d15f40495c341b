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

Place PlaceAt(JsonMark at) { return {{}, at.line, at.column}; }

std::string Of(const std::string& id) { return id.empty() ? "" : " of \"" + id + '"'; }

Requirement ReadRequirement(const JsonNode& node, const Skill& skill, std::string_view source, ProblemSink& problems) {
  Requirement requirement;
  requirement.place = PlaceAt(node.begin);
  Fields fields(node, "requirement" + Of(skill.id), source, problems);
  if (!fields.is_object()) return requirement;
  const std::string id = fields.Slug("id");
  requirement.any_of = fields.Slugs("anyOf");
  if (fields.Has("id") == fields.Has("anyOf")) {
    fields.Problem(node.begin, "id", "or \"anyOf\" must be given, and not both.");
  } else if (fields.Has("anyOf") && requirement.any_of.empty()) {
    fields.Problem(node.begin, "anyOf", "names nothing; name at least one id.");
  }
  if (!id.empty()) requirement.any_of = {id};
  requirement.reason = fields.Text("reason", kMaxSummary);
  requirement.extra = fields.Extra();
  return requirement;
}

Resource ReadResource(const JsonNode& node, const Skill& skill, std::string_view source, ProblemSink& problems) {
  Resource resource;
  Fields fields(node, "resource" + Of(skill.id), source, problems);
  if (!fields.is_object()) return resource;
  resource.title = fields.Text("title", kMaxSummary, true);
  resource.url = fields.Url("url");
  resource.kind = fields.Text("kind", kMaxTitle);
  resource.access = static_cast<Access>(fields.OneOf("access", kAccesses));
  resource.language = fields.Text("language", kMaxTitle);
  resource.extra = fields.Extra();
  return resource;
}

}  // namespace

std::string_view NameOf(Level level) { return NameIn(kLevels, static_cast<int>(level)); }
std::string_view NameOf(Access access) { return NameIn(kAccesses, static_cast<int>(access)); }

Skill ReadSkill(const JsonNode& node, std::string_view source, ProblemSink& problems) {
  Skill skill;
  skill.place = PlaceAt(node.begin);
  Fields fields(node, "skill", source, problems);
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
  for (const JsonNode& item : fields.Objects("requires")) {
    skill.requirements.push_back(ReadRequirement(item, skill, source, problems));
  }
  for (const JsonNode& item : fields.Objects("resources")) {
    skill.resources.push_back(ReadResource(item, skill, source, problems));
  }
  skill.proof = fields.Text("proof", kMaxBody, false, LineBreaks::kKept);
  skill.tags = fields.Texts("tags", kMaxTitle);
  skill.covers = fields.Texts("covers", kMaxTitle);
  skill.extra = fields.Extra();
  return skill;
}

Waypoint ReadWaypoint(const JsonNode& node, std::string_view source, ProblemSink& problems) {
  Waypoint waypoint;
  waypoint.place = PlaceAt(node.begin);
  Fields fields(node, "waypoint", source, problems);
  if (!fields.is_object()) return waypoint;
  waypoint.id = fields.Id();
  waypoint.title = fields.Text("title", kMaxTitle, true);
  waypoint.summary = fields.Text("summary", kMaxSummary);
  waypoint.skills = fields.Slugs("skills", true);
  waypoint.extra = fields.Extra();
  return waypoint;
}

Fact ReadFact(const JsonNode& node, std::string_view source, ProblemSink& problems) {
  Fact fact;
  fact.place = PlaceAt(node.begin);
  Fields fields(node, "fact", source, problems);
  if (!fields.is_object()) return fact;
  fact.id = fields.Id();
  fact.kind = fields.Text("kind", kMaxTitle, true);
  fact.title = fields.Text("title", kMaxTitle, true);
  fact.text = fields.Text("text", kMaxBody, true, LineBreaks::kKept);
  fact.year = fields.Integer("year", 0, 9999, 0);
  fact.source = fields.Text("source", kMaxSummary);
  fact.skills = fields.Slugs("skills");
  fact.covers = fields.Texts("covers", kMaxTitle);
  fact.extra = fields.Extra();
  return fact;
}

void ReadHead(const JsonNode& head, std::string_view source, ProblemSink& problems, Roadmap& roadmap) {
  Fields fields(head, "", source, problems);
  const std::string format = fields.Text("format", kMaxTitle, true);
  if (!format.empty() && format != kRoadmapFormat) {
    fields.Problem(head.begin, "format", "must be \"" + std::string(kRoadmapFormat) + "\": this is some other file.");
  }
  const int version = fields.Integer("version", 1, std::numeric_limits<int>::max(), 0);
  if (version == 0) {
    fields.Problem(head.begin, "version", "must be " + std::to_string(kRoadmapVersion) + ".");
  } else if (version > kRoadmapVersion) {
    problems.Add(ErrorCode::kVersion, head.begin,
                 "This roadmap is written in version " + std::to_string(version) +
                     " of the format, which is newer than this Waymark; reload the page or update Waymark.");
  }
  roadmap.id = fields.Slug("id", true);
  roadmap.title = fields.Text("title", kMaxTitle, true);
  roadmap.summary = fields.Text("summary", kMaxSummary);
  if (std::string language = fields.Text("language", kMaxTitle); !language.empty())
    roadmap.language = std::move(language);
  roadmap.revision = fields.Integer("revision", 1, std::numeric_limits<int>::max(), 1);
}

}  // namespace waymark
