// What the bundled roadmap must not lose is found by what a person would type.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <string_view>

#include "app/search/search.hpp"
#include "app/update.hpp"
#include "io/roadmap_json.hpp"
#include "support/files.hpp"

using namespace waymark;

namespace {

constexpr int kFirst = 5;

// A key of `covers`, something a person would type, and the skill or fact that is meant.
struct Row {
  std::string_view key, query, place;
};

constexpr Row kRows[] = {
    {"A1", "why the role exists", "why-role-exists"},
    {"A1", "data scientists lack engineering", "why-role-exists"},
    {"A2", "what production needs", "what-production-needs"},
    {"A2", "logging and monitoring", "what-production-needs"},
    {"A3", "backend engineers well placed", "backend-well-placed"},
    {"A4", "academic research", "from-research-to-companies"},
    {"A5", "market size", "market-size"},
    {"A5", "20.83 billion", "market-size"},
    {"A5", "CAGR", "market-size"},
    {"A6", "average salary", "salary-average"},
    {"A6", "123,143", "salary-average"},
    {"A7", "future of jobs", "demand-growth"},
    {"A7", "demand", "demand-growth"},
    {"B1", "user needs", "user-needs"},
    {"B1", "gather user needs", "backend-duty-user-needs"},
    {"B2", "review performance", "backend-duty-performance-review"},
    {"B3", "safe and secure", "backend-duty-security"},
    {"B4", "front end", "backend-duty-front-end"},
    {"B5", "reusable libraries", "backend-duty-libraries"},
    {"B6", "RESTful APIs", "backend-duty-apis"},
    {"B7", "large scale", "backend-duty-scale"},
    {"B8", "troubleshoot", "backend-duty-troubleshoot"},
    {"B9", "code reviews", "backend-duty-code-review"},
    {"B9", "code review", "git-and-review"},
    {"B10", "unit tests", "unit-tests"},
    {"B10", "unit tests automation", "backend-duty-tests"},
    {"B11", "three parts of a backend", "three-parts"},
    {"B11", "server application database", "three-parts"},
    {"B12", "languages of a backend engineer", "backend-languages"},
    {"B12", "Haskell Clojure", "backend-languages"},
    {"C1", "rework prototypes", "ml-duty-prototypes"},
    {"C2", "design methods and systems", "ml-duty-design"},
    {"C3", "analyse tests", "ml-duty-test-tune"},
    {"C3", "hypothesis tests", "hypothesis-tests"},
    {"C4", "find data sets", "ml-duty-data-sets"},
    {"C4", "data sets", "find-data-sets"},
    {"C5", "train and retrain", "ml-duty-train"},
    {"C5", "retraining", "retraining"},
    {"C6", "extend frameworks", "ml-duty-extend"},
    {"C6", "extending a framework", "extend-framework"},
    {"C7", "client's need", "ml-duty-client-need"},
    {"C8", "investigate methods and tools", "ml-duty-investigate"},
    {"C9", "rank algorithms", "ml-duty-rank"},
    {"C9", "ranking algorithms", "compare-models"},
    {"C10", "explore data shifts", "ml-duty-explore"},
    {"C10", "shifts in distribution", "distribution-shift"},
    {"D1", "Python", "python-language"},
    {"D1", "JavaScript", "choose-language"},
    {"D1", "C++ faster", "choose-language"},
    {"D1", "Java R", "choose-language"},
    {"D2", "maths", "maths"},
    {"D2", "linear algebra", "vectors"},
    {"D2", "calculus", "derivatives"},
    {"D2", "probability", "probability"},
    {"D2", "statistics", "descriptive-statistics"},
    {"D2", "how much maths", "maths-refresh"},
    {"D3", "supervised learning", "supervised-learning"},
    {"D3", "unsupervised", "clustering"},
    {"D3", "reinforcement learning", "q-learning"},
    {"D4", "data cleaning", "data-cleaning"},
    {"D4", "unneeded data", "remove-unneeded-data"},
    {"D4", "structural errors", "fix-structural-errors"},
    {"D4", "outliers", "handle-outliers"},
    {"D4", "missing values", "handle-missing-values"},
    {"D5", "deep learning", "deep-learning"},
    {"D5", "computer vision", "computer-vision"},
    {"D5", "image classification", "image-classification"},
    {"D5", "video", "video-analysis"},
    {"D5", "natural language processing", "natural-language"},
    {"D5", "NLP", "natural-language"},
    {"D5", "speech recognition", "speech-recognition"},
    {"D5", "transcription", "speech-recognition"},
    {"D5", "TensorFlow", "tensorflow-keras"},
    {"D5", "Keras", "tensorflow-keras"},
    {"D5", "PyTorch", "pytorch"},
    {"D6", "MLOps", "mlops"},
    {"D6", "models keep changing", "why-models-change"},
    {"D6", "notebook to pipeline", "notebook-to-pipeline"},
    {"D6", "DevOps", "mlops"},
    {"D7", "database management", "relational-databases"},
    {"D7", "Linux", "linux-shell"},
    {"D7", "Unix", "linux-shell"},
    {"D7", "API development", "rest-apis"},
    {"D7", "data structures", "data-structures-algorithms"},
    {"D7", "algorithms", "data-structures-algorithms"},
    {"E1", "interview preparation", "interviews"},
    {"E1", "interview", "interview-coding"},
    {"E2a", "which languages do I need?", "question-languages"},
    {"E2b", "does ML pay more?", "question-pay"},
    {"E2c", "is ML a good career", "question-career"},
    {"E2d", "do backend engineers code", "question-backend-code"},
    {"E2e", "what are the three parts of a backend?", "question-three-parts"},
};

std::set<std::string> SeedKeys() {
  std::set<std::string> keys{"E1", "E2a", "E2b", "E2c", "E2d", "E2e"};
  constexpr std::pair<char, int> kTables[] = {{'A', 7}, {'B', 12}, {'C', 10}, {'D', 7}};
  for (const auto& [table, rows] : kTables) {
    for (int row = 1; row <= rows; ++row) keys.insert(table + std::to_string(row));
  }
  return keys;
}

struct Road {
  AppState state;
  Road() {
    auto roadmap = ReadRoadmap(test::ReadSource("assets/roadmaps/backend-to-ml-engineer.json"), "roadmap");
    REQUIRE(roadmap);
    OpenInState(state, std::move(OpenRoadmap::Make(std::move(*roadmap)).value()), {});
  }
};

std::string_view PlaceOf(const AppState& state, const SearchHit& hit) {
  return hit.fact ? hit.fact->id : SkillAt(state, hit.node).id;
}

const std::vector<std::string>& CoversOf(const AppState& state, const SearchHit& hit) {
  return hit.fact ? hit.fact->covers : SkillAt(state, hit.node).covers;
}

}  // namespace

TEST_CASE("SearchRoad_FindsWhatMustNotGetLost") {
  const Road road;
  for (const Row& row : kRows) {
    const auto hits = Searcher().Search(road.state, row.query, kFirst);
    std::string found;
    for (const SearchHit& hit : hits) found += std::string(PlaceOf(road.state, hit)) + " ";
    INFO(row.key << " “" << row.query << "” should find " << row.place << ", finds " << found);
    const auto hit = std::ranges::find(hits, row.place, [&](const SearchHit& h) { return PlaceOf(road.state, h); });
    CHECK(hit != hits.end());
    if (hit != hits.end()) CHECK(std::ranges::contains(CoversOf(road.state, *hit), row.key));
  }
}

TEST_CASE("SearchRoad_AsksForEveryKey") {
  std::set<std::string> asked;
  for (const Row& row : kRows) asked.emplace(row.key);
  CHECK(asked == SeedKeys());
}
