// What is sound in a road and yet not good, each with its place and, where one can be made without knowing the subject,
// a repair.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "edit/roadmap_edit.hpp"
#include "graph/graph.hpp"
#include "graph/roadmap.hpp"

namespace waymark {

enum class DiagnosticCode : std::uint8_t {
  kRedundantPrerequisite,  // skills: who asks, for what, and the other prerequisite that needs it (or is it)
  kNoReason,               // skills: who asks, for what
  kNoHours,                // skills: the skill
  kNoProof,                // likewise
  kTitleTooLong,           // likewise; limit
  kRepeatedTitle,          // skills: the later, the first of that title
  kEmptyGroup,             // skills: the group-to-be
  kUnreachableWaypoint,    // waypoint: it names nothing that one could learn
};

// A warning is about what learners are told wrongly or not at all, advice about form. Neither keeps a road from being
// opened, saved or published; errors are those of ReadRoadmap and Graph::Build.
enum class Severity : std::uint8_t { kWarning, kAdvice };

struct Diagnostic {
  DiagnosticCode code = DiagnosticCode::kNoHours;
  Severity severity = Severity::kWarning;
  std::vector<SkillKey> skills = {};
  std::vector<std::string> titles = {};  // of `skills`; of a waypoint its own
  std::string waypoint = {};             // id
  std::uint32_t clause = 0;              // of the first skill's requirements
  std::size_t limit = 0;
  Place place = {};                        // where it was read from; unknown for what an edit brought in
  std::optional<RoadmapEdit> repair = {};  // for the road as it is now; none where only the author can know
};

// Code points that a title may have and still be read on a card.
inline constexpr std::size_t kLongTitle = 60;

// All of them, in the order of the file. `graph` is that of `roadmap`. O(nodes + edges), the search for redundancy
// (FindRedundantClauses) aside.
std::vector<Diagnostic> Diagnose(const Roadmap& roadmap, const Graph& graph);

// One plain sentence that says what to do.
std::string MessageOf(const Diagnostic& diagnostic);

}  // namespace waymark
