#include "view/cards/card_text.hpp"

#include <catch2/catch_test_macros.hpp>

#include "cli/english.hpp"

namespace waymark {
namespace {

TEST_CASE("HoursText_IsShort") {
  CHECK(HoursText(EnglishCatalogue(), {10, 14}) == "10\u201314 h");
  CHECK(HoursText(EnglishCatalogue(), {8, 8}) == "8 h");
  CHECK(HoursText(EnglishCatalogue(), {1.5f, 2}) == "1.5\u20132 h");
  CHECK(HoursText(EnglishCatalogue(), {119.6f, 160.2f}) == "120\u2013160 h");
  CHECK(HoursText(EnglishCatalogue(), {}).empty());
}

TEST_CASE("SkillMeta_SaysOptional") {
  Skill skill;
  CHECK(SkillMeta(EnglishCatalogue(), skill).empty());
  skill.hours = HourRange{10, 14};
  skill.optional = true;
  CHECK(SkillMeta(EnglishCatalogue(), skill) == "10\u201314 h \u00b7 optional");
}

TEST_CASE("GroupMeta_CountsInWords") {
  Tally tally;
  tally.skills = 1;
  CHECK(GroupMeta(EnglishCatalogue(), tally, false) == "1 skill");
  tally.skills = 16;
  tally.hours = {36, 48};
  CHECK(GroupMeta(EnglishCatalogue(), tally, false) == "16 skills \u00b7 36\u201348 h");
  CHECK(GroupMeta(EnglishCatalogue(), tally, true) == "16 skills \u00b7 42 h");
}

TEST_CASE("PercentText_IsHonestAtBothEnds") {
  Tally tally;
  tally.skills = 1000;
  tally.hours = {1000, 1000};
  tally.hours_left = {1000, 1000};
  CHECK(PercentText(EnglishCatalogue(), tally) == "0%");
  tally.done = 1;
  tally.hours_left = {999, 999};
  CHECK(PercentText(EnglishCatalogue(), tally) == "1%");  // something is done
  tally.done = 999;
  tally.hours_left = {1, 1};
  CHECK(PercentText(EnglishCatalogue(), tally) == "99%");  // not all of it
  tally.done = 1000;
  tally.hours_left = {};
  CHECK(PercentText(EnglishCatalogue(), tally) == "100%");
}

}  // namespace
}  // namespace waymark
