#include "app/search/search.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/update.hpp"
#include "support/sample_roadmap.hpp"

using namespace waymark;
using namespace waymark::sample;

namespace {

using Range = std::pair<std::uint32_t, std::uint32_t>;

std::vector<SkillKey> Found(const Roadmap& roadmap, std::string_view text, int limit = 20) {
  AppState state;
  OpenInState(state, std::move(OpenRoadmap::Make(roadmap).value()), {});
  std::vector<SkillKey> keys;
  for (const SearchHit& hit : Searcher().Search(state, text, limit)) keys.push_back(SkillAt(state, hit.node).key);
  return keys;
}

// A road of one skill for each title, with keys from 1.
Roadmap Titles(const std::vector<std::string>& titles) {
  Roadmap roadmap = SampleRoadmap();
  roadmap.skills.clear();
  roadmap.facts.clear();
  for (std::uint32_t i = 0; i < titles.size(); ++i) {
    roadmap.skills.push_back(MakeSkill("s" + std::to_string(i), SkillKey{i + 1}, "", titles[i]));
    roadmap.skills.back().summary.clear();
  }
  return roadmap;
}

std::vector<Range> Matches(const std::string& title, std::string_view text) {
  AppState state;
  OpenInState(state, std::move(OpenRoadmap::Make(Titles({title})).value()), {});
  const auto hits = Searcher().Search(state, text, 1);
  REQUIRE(hits.size() == 1);
  return hits[0].matches;
}

}  // namespace

TEST_CASE("Search_RanksByWhereItMatches") {
  Roadmap roadmap = Titles({"Fact", "Summary", "Tagged", "Knot alpha graph", "Our graphs", "Graphs first"});
  roadmap.skills[1].summary = "It has graphs in it.";
  roadmap.skills[2].tags = {"graphs"};
  roadmap.skills[3].title = "Grand aphids";  // g-r-a-p-h in order
  Fact fact;
  fact.id = "f";
  fact.text = "They ask for graphs.";
  fact.skills = {"s0"};
  roadmap.facts = {fact};
  const std::vector<SkillKey> expected{SkillKey{6}, SkillKey{5}, SkillKey{4}, SkillKey{3}, SkillKey{2}, SkillKey{1}};
  CHECK(Found(roadmap, "graph") == expected);
}

TEST_CASE("Search_FoldsCaseAndAccents") {
  CHECK(Found(SampleRoadmap(), "theorie") == std::vector{kStatistics});
  CHECK(Found(SampleRoadmap(), "THÉORIE") == std::vector{kStatistics});
  CHECK(Found(SampleRoadmap(), "the\xCC\x81orie") == std::vector{kStatistics});  // e and a combining acute
}

TEST_CASE("Search_FindsAFactByTitleAndText") {
  Roadmap roadmap = SampleRoadmap();
  AppState state;
  OpenInState(state, std::move(OpenRoadmap::Make(roadmap).value()), {});
  for (const std::string_view text : {"demand", "regression", "Demand recruiters?", "(regression)"}) {
    INFO(text);
    const auto hits = Searcher().Search(state, text, 20);
    REQUIRE(hits.size() == 1);
    REQUIRE(hits[0].fact);
    CHECK(hits[0].fact->id == "f1");
    CHECK(SkillAt(state, hits[0].node).key == kBasics);
  }
  CHECK(Searcher().Search(state, "demand", 1)[0].matches == std::vector<Range>{{0, 6}});
  CHECK(Searcher().Search(state, "regression", 1)[0].matches.empty());
  CHECK(Searcher().Search(state, "python", 1)[0].fact == nullptr);
  CHECK(Found(roadmap, "regression vision").empty());  // one word in a fact, the other in a skill
  roadmap.facts[0].skills = {};
  CHECK(Found(roadmap, "regression").empty());
}

TEST_CASE("Search_RanksAFactByItsTitle") {
  Roadmap roadmap = Titles({"Fact", "Summary", "Tagged", "Paragraphs", "Our graphs"});
  roadmap.skills[1].summary = "It has graphs in it.";
  roadmap.skills[2].tags = {"graphs"};
  Fact fact;
  fact.id = "f";
  fact.title = "Many graphs";
  fact.skills = {"s0"};
  roadmap.facts = {fact};
  CHECK(Found(roadmap, "graph") == std::vector{SkillKey{5}, SkillKey{1}, SkillKey{4}, SkillKey{3}, SkillKey{2}});
}

TEST_CASE("Search_LeavesSignsAroundWordsAside") {
  const Roadmap roadmap = Titles({"C++", "CI/CD", "Is it a good career"});
  CHECK(Found(roadmap, "c++") == std::vector{SkillKey{1}});
  CHECK(Found(roadmap, "ci/cd") == std::vector{SkillKey{2}});
  CHECK(Found(roadmap, "is it, a “good” career?") == std::vector{SkillKey{3}});
  CHECK(Found(roadmap, "?!").empty());
}

TEST_CASE("Search_EveryWordHasToBeFound") {
  CHECK(Found(SampleRoadmap(), "algebra").size() == 2);
  CHECK(Found(SampleRoadmap(), "algebra code") == std::vector{kArrays});
  CHECK(Found(SampleRoadmap(), "vision pictures") == std::vector{kVision});
  CHECK(Found(SampleRoadmap(), "vision zebra").empty());
}

TEST_CASE("Search_FindsFactsTagsAndInitials") {
  CHECK(Found(SampleRoadmap(), "regression") == std::vector{kBasics});
  CHECK(Found(SampleRoadmap(), "snake") == std::vector{kPython});
  CHECK(Found(SampleRoadmap(), "ml").front() == kLearning);
  CHECK(Found(SampleRoadmap(), "nural netwrks").front() == kNetworks);
}

TEST_CASE("Search_TellsWhatMatchedInUtf16") {
  CHECK(Matches("Linear algebra", "alg") == std::vector<Range>{{7, 10}});
  CHECK(Matches("Linear algebra", "lin alg") == std::vector<Range>{{0, 3}, {7, 10}});
  CHECK(Matches("🎓 Learn", "learn") == std::vector<Range>{{3, 8}});  // the emoji is two units
  CHECK(Matches("Straße", "strasse") == std::vector<Range>{{0, 6}});
  CHECK(Matches("機械学習", "学習") == std::vector<Range>{{2, 4}});
}

TEST_CASE("Search_LooksPastOneSlip") {
  const Roadmap roadmap = Titles({"Kubernetes", "Python for ML", "Data platform", "Tensors"});
  for (const char* typed : {"kubernets", "kubernettes", "kubernwtes", "kuebrnetes", "kbern", "uKbernetes"}) {
    CAPTURE(typed);
    CHECK(Found(roadmap, typed) == std::vector{SkillKey{1}});
  }
  CHECK(Found(roadmap, "pyhton") == std::vector{SkillKey{2}});
  CHECK(Found(roadmap, "pyhton ml") == std::vector{SkillKey{2}});
  CHECK(Matches("Learn Python", "pyhton") == std::vector<Range>{{6, 12}});
  CHECK(Matches("Kubernetes", "kubernettes") == std::vector<Range>{{0, 10}});
  // Two slips, another first letter, and short words are other words.
  for (const char* other : {"kubnerets", "cubernetes", "dxt", "sensors"}) CHECK(Found(roadmap, other).empty());
}

TEST_CASE("Search_RanksASlipBelowWhatIsSpeltSo") {
  Roadmap roadmap = Titles({"Sorting", "Other", "Storing"});
  roadmap.skills[1].summary = "About storing.";
  CHECK(Found(roadmap, "storing") == std::vector{SkillKey{3}, SkillKey{2}});  // no slip is looked for
  CHECK(Found(roadmap, "stroing") == std::vector{SkillKey{3}});
  roadmap.skills[1].summary = "About stroing.";
  CHECK(Found(roadmap, "stroing") == std::vector{SkillKey{2}, SkillKey{3}});
}

TEST_CASE("Search_BearsAnyText") {
  CHECK(Found(SampleRoadmap(), "").empty());
  CHECK(Found(SampleRoadmap(), "   ").empty());
  CHECK(Found(SampleRoadmap(), "\xFF\xFE\x80").empty());
  CHECK(Found(SampleRoadmap(), std::string(100'000, 'a')).empty());
  CHECK(Found(SampleRoadmap(), "a", 3).size() == 3);
  CHECK(Found(SampleRoadmap(), "a", 0).empty());
  CHECK(Found(SampleRoadmap(), "a", -1).empty());
}

TEST_CASE("Search_PrefersTheShorterOfTwoAlike") {
  CHECK(Found(Titles({"Python in depth", "Python"}), "pyt") == std::vector{SkillKey{2}, SkillKey{1}});
}
