// Which skills stand out while somebody looks for something. The rest fades and stays where it is: a filter never lays
// out.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "base/enum_set.hpp"
#include "base/ids.hpp"
#include "graph/graph.hpp"
#include "graph/roadmap.hpp"
#include "plan/progress_summary.hpp"
#include "plan/satisfaction.hpp"

namespace waymark {

enum class FilterKind : std::uint8_t { kNeeded, kOptional };
enum class FilterRelation : std::uint8_t {
  kNone,
  kRemainingPrerequisites,  // what there is still to learn up to and with the skill
  kUnlocks,                 // the skill and all that cannot be reached without it
};

// A skill has to meet every part that is not empty, and of each part any one entry.
struct Filter {
  EnumSet<StateMark> marks = {};
  EnumSet<FilterKind> kinds = {};  // what lies in an optional group is optional
  std::set<SkillKey> tracks = {};  // groups, whatever lies in them
  FilterRelation relation = FilterRelation::kNone;
  SkillKey of = {};  // of the relation

  bool Empty() const { return marks.empty() && kinds.empty() && tracks.empty() && relation == FilterRelation::kNone; }
  friend bool operator==(const Filter&, const Filter&) = default;
};

struct FilterMatches {
  // By node: how many of the skills at or below it match. Empty while nothing is filtered.
  std::vector<std::uint32_t> count;
  std::uint32_t whole = 0;   // all that match
  std::uint32_t skills = 0;  // all there are

  bool Active() const { return !count.empty(); }
  bool Faded(NodeIndex node) const { return Active() && count[node] == 0; }
};

// The leaf skills that a relation names, ascending; none for kNone or a node that is not there.
std::vector<NodeIndex> RelatedSkills(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary,
                                     FilterRelation relation, NodeIndex of);

// `hide_done` leaves out what is satisfied, unless the filter asks for states itself. O(nodes + edges).
FilterMatches MatchesOf(const Graph& graph, const Roadmap& roadmap, const ProgressSummary& summary,
                        const Filter& filter, bool hide_done);

}  // namespace waymark
