// What is true of every link, tried at random: a few times with the unit tests, a million times by script/prove.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/utf8.hpp"
#include "share/link.hpp"
#include "support/generators.hpp"
#include "support/trials.hpp"

namespace waymark {
namespace {

// Mostly small, as people's are, and up to 5,000 skills.
std::uint32_t RandomSkills(test::Random& random) {
  return random.OneIn(200) ? random.Below(5'001) : random.Below(1 + random.Below(300));
}

LinkLabel RandomLabel(test::Random& random) {
  if (random.OneIn(2)) return {};
  std::string sender;
  for (std::uint32_t i = random.Below(30); i > 0; --i)
    AppendUtf8(sender, 1 + random.Below(random.OneIn(3) ? 0x3000 : 0x7F));
  return MakeLinkLabel(sender, random.Below(kMaxLinkDay + 1));
}

}  // namespace

TEST_CASE("Link_RoundTripsAnyProgressOfUpTo5000Skills", "[prove]") {
  test::Random random(31);
  std::uint32_t most = 0;
  for (std::size_t trial = 0, trials = test::Trials(1'000); trial < trials; ++trial) {
    const std::uint32_t skills = trial <= 20   ? static_cast<std::uint32_t>(trial)
                                 : trial == 21 ? 5'000
                                               : RandomSkills(random);
    most = std::max(most, skills);
    const Progress progress = test::RandomProgress(random, skills, 1 + random.Below(5), false);
    const LinkLabel label = RandomLabel(random);
    const std::string link = EncodeLink("some-map", progress, label);
    const auto shared = DecodeLink(link);
    REQUIRE(shared);
    REQUIRE(shared->progress == progress);
    REQUIRE(shared->label == label);
    REQUIRE(shared->roadmap == RoadmapHash("some-map"));
    REQUIRE(EncodeLink("some-map", shared->progress, shared->label) == link);
  }
  CHECK(most == 5'000);
}

TEST_CASE("Link_RefusesAnyOneChangedCharacterOfAnyLink", "[prove]") {
  test::Random random(32);
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  for (std::size_t trial = 0, trials = test::Trials(2'000); trial < trials; ++trial) {
    const std::string link =
        EncodeLink("m", test::RandomProgress(random, random.Below(300), 2, false), RandomLabel(random));
    std::string changed = link;
    char& c = changed[random.Below(link.size())];
    const char was = c;
    while (c == was)
      c = random.OneIn(4) ? static_cast<char>(random.Below(256)) : kAlphabet[random.Below(kAlphabet.size())];
    const auto shared = DecodeLink(changed);
    REQUIRE_FALSE(shared);
    REQUIRE_FALSE(shared.error().message.empty());
  }
}

TEST_CASE("Link_OfAThousandSkillsIsShort") {
  // Whatever is marked: states alone cost two bits a skill; one in a hundred was gone back on.
  test::Random random(33);
  for (int trial = 0; trial < 300; ++trial) {
    Progress progress;
    for (std::uint32_t key = 1; key <= 1'000; ++key)
      progress.Set(SkillKey{key}, static_cast<SkillState>(random.Below(4)));
    for (int i = 0; i < 10; ++i) progress.Set(SkillKey{random.Between(1, 1'000)}, SkillState::kNotStarted);
    REQUIRE(EncodeLink("backend-to-ml-engineer", progress).size() <= 400);
  }
}

}  // namespace waymark
