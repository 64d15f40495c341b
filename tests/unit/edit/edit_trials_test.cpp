// Random sequences of edits: an edit and its inverse leave the equal document, and no key is ever given twice.
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <vector>

#include "edit/apply.hpp"
#include "support/generators.hpp"
#include "support/random_edits.hpp"
#include "support/trials.hpp"

namespace waymark {
namespace {

bool GraphIsCurrent(const Document& document) {
  const auto graph = Graph::Build(document.roadmap());
  if (!graph || graph->size() != document.graph().size()) return false;
  for (NodeIndex v = 0; v < graph->size(); ++v) {
    const NodeIndex same = document.graph().FindKey(document.roadmap().skills[v].key);
    if (same != v || graph->Parent(v) != document.graph().Parent(v)) return false;
  }
  return std::ranges::equal(graph->Edges(), document.graph().Edges(), [](const auto& a, const auto& b) {
    return a.from == b.from && a.to == b.to && a.clause == b.clause && a.alternative == b.alternative;
  });
}

std::set<SkillKey> KeysOf(const Roadmap& roadmap) {
  std::set<SkillKey> keys;
  for (const Skill& skill : roadmap.skills) keys.insert(skill.key);
  return keys;
}

TEST_CASE("Apply_AndItsInverseLeaveTheEqualDocument", "[prove]") {
  test::Random random(12);
  std::size_t applied = 0, refused = 0;
  const std::size_t sequences = test::Trials(3'000) / 10;
  for (std::size_t trial = 0; trial < sequences; ++trial) {
    const std::size_t skills = random.Between(2, 30);
    auto made = Document::Make(
        test::RandomRoadmap(random, {.skills = skills, .groups = random.Below(skills / 2 + 1), .texts = true}));
    REQUIRE(made);
    Document document = std::move(*made);
    const Roadmap original = document.roadmap();
    std::set<SkillKey> seen = KeysOf(original);
    std::vector<RoadmapEdit> inverses;
    for (std::uint32_t step = random.Between(1, 14); step > 0; --step) {
      const Roadmap before = document.roadmap();
      const std::uint64_t revision = document.revision();
      const auto inverse = Apply(document, test::RandomEdits(random, document).Any());
      if (!inverse) {
        ++refused;
        REQUIRE(document.roadmap() == before);
        REQUIRE(document.revision() == revision);
        REQUIRE_FALSE(MessageOf(inverse.error()).empty());
        continue;
      }
      ++applied;
      const Roadmap after = document.roadmap();
      REQUIRE(document.revision() > revision);
      REQUIRE(GraphIsCurrent(document));
      const std::set<SkillKey> had = KeysOf(before);
      for (const SkillKey key : KeysOf(after)) {
        if (had.contains(key)) continue;
        REQUIRE(seen.insert(key).second);
      }
      const auto forward = Apply(document, *inverse);
      REQUIRE(forward);
      REQUIRE(document.roadmap() == before);
      REQUIRE(GraphIsCurrent(document));
      if (random.OneIn(4)) continue;  // stays undone, and its keys stay drawn
      const auto again = Apply(document, *forward);
      REQUIRE(again);
      REQUIRE(document.roadmap() == after);
      inverses.push_back(*again);
    }
    for (; !inverses.empty(); inverses.pop_back()) REQUIRE(Apply(document, inverses.back()));
    REQUIRE(document.roadmap() == original);
    REQUIRE(GraphIsCurrent(document));
  }
  CHECK(applied > sequences);
  CHECK(refused > sequences / 4);
}

}  // namespace
}  // namespace waymark
