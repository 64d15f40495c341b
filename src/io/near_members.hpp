// Members that a roadmap file has and the format does not, named almost as one that it does: "require" for "requires".
// They are kept on a round trip like any other, and what was meant by them is lost to the reader.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/roadmap.hpp"

namespace waymark {

struct NearMember {
  std::string where;   // "skill", "requirement", "resource", "check", "waypoint", "fact", "change" or "roadmap"
  std::string of;      // the id of the entry, or of the skill that it belongs to; none for the roadmap and its changes
  std::string member;  // as it is written
  std::string meant;
  Place place;  // of the entry
};

// In the order of the file's lists. O(size of what the format does not know).
std::vector<NearMember> FindNearMembers(const Roadmap& roadmap);

// One plain sentence that says what to do.
std::string MessageOf(const NearMember& near);

// The member that a skill (requirement, …) has and that is named almost so: at most one letter more, less, other or
// swapped in short names, two in longer ones, capitals aside. None when it has this one itself.
std::optional<std::string_view> NearestMember(std::string_view where, std::string_view name);

}  // namespace waymark
