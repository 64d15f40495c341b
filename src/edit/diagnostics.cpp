#include "edit/diagnostics.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "graph/redundancy.hpp"
#include "graph/roadmap_rules.hpp"

namespace waymark {
namespace {

constexpr HourRange kUsualHours{4, 8};  // where no skill beside it says any

// Titles that a reader would take for the same.
std::string Folded(std::string_view title) {
  std::string folded;
  for (const char c : title) {
    if (c == ' ' && (folded.empty() || folded.back() == ' ')) continue;
    folded.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

// The beginning of a title, cut between words where it can be.
std::string Shortened(std::string_view title) {
  std::size_t end = 0;
  for (std::size_t count = 0; count < kLongTitle && end < title.size(); ++count) DecodeUtf8(title, end);
  std::string_view cut = title.substr(0, end);
  if (const std::size_t space = cut.rfind(' '); space != std::string_view::npos && space > end / 2)
    cut = cut.substr(0, space);
  while (!cut.empty() && std::string_view(" ,;:–-").contains(cut.back())) cut.remove_suffix(1);
  return std::string(cut);
}

class Diagnosis {
 public:
  Diagnosis(const Roadmap& roadmap, const Graph& graph) : roadmap_(roadmap), graph_(graph) {}

  std::vector<Diagnostic> Run() && {
    for (NodeIndex v = 0; v < graph_.size(); ++v) LookAtSkill(v);
    FindRedundant();
    FindRepeatedTitles();
    for (std::uint32_t i = 0; i < roadmap_.waypoints.size(); ++i) LookAtWaypoint(i);
    std::ranges::stable_sort(found_, {}, [](const auto& entry) {
      return std::tuple(entry.second.place.line, entry.second.place.column, entry.first);
    });
    std::vector<Diagnostic> diagnostics;
    for (auto& entry : found_) diagnostics.push_back(std::move(entry.second));
    return diagnostics;
  }

 private:
  const Skill& At(NodeIndex v) const { return roadmap_.skills[v]; }

  Diagnostic& Add(DiagnosticCode code, std::vector<NodeIndex> nodes, Severity severity = Severity::kWarning) {
    const Skill& skill = At(nodes.front());
    Diagnostic& diagnostic = found_.emplace_back(nodes.front(), Diagnostic{.code = code, .severity = severity}).second;
    for (const NodeIndex node : nodes) {
      diagnostic.skills.push_back(At(node).key);
      diagnostic.titles.push_back(At(node).title);
    }
    Locate(diagnostic, skill.place);
    return diagnostic;
  }
  void Locate(Diagnostic& diagnostic, const Place& place) const {
    diagnostic.place = place;
    if (place.line > 0 && place.file.empty()) diagnostic.place.file = roadmap_.file;
  }

  // A leaf that holds nothing, where groups stand: it was meant to be one.
  bool IsEmptyGroup(NodeIndex v) const {
    const Skill& skill = At(v);
    if (graph_.IsGroup(v) || skill.hours || !skill.proof.empty() || !skill.body.empty() || !skill.resources.empty() ||
        !skill.requirements.empty() || !graph_.Unlocks(v).empty())
      return false;
    const NodeIndex parent = graph_.Parent(v);
    const auto siblings = parent == kNoNode ? graph_.Roots() : graph_.Children(parent);
    return std::ranges::any_of(siblings, [&](NodeIndex sibling) { return graph_.IsGroup(sibling); });
  }

  void LookAtSkill(NodeIndex v) {
    const Skill& skill = At(v);
    if (CountCodePoints(skill.title) > kLongTitle) {
      Diagnostic& diagnostic = Add(DiagnosticCode::kTitleTooLong, {v}, Severity::kAdvice);
      diagnostic.limit = kLongTitle;
      EditBatch repair{{{SetSkillText{skill.key, SkillText::kTitle, Shortened(skill.title)}}}};
      if (skill.summary.empty()) repair.edits.push_back({SetSkillText{skill.key, SkillText::kSummary, skill.title}});
      diagnostic.repair = RoadmapEdit{std::move(repair)};
    }
    if (IsEmptyGroup(v)) {
      Add(DiagnosticCode::kEmptyGroup, {v}).repair = RoadmapEdit{RemoveSkills{{skill.key}}};
      return;
    }
    for (std::uint32_t clause = 0; clause < skill.requirements.size(); ++clause) {
      const Requirement& requirement = skill.requirements[clause];
      if (!IsBlank(requirement.reason)) continue;
      Diagnostic& diagnostic = Add(DiagnosticCode::kNoReason, {v, graph_.Find(requirement.any_of.front())});
      diagnostic.clause = clause;
      Locate(diagnostic, requirement.place);
    }
    if (graph_.IsGroup(v)) return;
    if (!skill.hours) Add(DiagnosticCode::kNoHours, {v}).repair = RoadmapEdit{SetHours{skill.key, HoursBeside(v)}};
    if (IsBlank(skill.proof)) Add(DiagnosticCode::kNoProof, {v}, Severity::kAdvice);
  }

  // The median of its siblings', by their middle.
  HourRange HoursBeside(NodeIndex v) const {
    const NodeIndex parent = graph_.Parent(v);
    std::vector<HourRange> hours;
    for (const NodeIndex sibling : parent == kNoNode ? graph_.Roots() : graph_.Children(parent))
      if (At(sibling).hours && !graph_.IsGroup(sibling)) hours.push_back(*At(sibling).hours);
    if (hours.empty()) return kUsualHours;
    std::ranges::stable_sort(hours, {}, &HourRange::Mid);
    return hours[hours.size() / 2];
  }

  void FindRedundant() {
    for (const RedundantClause& redundant : FindRedundantClauses(graph_)) {
      const Skill& skill = At(redundant.to);
      const NodeIndex via = graph_.Find(skill.requirements[redundant.implied_by_clause].any_of.front());
      Diagnostic& diagnostic = Add(DiagnosticCode::kRedundantPrerequisite, {redundant.to, redundant.prerequisite, via});
      diagnostic.clause = redundant.clause;
      diagnostic.repair = RoadmapEdit{EditRequirements{skill.key, redundant.clause, 1, {}}};
      Locate(diagnostic, skill.requirements[redundant.clause].place);
    }
  }

  void FindRepeatedTitles() {
    std::unordered_map<std::string, NodeIndex> first;
    for (NodeIndex v = 0; v < graph_.size(); ++v) first.try_emplace(Folded(At(v).title), v);
    for (NodeIndex v = 0; v < graph_.size(); ++v) {
      const NodeIndex other = first.at(Folded(At(v).title));
      if (other == v) continue;
      Diagnostic& diagnostic = Add(DiagnosticCode::kRepeatedTitle, {v, other});
      const NodeIndex parent = graph_.Parent(v);
      if (parent == kNoNode) continue;
      std::string title = At(v).title + " (" + At(parent).title + ")";
      if (CountCodePoints(title) > kLongTitle || first.contains(Folded(title))) continue;
      diagnostic.repair = RoadmapEdit{SetSkillText{At(v).key, SkillText::kTitle, std::move(title)}};
    }
  }

  // Whether a waypoint at `top` asks for anything: a skill, or a group with one that is neither optional nor hollow.
  bool LeadsSomewhere(NodeIndex top) const {
    std::vector<NodeIndex> open{top};
    while (!open.empty()) {
      const NodeIndex v = open.back();
      open.pop_back();
      if (v != top && At(v).optional) continue;
      if (!graph_.IsGroup(v) && !IsEmptyGroup(v)) return true;
      open.insert(open.end(), graph_.Children(v).begin(), graph_.Children(v).end());
    }
    return false;
  }

  void LookAtWaypoint(std::uint32_t i) {
    const Waypoint& waypoint = roadmap_.waypoints[i];
    const bool leads =
        std::ranges::any_of(waypoint.skills, [&](const std::string& id) { return LeadsSomewhere(graph_.Find(id)); });
    if (leads) return;
    Diagnostic& diagnostic =
        found_.emplace_back(graph_.size() + i, Diagnostic{.code = DiagnosticCode::kUnreachableWaypoint}).second;
    diagnostic.titles = {waypoint.title};
    diagnostic.waypoint = waypoint.id;
    diagnostic.repair = RoadmapEdit{EditWaypoints{i, 1, {}}};
    Locate(diagnostic, waypoint.place);
  }

  const Roadmap& roadmap_;
  const Graph& graph_;
  std::vector<std::pair<std::size_t, Diagnostic>> found_;  // with what orders those without a place
};

std::string Quoted(std::string_view text) { return "‘" + std::string(text) + "’"; }

}  // namespace

std::vector<Diagnostic> Diagnose(const Roadmap& roadmap, const Graph& graph) { return Diagnosis(roadmap, graph).Run(); }

std::string MessageOf(const Diagnostic& diagnostic) {
  std::array<std::string, 3> title;
  for (std::size_t i = 0; i < std::min(title.size(), diagnostic.titles.size()); ++i)
    title[i] = Quoted(diagnostic.titles[i]);
  switch (diagnostic.code) {
    case DiagnosticCode::kRedundantPrerequisite:
      return title[0] + " need not ask for " + title[1] +
             (diagnostic.skills[1] == diagnostic.skills[2]
                  ? " twice"
                  : ": " + title[2] + ", which it asks for too, already needs it") +
             "; take the requirement out.";
    case DiagnosticCode::kNoReason:
      return title[0] + " asks for " + title[1] + " and does not say why; give a reason.";
    case DiagnosticCode::kNoHours:
      return title[0] + " does not say how many hours it takes; estimate them.";
    case DiagnosticCode::kNoProof:
      return title[0] + " does not say how to show that one can do it; describe a proof.";
    case DiagnosticCode::kTitleTooLong:
      return title[0] + " is longer than the " + std::to_string(diagnostic.limit) +
             " characters that can be read on a card; shorten it.";
    case DiagnosticCode::kRepeatedTitle:
      return title[0] + " has the title of another skill; tell them apart.";
    case DiagnosticCode::kEmptyGroup:
      return "There is nothing in " + title[0] + "; put skills in it, say what it takes, or remove it.";
    case DiagnosticCode::kUnreachableWaypoint:
      return "The waypoint " + title[0] + " names nothing that has to be learned; name skills, or remove it.";
  }
  std::unreachable();
}

}  // namespace waymark
