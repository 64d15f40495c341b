// Roadmaps for the tests of the map's layout: two levels of groups, prerequisites between skills anywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/roadmap.hpp"
#include "layout/random.hpp"

namespace waymark {

// `tracks` groups at the top, each with `stages` groups of `skills` skills, and about `edges` prerequisites, none of
// them implied by others. Mostly within a track, from earlier to later.
inline Roadmap MakeSampleRoadmap(std::uint32_t tracks, std::uint32_t stages, std::uint32_t skills, std::uint32_t edges,
                                 std::uint32_t seed) {
  Random random(seed);
  Roadmap roadmap;
  const auto add = [&](std::string id, std::string parent) {
    Skill skill;
    skill.title = "Skill " + id + std::string(random.Below(20), 'x');
    skill.id = std::move(id);
    skill.parent = std::move(parent);
    skill.key = {static_cast<std::uint32_t>(roadmap.skills.size()) + 1};
    roadmap.skills.push_back(std::move(skill));
    return roadmap.skills.size() - 1;
  };
  std::vector<std::size_t> leaves;
  for (std::uint32_t t = 0; t < tracks; ++t) {
    const std::string track = "t" + std::to_string(t);
    add(track, "");
    for (std::uint32_t s = 0; s < stages; ++s) {
      const std::string stage = track + "-s" + std::to_string(s);
      add(stage, track);
      for (std::uint32_t k = 0; k < skills; ++k) leaves.push_back(add(stage + "-k" + std::to_string(k), stage));
    }
  }
  // reach[b] holds all that must come before b. Edges are drawn by ascending end, so it is complete when it is read.
  const std::size_t count = leaves.size();
  std::vector<std::vector<bool>> reach(count, std::vector<bool>(count, false));
  for (std::size_t b = 1; b < count; ++b) {
    std::vector<bool> direct(count, false);
    for (std::uint32_t k = 0; k < 1 + edges / count + random.Below(2); ++k) {
      const auto near = static_cast<std::size_t>(1 + random.Below(2 * skills));
      const std::size_t a = random.Below(5) == 0 ? random.Below(static_cast<std::uint32_t>(b)) : b - std::min(b, near);
      bool implied = reach[b][a];
      for (std::size_t c = 0; c < count; ++c) implied = implied || (direct[c] && reach[a][c]);
      if (implied || a == b) continue;
      direct[a] = true;
      reach[b][a] = true;
      for (std::size_t c = 0; c < count; ++c)
        if (reach[a][c]) reach[b][c] = true;
      roadmap.skills[leaves[b]].requirements.emplace_back().any_of = {roadmap.skills[leaves[a]].id};
    }
  }
  return roadmap;
}

}  // namespace waymark
