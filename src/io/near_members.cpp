#include "io/near_members.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "base/utf8.hpp"
#include "io/json.hpp"

namespace waymark {
namespace {

using Members = std::span<const std::string_view>;

constexpr std::array<std::string_view, 12> kRoadmap = {"format",    "version",  "id",       "title",
                                                       "summary",   "language", "revision", "skills",
                                                       "waypoints", "facts",    "changes",  "retiredKeys"};
constexpr std::array<std::string_view, 17> kSkill = {
    "id",          "key",   "parent", "title", "summary",  "body",      "hours", "level", "optional",
    "carriedOver", "proof", "checks", "slips", "requires", "resources", "tags",  "covers"};
constexpr std::array<std::string_view, 3> kRequirement = {"id", "anyOf", "reason"};
constexpr std::array<std::string_view, 9> kResource = {"title",     "url",   "kind",    "access", "language",
                                                       "startHere", "where", "edition", "checked"};
constexpr std::array<std::string_view, 2> kCheck = {"question", "answer"};
constexpr std::array<std::string_view, 3> kChange = {"revision", "text", "skills"};
constexpr std::array<std::string_view, 4> kWaypoint = {"id", "title", "summary", "skills"};
constexpr std::array<std::string_view, 9> kFact = {"id",     "kind",    "title",  "text",  "year",
                                                   "source", "checked", "skills", "covers"};

Members MembersOf(std::string_view where) {
  if (where == "skill") return kSkill;
  if (where == "requirement") return kRequirement;
  if (where == "resource") return kResource;
  if (where == "check") return kCheck;
  if (where == "change") return kChange;
  if (where == "waypoint") return kWaypoint;
  if (where == "fact") return kFact;
  return kRoadmap;
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

// The restricted edit distance of Damerau, "A technique for computer detection and correction of spelling errors", CACM
// 7(3), 1964.
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before = last;
    std::swap(last, now);
  }
  return last[b.size()];
}

class Finder {
 public:
  void LookAt(std::string_view where, const std::string& of, const std::string& extra, const Place& place) {
    if (extra.empty()) return;
    const auto json = Json::Parse(extra);
    if (!json) return;
    for (const auto& [name, value] : json->AsObject())
      if (const auto meant = NearestMember(where, name))
        found_.push_back({std::string(where), of, Sanitized(name), std::string(*meant), place});
  }
  std::vector<NearMember> Take() { return std::move(found_); }

 private:
  std::vector<NearMember> found_;
};

}  // namespace

std::optional<std::string_view> NearestMember(std::string_view where, std::string_view name) {
  constexpr std::size_t kShort = 4, kLongest = 24;
  if (name.size() > kLongest) return std::nullopt;
  const std::string wanted = Lower(name);
  std::optional<std::string_view> nearest;
  std::size_t least = wanted.size() <= kShort ? 2 : 3;  // one more than may be
  for (const std::string_view known : MembersOf(where)) {
    if (known == name) return std::nullopt;
    const std::size_t distance = Distance(wanted, Lower(known));
    // A name of two letters is near to nearly any other.
    if (distance >= least || (known.size() <= 2 && distance > 0)) continue;
    least = distance;
    nearest = known;
  }
  return nearest;
}

std::vector<NearMember> FindNearMembers(const Roadmap& roadmap) {
  Finder finder;
  const auto within = [&](Place place) {
    if (place.file.empty()) place.file = roadmap.file;
    return place;
  };
  finder.LookAt("roadmap", {}, roadmap.extra, within({}));
  for (const Skill& skill : roadmap.skills) {
    const Place place = within(skill.place);
    finder.LookAt("skill", skill.id, skill.extra, place);
    for (const Requirement& requirement : skill.requirements)
      finder.LookAt("requirement", skill.id, requirement.extra, within(requirement.place));
    for (const Resource& resource : skill.resources) finder.LookAt("resource", skill.id, resource.extra, place);
    for (const SelfCheck& check : skill.checks) finder.LookAt("check", skill.id, check.extra, place);
  }
  for (const Waypoint& waypoint : roadmap.waypoints)
    finder.LookAt("waypoint", waypoint.id, waypoint.extra, within(waypoint.place));
  for (const Fact& fact : roadmap.facts) finder.LookAt("fact", fact.id, fact.extra, within(fact.place));
  for (const RevisionNote& change : roadmap.changes) finder.LookAt("change", {}, change.extra, within({}));
  return finder.Take();
}

std::string MessageOf(const NearMember& near) {
  return "The " + near.where + (near.of.empty() ? "" : " \"" + near.of + '"') + " has \"" + near.member +
         "\", which means nothing here; \"" + near.meant + "\" would.";
}

}  // namespace waymark
