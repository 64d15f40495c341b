#include <array>
#include <span>
#include <utility>

#include "io/json_text.hpp"
#include "io/roadmap_entries.hpp"
#include "io/roadmap_json.hpp"

namespace waymark {
namespace {

// Writes the members of one object, compact. What is empty or says what is so anyway is left out.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) { out_.push_back('{'); }

  void Text(std::string_view name, std::string_view value) {
    if (!value.empty()) AppendJsonString(Name(name), value);
  }
  void Number(std::string_view name, double value) { AppendJsonNumber(Name(name), value); }
  void Flag(std::string_view name, bool value) {
    if (value) Name(name) += "true";
  }
  void Hours(std::string_view name, HourRange hours) {
    Name(name);
    ObjectWriter inner(out_);
    AppendJsonNumber(inner.Name("low"), hours.low);
    AppendJsonNumber(inner.Name("high"), hours.high);
    inner.Close({});
  }
  void Texts(std::string_view name, const std::vector<std::string>& values) {
    List(name, values, [&](const std::string& value) { AppendJsonString(out_, value); });
  }
  template <class Item, class Each>
  void List(std::string_view name, const std::vector<Item>& items, Each each) {
    if (items.empty()) return;
    Name(name).push_back('[');
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_.push_back(',');
      each(items[i]);
    }
    out_.push_back(']');
  }
  // `extra` is empty or a compact object, whose members come last.
  void Close(std::string_view extra) {
    if (extra.size() > 2) {
      Comma();
      out_ += extra.substr(1, extra.size() - 2);
    }
    out_.push_back('}');
  }

 private:
  void Comma() {
    if (!std::exchange(first_, false)) out_.push_back(',');
  }
  std::string& Name(std::string_view name) {
    Comma();
    AppendJsonString(out_, name);
    out_.push_back(':');
    return out_;
  }

  std::string& out_;
  bool first_ = true;
};

void AppendRequirement(std::string& out, const Requirement& requirement) {
  ObjectWriter object(out);
  if (requirement.any_of.size() == 1) {
    object.Text("id", requirement.any_of.front());
  } else {
    object.Texts("anyOf", requirement.any_of);
  }
  object.Text("reason", requirement.reason);
  object.Close(requirement.extra);
}

void AppendResource(std::string& out, const Resource& resource) {
  ObjectWriter object(out);
  object.Text("title", resource.title);
  object.Text("url", resource.url);
  object.Text("kind", resource.kind);
  object.Text("access", NameOf(resource.access));
  object.Text("language", resource.language);
  object.Flag("startHere", resource.start_here);
  object.Text("where", resource.where);
  object.Text("edition", resource.edition);
  object.Text("checked", resource.checked);
  object.Close(resource.extra);
}

void AppendSelfCheck(std::string& out, const SelfCheck& check) {
  ObjectWriter object(out);
  object.Text("question", check.question);
  object.Text("answer", check.answer);
  object.Close(check.extra);
}

void AppendSkill(std::string& out, const Skill& skill) {
  ObjectWriter object(out);
  object.Text("id", skill.id);
  object.Number("key", skill.key.value);
  object.Text("parent", skill.parent);
  object.Text("title", skill.title);
  object.Text("summary", skill.summary);
  object.Text("body", skill.body);
  if (skill.hours) object.Hours("hours", *skill.hours);
  object.Text("level", NameOf(skill.level));
  object.Flag("optional", skill.optional);
  object.Text("carriedOver", skill.carried_over);
  object.List("requires", skill.requirements, [&](const Requirement& item) { AppendRequirement(out, item); });
  object.List("resources", skill.resources, [&](const Resource& item) { AppendResource(out, item); });
  object.Text("proof", skill.proof);
  object.List("checks", skill.checks, [&](const SelfCheck& item) { AppendSelfCheck(out, item); });
  object.Text("slips", skill.slips);
  object.Texts("tags", skill.tags);
  object.Texts("covers", skill.covers);
  object.Close(skill.extra);
}

void AppendWaypoint(std::string& out, const Waypoint& waypoint) {
  ObjectWriter object(out);
  object.Text("id", waypoint.id);
  object.Text("title", waypoint.title);
  object.Text("summary", waypoint.summary);
  object.Texts("skills", waypoint.skills);
  object.Close(waypoint.extra);
}

void AppendFact(std::string& out, const Fact& fact) {
  ObjectWriter object(out);
  object.Text("id", fact.id);
  object.Text("kind", fact.kind);
  object.Text("title", fact.title);
  object.Text("text", fact.text);
  if (fact.year != 0) object.Number("year", fact.year);
  object.Text("source", fact.source);
  object.Text("checked", fact.checked);
  object.Texts("skills", fact.skills);
  object.Texts("covers", fact.covers);
  object.Close(fact.extra);
}

void AppendRevisionNote(std::string& out, const RevisionNote& change) {
  ObjectWriter object(out);
  object.Number("revision", change.revision);
  object.Text("text", change.text);
  object.Texts("skills", change.skills);
  object.Close(change.extra);
}

}  // namespace

std::string WriteRoadmap(const Roadmap& roadmap) {
  std::string compact;
  ObjectWriter object(compact);
  object.Text("format", kRoadmapFormat);
  object.Number("version", kRoadmapVersion);
  object.Text("id", roadmap.id);
  object.Text("title", roadmap.title);
  object.Text("summary", roadmap.summary);
  object.Text("language", roadmap.language);
  object.Number("revision", roadmap.revision);
  object.List("skills", roadmap.skills, [&](const Skill& skill) { AppendSkill(compact, skill); });
  object.List("waypoints", roadmap.waypoints, [&](const Waypoint& waypoint) { AppendWaypoint(compact, waypoint); });
  object.List("facts", roadmap.facts, [&](const Fact& fact) { AppendFact(compact, fact); });
  object.List("changes", roadmap.changes, [&](const RevisionNote& change) { AppendRevisionNote(compact, change); });
  object.List("retiredKeys", roadmap.retired_keys,
              [&](SkillKey key) { AppendJsonNumber(compact, static_cast<double>(key.value)); });
  object.Close(roadmap.extra);
  std::string out;
  AppendIndentedJson(out, compact, 0);
  out.push_back('\n');
  return out;
}

}  // namespace waymark
