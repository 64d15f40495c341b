// The only writer of a Document.
#pragma once

#include <expected>
#include <vector>

#include "base/ids.hpp"
#include "edit/document.hpp"
#include "edit/edit_error.hpp"
#include "edit/roadmap_edit.hpp"

namespace waymark {

// Changes the document and returns the edit that takes it back to what it was. An edit that can't be carried out, or
// would leave a graph that is not sound, changes nothing. Texts alone cost O(1) beside finding the skill (O(log
// nodes)); whatever changes the structure costs O(nodes + edges log edges), without any layout.
std::expected<RoadmapEdit, EditError> Apply(Document& document, const RoadmapEdit& edit);

// The skills that an edit names, each once, in the order they are named: what to select, and what to look at after it.
std::vector<SkillKey> SkillsIn(const RoadmapEdit& edit);

}  // namespace waymark
