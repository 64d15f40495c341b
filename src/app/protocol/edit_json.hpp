// Edits of the road as the page writes them (docs/page_protocol.md, "Edits").
#pragma once

#include "base/result.hpp"
#include "edit/roadmap_edit.hpp"
#include "io/json.hpp"

namespace waymark {

// Nested batches go no deeper than kMaxJsonDepth lets a text be. kSchema when the edit is unknown or a member is
// missing or of another type; what a text may be is Apply's business. Members of skills, requirements, resources,
// waypoints and facts that this version does not know are kept as they are in a file.
Result<RoadmapEdit> EditFromJson(const Json& json);

// Such an edit that EditFromJson reads again; for the repairs of diagnostics. Skills are put back and placed by the
// engine alone, so RestoreSkills and PlaceSkills have no such form: null.
Json EditToJson(const RoadmapEdit& edit);

}  // namespace waymark
