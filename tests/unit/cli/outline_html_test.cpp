#include "cli/outline_html.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/generators.hpp"

namespace waymark {
namespace {

std::size_t Count(std::string_view text, std::string_view piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1)) ++count;
  return count;
}

std::string OutlineOf(const Roadmap& roadmap) {
  const auto graph = Graph::Build(roadmap);
  REQUIRE(graph);
  return OutlineHtml(roadmap, *graph);
}

Skill MakeSkill(std::string id, std::uint32_t key, std::string title, std::string parent = {}) {
  Skill skill;
  skill.id = std::move(id);
  skill.key = SkillKey{key};
  skill.title = std::move(title);
  skill.parent = std::move(parent);
  return skill;
}

TEST_CASE("Outline_IsATreeWithNamesLevelsAndSets") {
  Roadmap roadmap;
  roadmap.skills = {MakeSkill("maths", 12, "Maths"), MakeSkill("algebra", 3, "Algebra", "maths"),
                    MakeSkill("calculus", 4, "Calculus", "maths"), MakeSkill("end", 5, "End")};
  roadmap.skills[2].requirements = {{{"algebra"}, {}, {}, {}}};
  CHECK(OutlineOf(roadmap) ==
        R"(<ul role="tree" aria-label="Skills">
<li role="treeitem" id="o-12" data-key="12" data-id="maths" aria-level="1" aria-posinset="1" aria-setsize="2" aria-expanded="false" aria-label="Maths, not started, 0 of 2 done" tabindex="0"><div class="row"><span class="name" dir="auto">Maths</span></div><ul role="group" hidden>
<li role="treeitem" id="o-3" data-key="3" data-id="algebra" aria-level="2" aria-posinset="1" aria-setsize="2" aria-label="Algebra, not started" tabindex="-1"><div class="row"><span class="name" dir="auto">Algebra</span></div></li>
<li role="treeitem" id="o-4" data-key="4" data-id="calculus" aria-level="2" aria-posinset="2" aria-setsize="2" aria-label="Calculus, not started, locked" tabindex="-1"><div class="row"><span class="name" dir="auto">Calculus</span></div></li>
</ul></li>
<li role="treeitem" id="o-5" data-key="5" data-id="end" aria-level="1" aria-posinset="2" aria-setsize="2" aria-label="End, not started" tabindex="-1"><div class="row"><span class="name" dir="auto">End</span></div></li>
</ul>
)");
}

TEST_CASE("Outline_EscapesTitles") {
  Roadmap roadmap;
  roadmap.skills = {MakeSkill("x", 1, R"x(<img src=x onerror="alert(1)"> & 'more')x")};
  const std::string html = OutlineOf(roadmap);
  CHECK_FALSE(html.contains("<img"));
  CHECK(Count(html, "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; 'more'") == 2);
}

TEST_CASE("Outline_HoldsEverySkillOnceAndClosesWhatItOpens") {
  test::Random random(23);
  for (int round = 0; round < 30; ++round) {
    const Roadmap roadmap = test::RandomRoadmap(random, {.skills = 1 + random.Below(60), .groups = 12});
    const std::string html = OutlineOf(roadmap);
    REQUIRE(Count(html, "role=\"treeitem\"") == roadmap.skills.size());
    REQUIRE(Count(html, "<li ") == Count(html, "</li>"));
    REQUIRE(Count(html, "<ul ") == Count(html, "</ul>"));
    REQUIRE(Count(html, "tabindex=\"0\"") == 1);
    for (const Skill& skill : roadmap.skills) REQUIRE(Count(html, "data-id=\"" + skill.id + "\"") == 1);
  }
}

TEST_CASE("Outline_WritesTheUpperLevelsOfALargeRoad") {
  Roadmap roadmap;
  std::uint32_t key = 0;
  for (int track = 0; track < 20; ++track) {
    roadmap.skills.push_back(MakeSkill("track-" + std::to_string(track), ++key, "Track"));
    for (int skill = 0; skill < 100; ++skill) {
      roadmap.skills.push_back(MakeSkill("skill-" + std::to_string(key), key + 1, "Skill"));
      roadmap.skills.back().parent = "track-" + std::to_string(track);
      ++key;
    }
  }
  const std::string html = OutlineOf(roadmap);
  CHECK(Count(html, "role=\"treeitem\"") == 20);
  CHECK(Count(html, "aria-expanded") == 0);  // what opens nothing does not say that it would
  CHECK(Count(html, "<li ") == Count(html, "</li>"));
}

}  // namespace
}  // namespace waymark
