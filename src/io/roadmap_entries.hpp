// The members of a roadmap file's entries, each turned into its struct. docs/roadmap_format.md says what they mean.
#pragma once

#include <optional>
#include <string_view>

#include "graph/roadmap.hpp"
#include "io/fields.hpp"
#include "io/json.hpp"

namespace waymark {

inline constexpr std::string_view kRoadmapFormat = "waymark-roadmap";
inline constexpr int kRoadmapVersion = 1;

// Each reports what is wrong in it and answers with what could be read.
Skill ReadSkill(const Json& node, FieldSource& source);
Waypoint ReadWaypoint(const Json& node, FieldSource& source);
Fact ReadFact(const Json& node, FieldSource& source);
RevisionNote ReadRevisionNote(const Json& node, FieldSource& source);

// Why nothing else can be said of a file with these plain members: another project's format, or one of ours that is
// newer.
std::optional<JsonFault> RefusedByHead(const Json& head);

// The roadmap's own plain members, gathered in one object.
void ReadHead(const Json& head, FieldSource& source, Roadmap& roadmap);

// Texts of the persisted enums.
std::string_view NameOf(Level level);
std::string_view NameOf(Access access);

}  // namespace waymark
