#include "io/roadmap_json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "cli/english.hpp"
#include "graph/graph.hpp"
#include "io/fields.hpp"
#include "support/files.hpp"
#include "support/generators.hpp"

namespace waymark {
namespace {

constexpr std::string_view kHead = R"({"format":"waymark-roadmap","version":1,"id":"m","title":"M","skills":)";

// A roadmap of one skill with these members beside id, key and title, all on line 2.
std::string OneSkill(std::string_view members) {
  return std::string(kHead) + "[\n{\"id\":\"a\",\"key\":1,\"title\":\"A\"" + std::string(members) + "}]}";
}

// Where `piece` of those members stands, as "line:column".
std::string PlaceIn(std::string_view members, std::string_view piece) {
  const std::string text = OneSkill(members);
  return "2:" + std::to_string(text.find(piece, text.find('\n')) - text.find('\n'));
}

std::vector<Error> Problems(std::string_view text) {
  const auto roadmap = ReadRoadmap(text, "f.json");
  return roadmap ? std::vector<Error>() : roadmap.error();
}

// The only problem, as "line:column message".
std::string Problem(std::string_view text) {
  const auto problems = Problems(text);
  if (problems.empty()) return "none";
  CAPTURE(text, English(problems.back().message));
  CHECK(problems.size() == 1);
  const Place& place = problems.front().place;
  CHECK(place.file == "f.json");
  return std::to_string(place.line) + ":" + std::to_string(place.column) + " " + English(problems.front().message);
}

TEST_CASE("Roadmap_ReadsWhatItWrites") {
  test::Random random(15);
  for (int round = 0; round < 40; ++round) {
    const Roadmap roadmap = test::RandomRoadmap(random, {.skills = 1 + random.Below(30), .groups = 4, .texts = true});
    const std::string text = WriteRoadmap(roadmap);
    const auto again = ReadRoadmap(text, "f.json");
    if (!again) INFO(English(again.error().front().message));
    REQUIRE(again);
    REQUIRE(test::WithoutPlaces(*again) == test::WithoutPlaces(roadmap));
    REQUIRE(WriteRoadmap(*again) == text);
  }
}

TEST_CASE("Roadmap_ReadsTheExample") {
  const auto roadmap = ReadRoadmap(test::ReadSource("assets/roadmaps/example.json"), "example.json");
  if (!roadmap) FAIL(English(roadmap.error().front().message));
  CHECK(Graph::Build(*roadmap));
  CHECK(ReadRoadmap(WriteRoadmap(*roadmap), "again.json"));
}

TEST_CASE("Roadmap_OfVersion1StillOpens") {
  const auto roadmap = ReadRoadmap(test::ReadSource("tests/fixtures/roadmap.v1.json"), "roadmap.v1.json");
  REQUIRE(roadmap);
  CHECK(roadmap->id == "fixture-map");
  CHECK(roadmap->title == "A roadmap of the first format");
  CHECK(roadmap->revision == 7);
  CHECK(Graph::Build(*roadmap));
  REQUIRE(roadmap->skills.size() == 5);
  const Skill& last = roadmap->skills[4];
  CHECK(last.id == "web-service");
  CHECK(last.key == SkillKey{12});
  CHECK(last.parent == "programming");
  CHECK(last.hours == HourRange{4.5f, 10});
  CHECK(last.level == Level::kAdvanced);
  CHECK(last.optional);
  REQUIRE(last.requirements.size() == 2);
  CHECK(last.requirements[1].any_of == std::vector<std::string>{"python", "sql"});
  CHECK(last.requirements[1].reason == "Either will do.");
  REQUIRE(last.resources.size() == 1);
  CHECK(last.resources[0].access == Access::kRegistration);
  CHECK(last.extra == R"({"mood":{"happy":[true,1.50]}})");
  CHECK(roadmap->waypoints[0].skills == std::vector<std::string>{"web-service"});
  CHECK(roadmap->facts[0].year == 2024);
  CHECK(roadmap->retired_keys == std::vector<SkillKey>{{3}, {4}});
  CHECK(roadmap->extra == R"({"x-editor":"vim"})");
}

TEST_CASE("Roadmap_ReadsWhatHelpsToStudy") {
  const auto roadmap = ReadRoadmap(std::string(kHead) + R"x([{"id":"a","key":1,"title":"A","slips":"You guess.",
        "checks":[{"question":"Why?","answer":"Because.","trap":true}],
        "resources":[{"title":"T","url":"https://a.org/","startHere":true,"where":"chapter 1","edition":"2nd","checked":"2024-02-29"}]}],
        "facts":[{"id":"f","kind":"claim","title":"F","text":"T","checked":"2026-11-28"}],
        "changes":[{"revision":2,"text":"New.","skills":["a","gone"]}]})x",
                                   "f.json");
  REQUIRE(roadmap);
  const Skill& skill = roadmap->skills[0];
  CHECK(skill.slips == "You guess.");
  REQUIRE(skill.checks.size() == 1);
  CHECK(skill.checks[0].question == "Why?");
  CHECK(skill.checks[0].answer == "Because.");
  CHECK(skill.checks[0].extra == R"({"trap":true})");
  REQUIRE(skill.resources.size() == 1);
  CHECK(skill.resources[0].start_here);
  CHECK(skill.resources[0].where == "chapter 1");
  CHECK(skill.resources[0].edition == "2nd");
  CHECK(skill.resources[0].checked == "2024-02-29");
  CHECK(roadmap->facts[0].checked == "2026-11-28");
  REQUIRE(roadmap->changes.size() == 1);
  CHECK(roadmap->changes[0].revision == 2);
  CHECK(roadmap->changes[0].skills == std::vector<std::string>{"a", "gone"});
  CHECK(Graph::Build(*roadmap));
}

TEST_CASE("Roadmap_KeepsPlacesOfSkillsAndRequirements") {
  const std::string second = R"(  {"id":"a","key":1,"title":"é"},  {"id":"b","key":2,"title":"B",)";
  const std::string third = R"(   "requires": [ {"id":"a"} ]}]})";
  const auto roadmap = ReadRoadmap(std::string(kHead) + "[\n" + second + "\n" + third, "f.json");
  REQUIRE(roadmap);
  CHECK(roadmap->file == "f.json");
  CHECK(roadmap->skills[0].place == Place{"", 2, 3});
  CHECK(roadmap->skills[1].place == Place{"", 2, static_cast<std::uint32_t>(second.find(R"({"id":"b")") + 1)});
  CHECK(roadmap->skills[1].requirements[0].place == Place{"", 3, 18});
}

TEST_CASE("Roadmap_NamesEachProblemWhereItStands") {
  CHECK(Problem(OneSkill("")) == "none");
  CHECK(PlaceIn(",\"x\":1", "{") == "2:1");
  CHECK(Problem(OneSkill(R"(,"hours":{"low":3,"high":2})")) ==
        PlaceIn(R"(,"hours":{"low":3,"high":2})", "{\"low") +
            " The skill \"a\": \"hours\" must go from low to high, from 0 to 10000.");
  CHECK(Problem(OneSkill(R"(,"hours":{"low":-1,"high":2})")).contains("from 0 to"));
  CHECK(Problem(OneSkill(R"(,"hours":{"low":1})")).contains("needs both"));
  const std::string_view three_hours = R"(,"hours":{"low":1,"high":2,"mid":3})";
  CHECK(Problem(OneSkill(three_hours)).starts_with(PlaceIn(three_hours, "3}")));
  CHECK(Problem(OneSkill(R"(,"hours":[1,2])")).contains("{\"low\""));
  CHECK(Problem(OneSkill(R"(,"level":"expert")")).contains("must be one of \"core\", \"foundation\", \"advanced\""));
  CHECK(Problem(OneSkill(R"(,"optional":1)")).contains("true or false"));
  CHECK(Problem(OneSkill(R"(,"parent":"Not A Slug")")).contains("small letters"));
  CHECK(Problem(OneSkill(R"(,"summary":7)")).contains("must be a text"));
  CHECK(Problem(OneSkill(",\"summary\":\"" + std::string(kMaxSummary + 1, 'x') + "\"")).contains("longer than"));
  CHECK(Problem(OneSkill(R"(,"summary":"","summary":"")")).contains("given twice"));
  const std::string_view empty_tag = R"(,"tags":["a",""])";
  CHECK(Problem(OneSkill(empty_tag)).starts_with(PlaceIn(empty_tag, "\"\"")));
  CHECK(Problem(OneSkill(R"(,"requires":[{"id":"b","anyOf":["c"]}])")).contains("not both"));
  CHECK(Problem(OneSkill(R"(,"requires":[{"reason":"r"}])")).contains("must be given"));
  CHECK(Problem(OneSkill(R"(,"requires":[{"anyOf":[]}])")).contains("names nothing"));
  CHECK(Problem(OneSkill(R"(,"requires":["b"])")).contains("requirement of \"a\" must be an object"));
  CHECK(Problem(OneSkill(R"x(,"resources":[{"title":"T","url":"javascript:alert(1)"}])x")).contains("https: or http:"));
  CHECK(Problem(OneSkill(R"(,"resources":[{"url":"https://a.org"}])")).contains("\"title\" is missing"));
  const std::string_view no_day = R"x(,"resources":[{"title":"T","url":"https://a.org/","checked":"2026-02-29"}])x";
  CHECK(Problem(OneSkill(no_day)).starts_with(PlaceIn(no_day, "\"2026")));
  CHECK(Problem(OneSkill(no_day)).contains("must be a day"));
  for (const std::string_view day : {"2026-2-09", "20260209", "2026-00-10", "2026-+1-10", "2026-11-28T00:00", ""}) {
    CHECK(Problem(OneSkill(R"x(,"resources":[{"title":"T","url":"https://a.org/","checked":")x" + std::string(day) +
                           "\"}]"))
              .contains("must be a day"));
  }
  CHECK(Problem(OneSkill(R"(,"checks":[{"question":"Why?"}])")).contains("check of \"a\": \"answer\" is missing"));
  CHECK(Problem(OneSkill(R"(,"checks":["Why?"])")).contains("check of \"a\" must be an object"));
  CHECK(Problem(std::string(kHead) + R"([{"id":"a","key":1,"title":"A"}],"changes":[{"text":"New."}]})")
            .contains("\"revision\" is missing"));
  CHECK(Problem(std::string(kHead) + R"([{"id":"a","key":1,"title":"A"}],"changes":[{"revision":0,"text":"New."}]})")
            .contains("whole number from 1"));
  CHECK(Problem(std::string(kHead) + R"([{"id":"a","key":0,"title":"A"}]})").contains("from 1 to 1000000"));
  CHECK(Problem(std::string(kHead) + R"([{"id":"a","key":1.5,"title":"A"}]})").contains("whole number"));
  CHECK(Problem(std::string(kHead) + R"([{"id":"a","key":1,"title":" "}]})").contains("\"title\" is empty"));
  CHECK(Problem(std::string(kHead) + R"([{"id":"a","key":1,"title":"\u202e\u0007"}]})").contains("\"title\" is empty"));
  CHECK(Problem(std::string(kHead) + R"([{"key":1,"title":"A"}]})").contains("\"id\" is missing"));
  CHECK(Problem(std::string(kHead) + "[7]}").contains("skill must be an object"));
  CHECK(Problem(std::string(kHead) + "{}}").contains("must be a list"));
  CHECK(Problem(std::string(kHead) + "[]}").contains("no \"skills\""));
  CHECK(Problem(OneSkill("") + "x").starts_with("2:" + std::to_string(OneSkill("").size() - OneSkill("").find('\n'))));
  CHECK(Problem("[]").contains("one object"));
  CHECK(Problem("7").contains("one object"));
  CHECK(Problem("").contains("empty"));
  CHECK(Problem("{").contains("well-formed"));
}

TEST_CASE("Roadmap_NamesProblemsOfItsHead") {
  const std::string skills = R"("skills":[{"id":"a","key":1,"title":"A"}]})";
  CHECK(Problem(R"({"version":1,"id":"m","title":"M",)" + skills) == "1:1 \"format\" is missing; add it.");
  CHECK(Problem(R"({"format":"other","version":1,"id":"m","title":"M",)" + skills).contains("some other file"));
  CHECK(Problem(R"({"format":"waymark-roadmap","id":"m","title":"M",)" + skills).contains("version"));
  CHECK(Problem(R"({"format":"waymark-roadmap","version":1,"id":"m","title":"M","retiredKeys":[0],)" + skills)
            .contains("retiredKeys"));
  CHECK(Problem(R"({"format":"waymark-roadmap","version":1,"id":"m","title":"M","title":"N",)" + skills)
            .contains("twice"));
}

TEST_CASE("Roadmap_OfAnotherProjectIsNamedAsThatAndNeverAsNewer") {
  for (const std::string_view other :
       {R"({"version":3,"nodes":[{"id":1}],"edges":[]})", R"({"version":3,"format":"other","skills":[7],"id":"?"})",
        R"({"skills":[7],"version":3,"format":["waymark-roadmap"]})", "{}"}) {
    const auto problems = Problems(other);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == ErrorCode::kSchema);
    CHECK(English(problems[0].message).contains("some other file"));
  }
}

TEST_CASE("Roadmap_TellsWhatIsWrongWithEntriesAndStructureInOneRound") {
  const auto problems = Problems(std::string(kHead) +
                                 "[\n{\"id\":\"a\",\"key\":1,\"title\":\"A\",\"requires\":[{\"id\":\"boyl\"}]},\n"
                                 "{\"id\":\"b\",\"key\":1,\"title\":\"\"}]}");
  REQUIRE(problems.size() == 3);
  CHECK(English(problems[0].message).contains("boyl"));
  CHECK(problems[0].place.line == 2);
  CHECK(problems[1].place.line == 3);
  CHECK(problems[2].place.line == 3);
  CHECK((problems[1].code == ErrorCode::kGraph) != (problems[2].code == ErrorCode::kGraph));
}

TEST_CASE("Roadmap_ListsAllProblemsInFileOrder") {
  const auto problems = Problems(std::string(kHead) +
                                 "[\n{\"id\":\"a\",\"title\":\"A\",\"level\":\"x\"},\n{\"id\":\"b\",\"key\":-1}],\n"
                                 "\"facts\":[{\"id\":\"f\",\"kind\":\"claim\",\"title\":\"F\"}]}");
  REQUIRE(problems.size() == 5);
  std::vector<std::uint32_t> lines;
  for (const Error& problem : problems) lines.push_back(problem.place.line);
  CHECK(lines == std::vector<std::uint32_t>{2, 2, 3, 3, 4});
}

TEST_CASE("Roadmap_OfANewerFormatIsSaidToBeNewerAndNothingElse") {
  const auto problems =
      Problems(R"({"format":"waymark-roadmap","version":2,"id":"m","title":"M","skills":[{"id":"?"}]})");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == ErrorCode::kVersion);
}

TEST_CASE("Roadmap_TextsAreSanitized") {
  const auto roadmap = ReadRoadmap(OneSkill(R"(,"summary":"a\u202eb\nc","body":"p\u0000\n\nq")"), "f.json");
  REQUIRE(roadmap);
  CHECK(roadmap->skills[0].summary == "ab c");
  CHECK(roadmap->skills[0].body == "p\n\nq");
}

TEST_CASE("Roadmap_RefusesWhatIsTooMuch") {
  const auto code = [](const std::string& text) {
    const auto problems = Problems(text);
    REQUIRE_FALSE(problems.empty());
    return problems.back().code;
  };
  CHECK(code(std::string(kMaxRoadmapBytes + 1, ' ')) == ErrorCode::kTooLarge);
  CHECK(code(std::string(1'000'000, '[')) == ErrorCode::kSchema);
  CHECK(code("{\"a\":" + std::string(1'000'000, '[')) == ErrorCode::kTooLarge);
  std::string many = "\"x\"";
  for (std::size_t i = 0; i < kMaxEntryValues; ++i) many += ",\"x\"";
  CHECK(code(OneSkill(",\"tags\":[" + many + "]")) == ErrorCode::kTooLarge);
}

TEST_CASE("Roadmap_StopsListingProblemsAtTheCap") {
  std::string text(kHead);
  text += "[0";
  for (std::size_t i = 0; i < 2 * kMaxProblems; ++i) text += ",0";
  const auto problems = Problems(text + "]}");
  REQUIRE(problems.size() == kMaxProblems + 1);
  CHECK(English(problems.back().message) ==
        std::to_string(kMaxProblems + 1) + " more problems are not listed; mend these first.");
  for (std::size_t i = 0; i < 2 * ProblemSink::kMaxCounted; ++i) text += ",0";
  CHECK(English(Problems(text + "]}").back().message).starts_with("At least 99000 more"));
}

TEST_CASE("Roadmap_AnyCutOrChangedByteIsReadOrRefused") {
  test::Random random(16);
  const std::string text = WriteRoadmap(test::RandomRoadmap(random, {.skills = 6, .groups = 2, .texts = true}));
  int refused = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string changed = text;
    if (random.OneIn(4)) {
      changed.resize(random.Below(text.size()));
    } else {
      changed[random.Below(text.size())] = static_cast<char>(random.Below(256));
    }
    const auto roadmap = ReadRoadmap(changed, "f.json");
    if (roadmap) {
      REQUIRE(ReadRoadmap(WriteRoadmap(*roadmap), "f.json"));
    } else {
      ++refused;
      for (const Error& error : roadmap.error()) {
        REQUIRE(error.place.line > 0);
        REQUIRE(error.place.column > 0);
      }
    }
  }
  CHECK(refused > 500);
}

}  // namespace
}  // namespace waymark
