// Files of the repository, and roadmaps made comparable.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "graph/roadmap.hpp"

namespace waymark {

// Only tests compare roadmaps.
inline bool operator==(const Requirement& a, const Requirement& b) {
  return a.any_of == b.any_of && a.reason == b.reason && a.extra == b.extra && a.place == b.place;
}
inline bool operator==(const Resource& a, const Resource& b) {
  return a.title == b.title && a.url == b.url && a.kind == b.kind && a.access == b.access && a.language == b.language &&
         a.extra == b.extra;
}
inline bool operator==(const Skill& a, const Skill& b) {
  return a.id == b.id && a.key == b.key && a.parent == b.parent && a.title == b.title && a.summary == b.summary &&
         a.body == b.body && a.hours == b.hours && a.level == b.level && a.optional == b.optional &&
         a.carried_over == b.carried_over && a.requirements == b.requirements && a.resources == b.resources &&
         a.proof == b.proof && a.tags == b.tags && a.covers == b.covers && a.extra == b.extra && a.place == b.place;
}
inline bool operator==(const Fact& a, const Fact& b) {
  return a.id == b.id && a.kind == b.kind && a.title == b.title && a.text == b.text && a.year == b.year &&
         a.source == b.source && a.skills == b.skills && a.covers == b.covers && a.extra == b.extra &&
         a.place == b.place;
}
inline bool operator==(const Waypoint& a, const Waypoint& b) {
  return a.id == b.id && a.title == b.title && a.summary == b.summary && a.skills == b.skills && a.extra == b.extra &&
         a.place == b.place;
}
inline bool operator==(const Roadmap& a, const Roadmap& b) {
  return a.file == b.file && a.id == b.id && a.title == b.title && a.summary == b.summary && a.language == b.language &&
         a.revision == b.revision && a.skills == b.skills && a.waypoints == b.waypoints && a.facts == b.facts &&
         a.retired_keys == b.retired_keys && a.extra == b.extra;
}

namespace test {

// The text of a file named from the root of the repository.
inline std::string ReadSource(std::string_view path) {
  std::ifstream file(std::string(WAYMARK_SOURCE_DIR "/") + std::string(path), std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline Roadmap WithoutPlaces(Roadmap roadmap) {
  roadmap.file.clear();
  for (Skill& skill : roadmap.skills) {
    skill.place = {};
    for (Requirement& requirement : skill.requirements) requirement.place = {};
  }
  for (Waypoint& waypoint : roadmap.waypoints) waypoint.place = {};
  for (Fact& fact : roadmap.facts) fact.place = {};
  return roadmap;
}

}  // namespace test
}  // namespace waymark
