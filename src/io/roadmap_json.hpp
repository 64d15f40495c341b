// The roadmap file, version 1 (assets/schema/roadmap.v1.json): read, checked and written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/roadmap.hpp"
#include "graph/roadmap_rules.hpp"
#include "io/json.hpp"

namespace waymark {

// Beyond these, and the counts of graph/roadmap_rules.hpp, a file is refused before it is parsed (bytes) or while it is
// (depth is kMaxJsonDepth, and the format itself needs 5).
inline constexpr std::size_t kMaxRoadmapBytes = 45u << 20;  // a discipline of 100,000 skills, 450 bytes each
inline constexpr std::size_t kMaxEntryValues = 20'000;      // JSON values in one skill, fact, waypoint or change

// All problems found, with line and column, in the order of the file. Structure (cycles and the like) is
// Graph::Build's.
std::expected<Roadmap, std::vector<Error>> ReadRoadmap(std::string_view json, std::string_view file_name);

// Two-space indented JSON with members in the order of the format; unknown members after the known ones.
// ReadRoadmap(WriteRoadmap(r)) equals r but for places.
std::string WriteRoadmap(const Roadmap& roadmap);

}  // namespace waymark
