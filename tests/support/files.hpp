// Files of the repository, and roadmaps without their places.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "graph/roadmap.hpp"

namespace waymark {

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
