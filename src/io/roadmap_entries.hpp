// The members of a roadmap file's entries, each turned into its struct. docs/roadmap_format.md says what they mean.
#pragma once

#include <string_view>

#include "graph/roadmap.hpp"
#include "io/fields.hpp"
#include "io/json_node.hpp"

namespace waymark {

inline constexpr std::string_view kRoadmapFormat = "waymark-roadmap";
inline constexpr int kRoadmapVersion = 1;

// Each reports what is wrong in it and answers with what could be read.
Skill ReadSkill(const JsonNode& node, std::string_view source, ProblemSink& problems);
Waypoint ReadWaypoint(const JsonNode& node, std::string_view source, ProblemSink& problems);
Fact ReadFact(const JsonNode& node, std::string_view source, ProblemSink& problems);

// The roadmap's own plain members, gathered in one object.
void ReadHead(const JsonNode& head, std::string_view source, ProblemSink& problems, Roadmap& roadmap);

// Texts of the persisted enums.
std::string_view NameOf(Level level);
std::string_view NameOf(Access access);

}  // namespace waymark
