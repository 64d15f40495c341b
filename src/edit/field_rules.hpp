// What a value has to be before it may stand in a road: the reader of files asks for the same.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "edit/edit_error.hpp"
#include "graph/roadmap.hpp"

namespace waymark {

using Checked = std::expected<void, EditError>;

// Sanitizes `text` where it stands. Lengths count code points.
Checked CheckText(std::string& text, std::size_t max, bool required = false,
                  LineBreaks line_breaks = LineBreaks::kToSpaces);
Checked CheckId(const std::string& text);
Checked CheckIds(const std::vector<std::string>& ids);
Checked CheckTexts(std::vector<std::string>& texts, std::size_t max);
Checked CheckHours(const std::optional<HourRange>& hours);
Checked CheckItem(Requirement& requirement);
Checked CheckItem(Resource& resource);
Checked CheckItem(Waypoint& waypoint);
Checked CheckItem(Fact& fact);
// All of it but parent and requirements' names, which depend on the road.
Checked CheckSkill(Skill& skill);

// Letters and digits of a title as an id; "skill" where it has none of the alphabet that ids are written in.
std::string SlugOf(std::string_view title);

}  // namespace waymark
