// Random roadmaps and progress for property tests.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "graph/roadmap.hpp"
#include "progress/progress.hpp"
#include "support/random.hpp"

namespace waymark::test {

struct RoadmapShape {
  std::size_t skills = 40;      // groups included
  std::size_t groups = 8;       // at most; less than skills
  std::size_t max_clauses = 3;  // of one skill
  std::size_t any_of_in = 3;    // one clause in so many has alternatives
  bool texts = false;           // fill in what a file can hold
};

namespace detail {

using Flags = std::vector<bool>;

inline Flags Shared(const std::vector<std::uint32_t>& clause, const std::vector<Flags>& reach) {
  Flags shared = reach[clause.front()];
  for (const std::uint32_t v : clause) {
    for (std::size_t i = 0; i < shared.size(); ++i) shared[i] = shared[i] && reach[v][i];
  }
  return shared;
}

// Drops clauses until none is implied by the others; by brute force.
inline void DropImplied(std::vector<std::vector<std::uint32_t>>& clauses, const std::vector<Flags>& reach) {
  for (std::size_t k = 0; k < clauses.size();) {
    bool implied = false;
    for (std::size_t j = 0; j < clauses.size(); ++j) {
      if (j == k) continue;
      const Flags others = Shared(clauses[j], reach);
      implied = implied || std::ranges::any_of(clauses[k], [&](std::uint32_t v) { return bool{others[v]}; });
    }
    if (implied) {
      clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(k));
      k = 0;
    } else {
      ++k;
    }
  }
}

inline void FillTexts(Random& random, Skill& skill) {
  skill.summary = "Line with \"quotes\", a \\ and ünïcödé 漢字 " + std::to_string(random.Below(1000));
  if (random.OneIn(2)) skill.body = "First.\n\n- one\n- *two* `three`\n\n[link](https://example.org/a)";
  skill.level = static_cast<Level>(random.Below(3));
  if (random.OneIn(3)) skill.carried_over = "You know it.";
  if (random.OneIn(2)) {
    skill.resources.push_back({.title = "A book",
                               .url = "https://example.org/" + skill.id,
                               .kind = "book",
                               .access = static_cast<Access>(random.Below(3)),
                               .language = random.OneIn(2) ? "de" : "",
                               .start_here = random.OneIn(2),
                               .where = random.OneIn(2) ? "chapter 1" : "",
                               .edition = random.OneIn(2) ? "2nd, 2021" : "",
                               .checked = random.OneIn(2) ? "2024-02-29" : "",
                               .extra = random.OneIn(3) ? R"({"pages":[1,{"a":null}]})" : ""});
  }
  if (random.OneIn(2)) skill.proof = "Build it.\nMeasure it.";
  if (random.OneIn(2)) skill.checks = {{"Why?", "Because.", ""}, {"How?", "So.", R"({"trap":true})"}};
  if (random.OneIn(3)) skill.slips = "You measure before you build.";
  if (random.OneIn(2)) skill.tags = {"one", "two words"};
  if (random.OneIn(4)) skill.covers = {"A1", "B2"};
  if (random.OneIn(4)) skill.extra = R"({"colour":"red","later":{"x":[1,2.5e3,"]"],"y":{}}})";
}

}  // namespace detail

// A valid roadmap: ids `s<n>`, keys a permutation with gaps, groups nested, prerequisites between leaf skills that
// follow no order of the file, no cycle, no redundant clause.
inline Roadmap RandomRoadmap(Random& random, const RoadmapShape& shape = {}) {
  Roadmap roadmap;
  roadmap.id = "random-map";
  roadmap.title = "Random";
  const std::size_t n = shape.skills;
  std::vector<std::uint32_t> keys(n);
  for (std::size_t i = 0; i < n; ++i) keys[i] = static_cast<std::uint32_t>(i + 1 + i / 7);
  random.Shuffle(std::span(keys));
  for (std::size_t i = 0; i < n; ++i) {
    Skill skill;
    skill.id = "s" + std::to_string(i);
    skill.key = SkillKey{keys[i]};
    skill.title = "Skill " + std::to_string(i);
    if (random.OneIn(10)) skill.optional = true;
    // Quarters are exact, so sums of hours come out the same in any order.
    const float low = static_cast<float>(random.Below(80)) / 4;
    if (!random.OneIn(9)) skill.hours = HourRange{low, low + static_cast<float>(random.Below(40)) / 4};
    if (shape.texts) detail::FillTexts(random, skill);
    roadmap.skills.push_back(std::move(skill));
  }
  // The first nodes may become groups; a parent comes before its children here and the file order is as good as any.
  const std::size_t groups = std::min(shape.groups, n > 0 ? n - 1 : 0);
  std::vector<bool> is_group(n, false);
  for (std::size_t i = 1; i < n && groups > 0; ++i) {
    const std::size_t parent = random.Below(std::min(i, groups));
    if (random.OneIn(5)) continue;
    roadmap.skills[i].parent = roadmap.skills[parent].id;
    is_group[parent] = true;
  }
  std::vector<std::uint32_t> leaves;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (is_group[i]) {
      roadmap.skills[i].hours.reset();
    } else {
      leaves.push_back(i);
    }
  }
  random.Shuffle(std::span(leaves));
  std::vector<detail::Flags> reach(n, detail::Flags(n, false));  // what must come first, itself included
  for (std::size_t at = 0; at < leaves.size(); ++at) {
    const std::uint32_t v = leaves[at];
    std::vector<std::vector<std::uint32_t>> clauses;
    for (std::size_t c = at == 0 ? 0 : random.Below(shape.max_clauses + 1); c > 0; --c) {
      std::vector<std::uint32_t> clause{leaves[random.Below(at)]};
      while (random.OneIn(shape.any_of_in) && clause.size() < 4) {
        const std::uint32_t other = leaves[random.Below(at)];
        if (!std::ranges::contains(clause, other)) clause.push_back(other);
      }
      clauses.push_back(std::move(clause));
    }
    detail::DropImplied(clauses, reach);
    for (const auto& clause : clauses) {
      Requirement requirement;
      for (const std::uint32_t w : clause) requirement.any_of.push_back(roadmap.skills[w].id);
      requirement.reason = "It builds on it.";
      if (shape.texts && random.OneIn(5)) requirement.extra = R"({"weight":0.5})";
      roadmap.skills[v].requirements.push_back(std::move(requirement));
      const detail::Flags shared = detail::Shared(clause, reach);
      for (std::size_t i = 0; i < n; ++i) reach[v][i] = reach[v][i] || shared[i];
    }
    reach[v][v] = true;
  }
  if (shape.texts && n > 0) {
    roadmap.summary = "For tests.";
    roadmap.revision = 3;
    roadmap.waypoints.push_back({"end", "The end", "All of it.", {roadmap.skills.back().id}, R"({"icon":"flag"})", {}});
    roadmap.facts.push_back({"f1",
                             "claim",
                             "A claim",
                             "It was said.",
                             2024,
                             "Somebody",
                             "2026-11-28",
                             {roadmap.skills.front().id},
                             {"A5"},
                             R"({"note":"kept"})",
                             {}});
    roadmap.changes.push_back({3, "The end is new.", {roadmap.skills.back().id}, R"({"by":"us"})"});
    roadmap.retired_keys = {SkillKey{500'000}, SkillKey{400'000}};
    roadmap.extra = R"({"theme":{"hue":[1,2,3]}})";
  }
  return roadmap;
}

// Registers of keys from 1 to `max_key`, about one in `sparsity`.
inline Progress RandomProgress(Random& random, std::uint32_t max_key, std::size_t sparsity = 2, bool notes = true) {
  Progress progress;
  for (std::uint32_t key = 1; key <= max_key; ++key) {
    if (random.OneIn(sparsity)) {
      const Register value{random.OneIn(8) ? random.Between(1, 300) : 0, static_cast<SkillState>(random.Below(4))};
      if (value != Register{}) progress.skills[SkillKey{key}] = value;
    }
    if (notes && random.OneIn(sparsity * 4)) {
      Note& note = progress.notes[SkillKey{key}];
      note.epoch = random.Between(1, 3);
      for (std::uint32_t i = random.Below(3); i > 0; --i) note.texts.insert("note " + std::to_string(random.Below(9)));
    }
  }
  if (notes && random.OneIn(2)) {
    Schedule& schedule = progress.schedule;
    if (random.OneIn(2))
      schedule.minutes_per_week = {random.Between(1, 3), static_cast<std::uint16_t>(random.Below(5) * 60)};
    if (random.OneIn(2)) schedule.start_day = {random.Between(1, 3), static_cast<std::uint16_t>(random.Below(9))};
  }
  return progress;
}

}  // namespace waymark::test
