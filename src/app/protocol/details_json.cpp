#include <algorithm>
#include <utility>

#include "app/protocol/page_protocol.hpp"
#include "app/search/search.hpp"
#include "io/json.hpp"
#include "io/markdown.hpp"
#include "io/message_json.hpp"
#include "plan/closure.hpp"
#include "plan/next_skills.hpp"
#include "plan/remaining_prerequisites.hpp"
#include "plan/satisfaction.hpp"

namespace waymark {
namespace {

std::string_view Name(Level level) {
  switch (level) {
    case Level::kFoundation:
      return "foundation";
    case Level::kCore:
      return "core";
    case Level::kAdvanced:
      return "advanced";
  }
  std::unreachable();
}

std::string_view Name(Access access) {
  switch (access) {
    case Access::kFree:
      return "free";
    case Access::kRegistration:
      return "registration";
    case Access::kPaid:
      return "paid";
  }
  std::unreachable();
}

std::string_view Name(SpanKind kind) {
  switch (kind) {
    case SpanKind::kText:
      return "text";
    case SpanKind::kEmphasis:
      return "em";
    case SpanKind::kStrong:
      return "strong";
    case SpanKind::kCode:
      return "code";
    case SpanKind::kLink:
      return "link";
  }
  std::unreachable();
}

std::string_view Name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kParagraph:
      return "p";
    case BlockKind::kBulletItem:
      return "bullet";
    case BlockKind::kNumberedItem:
      return "number";
  }
  std::unreachable();
}

std::string_view Name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kSyntax:
      return "syntax";
    case ErrorCode::kSchema:
      return "schema";
    case ErrorCode::kGraph:
      return "graph";
    case ErrorCode::kVersion:
      return "version";
    case ErrorCode::kTooLarge:
      return "too_large";
    case ErrorCode::kDamaged:
      return "damaged";
    case ErrorCode::kStorage:
      return "storage";
    case ErrorCode::kNotFound:
      return "not_found";
  }
  std::unreachable();
}

Json Reference(const AppState& state, NodeIndex node) {
  return Json::Object{{"key", SkillAt(state, node).key.value},
                      {"title", SkillAt(state, node).title},
                      {"state", static_cast<int>(state.summary.state[node])},
                      {"available", state.summary.availability[node] == Availability::kAvailable},
                      {"isGroup", GraphOf(state).IsGroup(node)},
                      {"done", state.summary.tally[node].done},
                      {"total", state.summary.tally[node].skills}};
}

Json References(const AppState& state, std::span<const NodeIndex> nodes) {
  Json::Array out;
  for (const NodeIndex node : nodes) out.push_back(Reference(state, node));
  return out;
}

Json Body(std::string_view text) {
  Json::Array blocks;
  for (const Block& block : ParseMarkdown(text)) {
    Json::Array spans;
    for (const Span& span : block.spans) {
      Json::Object out{{"kind", Name(span.kind)}, {"text", span.text}};
      if (span.kind == SpanKind::kLink) out.emplace_back("url", span.url);
      spans.emplace_back(std::move(out));
    }
    blocks.push_back(Json::Object{{"kind", Name(block.kind)}, {"spans", std::move(spans)}});
  }
  return blocks;
}

Json Requires(const AppState& state, NodeIndex node) {
  Json::Array clauses;
  for (const Requirement& requirement : SkillAt(state, node).requirements) {
    Json::Array any_of;
    bool met = false;
    for (const std::string& id : requirement.any_of) {
      const NodeIndex needed = GraphOf(state).Find(id);
      if (needed == kNoNode) continue;
      met = met || IsSatisfied(state.summary.state[needed]);
      any_of.push_back(Reference(state, needed));
    }
    clauses.push_back(Json::Object{{"reason", requirement.reason}, {"met", met}, {"anyOf", std::move(any_of)}});
  }
  return clauses;
}

// example.org of https://example.org:8080/page
std::string_view HostOf(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::string_view rest = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
  return host.starts_with("www.") ? host.substr(4) : host;
}

Json Resources(const Skill& skill) {
  Json::Array out;
  for (const Resource& r : skill.resources) {
    out.push_back(Json::Object{
        {"title", r.title}, {"url", r.url}, {"host", HostOf(r.url)}, {"kind", r.kind}, {"access", Name(r.access)}});
  }
  return out;
}

Json Facts(const AppState& state, const Skill& skill) {
  Json::Array out;
  for (const Fact& fact : RoadmapOf(state).facts) {
    if (std::ranges::find(fact.skills, skill.id) == fact.skills.end()) continue;
    out.push_back(Json::Object{
        {"kind", fact.kind}, {"title", fact.title}, {"text", fact.text}, {"year", fact.year}, {"source", fact.source}});
  }
  return out;
}

// What there is still to learn up to and with `node`.
Json RemainingJson(const AppState& state, NodeIndex node) {
  const RemainingPrerequisites remaining =
      RemainingPrerequisitesOf(GraphOf(state), RoadmapOf(state), state.summary, {&node, 1});
  return Json::Object{{"skills", static_cast<int>(remaining.skills.size())},
                      {"hoursLow", static_cast<double>(remaining.hours.low)},
                      {"hoursHigh", static_cast<double>(remaining.hours.high)}};
}

// How many skills can't be reached without it.
int UnlocksInAll(const AppState& state, NodeIndex node) {
  const std::vector<NodeIndex> all = Dependents(GraphOf(state), node);
  return static_cast<int>(std::ranges::count_if(all, [&](NodeIndex v) { return !GraphOf(state).IsGroup(v); }));
}

// Concurrent texts of one note stand one under the other; the next edit makes them one.
std::string NoteText(const AppState& state, SkillKey key) {
  std::string text;
  if (const auto note = state.progress.notes.find(key); note != state.progress.notes.end()) {
    for (const std::string& part : note->second.texts) text += (text.empty() ? "" : "\n\n") + part;
  }
  return text;
}

// The one state of all skills at or below `node`, or -1.
int AllState(const AppState& state, NodeIndex node) {
  std::vector<NodeIndex> open = {node};
  int all = -1;
  while (!open.empty()) {
    const NodeIndex at = open.back();
    open.pop_back();
    const auto children = GraphOf(state).Children(at);
    open.insert(open.end(), children.begin(), children.end());
    if (!children.empty()) continue;
    const int own = static_cast<int>(state.summary.state[at]);
    if (all >= 0 && all != own) return -1;
    all = own;
  }
  return all;
}

Json Group(const AppState& state, NodeIndex node) {
  const NodeIndex parent = GraphOf(state).Parent(node);
  if (parent == kNoNode) return {};
  return Json::Object{{"key", SkillAt(state, parent).key.value}, {"title", SkillAt(state, parent).title}};
}

}  // namespace

std::string DetailsJson(const AppState& state, SkillKey key) {
  const NodeIndex node = NodeOf(state, key);
  if (node == kNoNode) return "null";
  const Graph& graph = GraphOf(state);
  const Skill& skill = SkillAt(state, node);
  const Tally& tally = state.summary.tally[node];
  const HourRange hours = skill.hours.value_or(tally.hours);
  const Json details = Json::Object{
      {"key", key.value},
      {"id", skill.id},
      {"title", skill.title},
      {"summary", skill.summary},
      {"group", Group(state, node)},
      {"isGroup", graph.IsGroup(node)},
      {"hoursLow", static_cast<double>(hours.low)},
      {"hoursHigh", static_cast<double>(hours.high)},
      {"level", Name(skill.level)},
      {"optional", skill.optional},
      {"carriedOver", skill.carried_over},
      {"state", static_cast<int>(state.summary.state[node])},
      {"allState", AllState(state, node)},
      {"available", state.summary.availability[node] == Availability::kAvailable},
      {"body", Body(skill.body)},
      {"requires", Requires(state, node)},
      {"unlocks", References(state, graph.Unlocks(node))},
      {"resources", Resources(skill)},
      {"proof", skill.proof},
      {"facts", Facts(state, skill)},
      {"children", References(state, graph.Children(node))},
      {"note", NoteText(state, key)},
      {"tally", Json::Object{{"done", tally.done}, {"skills", tally.skills}}},
      {"way", RemainingJson(state, node)},
      {"opensAll", UnlocksInAll(state, node)},
  };
  return details.Dump();
}

std::string SearchJson(const AppState& state, Searcher& searcher, std::string_view text, int limit) {
  Json::Array out;
  for (const SearchHit& hit : searcher.Search(state, text, limit)) {
    const Skill& skill = SkillAt(state, hit.node);
    const NodeIndex parent = GraphOf(state).Parent(hit.node);
    const std::string group = parent == kNoNode ? std::string() : SkillAt(state, parent).title;
    Json::Array matches;
    for (const auto& [from, to] : hit.matches) matches.push_back(Json::Array{from, to});
    Json::Object result{{"key", skill.key.value},
                        {"title", hit.fact ? hit.fact->title : skill.title},
                        {"group", hit.fact ? skill.title : group},
                        {"score", static_cast<double>(hit.score)},
                        {"matches", std::move(matches)}};
    if (hit.fact) result.emplace_back("fact", hit.fact->kind);
    out.emplace_back(std::move(result));
  }
  return Json(std::move(out)).Dump();
}

std::string NextJson(const AppState& state, int limit) {
  Json::Array out;
  if (!state.open) return Json(std::move(out)).Dump();
  for (const NextSkill& next : NextSkills(GraphOf(state), RoadmapOf(state), state.summary)) {
    if (out.size() >= static_cast<std::size_t>(std::max(limit, 0))) break;
    out.push_back(Json::Object{
        {"key", SkillAt(state, next.node).key.value}, {"learning", next.learning}, {"opens", next.unlocks}});
  }
  return Json(std::move(out)).Dump();
}

std::string ErrorsJson(const std::vector<Error>& errors) {
  Json::Array out;
  for (const Error& error : errors) {
    out.push_back(Json::Object{{"code", Name(error.code)},
                               {"message", MessageJson(error.message)},
                               {"file", error.place.file},
                               {"line", error.place.line},
                               {"column", error.place.column}});
  }
  return Json(std::move(out)).Dump();
}

}  // namespace waymark
