#include "io/near_members.hpp"

#include <catch2/catch_test_macros.hpp>

#include "io/roadmap_json.hpp"

using namespace waymark;

TEST_CASE("NearestMember_KnowsASlipFromAnotherName") {
  CHECK(NearestMember("skill", "require") == "requires");
  CHECK(NearestMember("skill", "hour") == "hours");
  CHECK(NearestMember("skill", "Titel") == "title");
  CHECK(NearestMember("skill", "carriedover") == "carriedOver");
  CHECK(NearestMember("requirement", "any_of") == "anyOf");
  CHECK(NearestMember("resource", "link") == std::nullopt);
  CHECK(NearestMember("skill", "colour") == std::nullopt);
  CHECK(NearestMember("skill", "i") == std::nullopt);
  CHECK(NearestMember("skill", "hours") == std::nullopt);
}

TEST_CASE("FindNearMembers_LooksAtEveryKindOfEntry") {
  Roadmap roadmap;
  roadmap.file = "road.json";
  roadmap.extra = R"({"langauge":"en"})";
  Skill& skill = roadmap.skills.emplace_back();
  skill.id = "a";
  skill.place = {{}, 4, 2};
  skill.extra = R"({"resource":[],"level2":{"titel":1}})";
  skill.requirements.push_back({{"b"}, {}, R"({"reasons":"x"})", {{}, 5, 1}});
  skill.resources.push_back({"A", "https://example.org/", {}, {}, {}, {}, {}, {}, {}, R"({"acess":"free"})"});
  roadmap.waypoints.push_back({"w", "W", {}, {"a"}, R"({"skill":["a"]})", {{}, 8, 1}});
  roadmap.facts.push_back({"f", "duty", "F", "Text.", 0, {}, {}, {}, {}, R"({"sources":"x"})", {{}, 9, 1}});
  const auto found = FindNearMembers(roadmap);
  REQUIRE(found.size() == 7);
  CHECK(found[0].meant == "language");
  CHECK(found[1].member == "resource");
  CHECK(found[1].place == Place{"road.json", 4, 2});
  CHECK(found[2].meant == "level");
  CHECK(found[3].place.line == 5);
  CHECK(MessageOf(found[4]) == R"(The resource "a" has "acess", which means nothing here; "access" would.)");
  CHECK(found[5].where == "waypoint");
  CHECK(found[6].where == "fact");
}
