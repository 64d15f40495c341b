#include "share/link.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/base64url.hpp"
#include "base/bytes.hpp"
#include "base/crc32.hpp"
#include "support/files.hpp"
#include "support/generators.hpp"

namespace waymark {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// A link of these bytes with a right checksum.
std::string Sealed(ByteWriter writer) {
  writer.U32(Crc32(writer.bytes()));
  return std::string(kLinkPrefix) + Base64UrlEncode(writer.bytes());
}

ByteWriter Head(std::uint8_t version = 1) {
  ByteWriter writer;
  writer.U8(version);
  writer.U32(RoadmapHash("m"));
  return writer;
}

ErrorCode CodeOf(std::string_view text) {
  const auto shared = DecodeLink(text);
  if (shared) return ErrorCode::kNotFound;
  CHECK_FALSE(shared.error().message.empty());
  return shared.error().code;
}

Progress Full(std::uint32_t skills, std::uint32_t gone_back) {
  Progress progress;
  for (std::uint32_t key = 1; key <= skills; ++key) progress.Set(SkillKey{key}, SkillState::kDone);
  for (std::uint32_t i = 1; i <= gone_back; ++i) {
    progress.Set(SkillKey{i * skills / gone_back}, SkillState::kLearning);
  }
  return progress;
}

TEST_CASE("Link_RoundTripsAnyProgress") {
  test::Random random(21);
  for (int round = 0; round < 400; ++round) {
    const std::uint32_t skills =
        round < 20 ? static_cast<std::uint32_t>(round) : random.Below(round % 20 == 0 ? 5001 : 400);
    const Progress progress = test::RandomProgress(random, skills, 1 + random.Below(5), false);
    const std::string link = EncodeLink("some-map", progress);
    const auto shared = DecodeLink(link);
    REQUIRE(shared);
    REQUIRE(shared->progress == progress);
    REQUIRE(shared->roadmap == RoadmapHash("some-map"));
    REQUIRE(EncodeLink("some-map", shared->progress) == link);
  }
}

TEST_CASE("Link_RefusesAnyChangedCharacter") {
  test::Random random(22);
  for (int round = 0; round < 12; ++round) {
    const LinkLabel label = round % 2 == 0 ? LinkLabel{} : LinkLabel{"Zoë", 20'780};
    const std::string link = EncodeLink("m", test::RandomProgress(random, random.Below(120), 2, false), label);
    for (std::size_t i = 0; i < link.size(); ++i) {
      std::string changed = link;
      for (const char c : kAlphabet) {
        changed[i] = c;
        if (c != link[i]) REQUIRE(CodeOf(changed) != ErrorCode::kNotFound);
      }
      for (int c = 0; c < 256; ++c) {
        changed[i] = static_cast<char>(c);
        if (changed[i] != link[i] && i % 7 == 0) REQUIRE(CodeOf(changed) != ErrorCode::kNotFound);
      }
    }
  }
}

TEST_CASE("Link_RefusesWhatIsCutOff") {
  const std::string link = EncodeLink("m", Full(40, 3));
  for (std::size_t i = 0; i < link.size(); ++i) {
    CHECK(CodeOf(link.substr(0, i)) != ErrorCode::kNotFound);
    CHECK(CodeOf(link.substr(0, i) + ").") != ErrorCode::kNotFound);
  }
}

TEST_CASE("Link_IsReadWithoutWhatChatsAndMailsPutBehindIt") {
  for (const Progress& progress : {Full(40, 3), Full(41, 0), Progress{}}) {
    const std::string link = EncodeLink("m", progress);
    const auto opens = [&](const std::string& text) {
      const auto shared = DecodeLink(text);
      return shared && shared->progress == progress;
    };
    for (const char c : kAlphabet) CHECK(opens(link + c));
    for (const char* behind : {")",
                               ".",
                               "…",
                               ">",
                               ",",
                               "'",
                               "\"",
                               "»",
                               "*",
                               "_",
                               "__",
                               "]",
                               "=",
                               "==",
                               "&fbclid=IwAR0_x-1",
                               "?utm_source=mail",
                               "%20",
                               ")_",
                               "-und",
                               ". Look!",
                               "#p="})
      CHECK(opens(link + behind));
    CHECK_FALSE(opens(link + "somethingelse"));
  }
}

TEST_CASE("Link_IsShort") {
  // Everything done, and one skill in thirty gone back on.
  CHECK(EncodeLink("backend-to-ml-engineer", Full(300, 10)).size() <= 160);
  CHECK(EncodeLink("backend-to-ml-engineer", Full(1000, 10)).size() <= 400);
  CHECK(EncodeLink("m", Progress{}).size() <= 20);
}

TEST_CASE("Link_CarriesTheSendersNameAndDay") {
  const Progress progress = Full(40, 2);
  for (const LinkLabel& label : {LinkLabel{"Anna", 20'780}, LinkLabel{"", 1}, LinkLabel{"Nguyễn Thị Minh 🎓", 0}}) {
    const auto shared = DecodeLink(EncodeLink("m", progress, label));
    REQUIRE(shared);
    CHECK(shared->label == label);
    CHECK(shared->progress == progress);
    CHECK(EncodeLink("m", shared->progress, shared->label) == EncodeLink("m", progress, label));
  }
  CHECK(DecodeLink(EncodeLink("m", progress))->label == LinkLabel{});
  CHECK(EncodeLink("m", progress, {" \n ", 0}) == EncodeLink("m", progress));
}

TEST_CASE("Link_CleansTheSendersName") {
  CHECK(MakeLinkLabel("  Anna\u202E\u0007 B.\n", 3) == LinkLabel{"Anna B.", 3});
  CHECK(MakeLinkLabel("x", 4'000'000'000u).day == kMaxLinkDay);
  std::string broad;
  for (int i = 0; i < 60; ++i) broad += "界";
  CHECK(MakeLinkLabel(broad, 0).sender.size() == kMaxSenderBytes);
  test::Random random(25);
  for (int round = 0; round < 300; ++round) {
    std::string any;
    for (std::uint32_t i = random.Below(200); i > 0; --i) any += static_cast<char>(random.Below(256));
    const LinkLabel label = MakeLinkLabel(any, random.Below(5'000'000));
    REQUIRE(label == MakeLinkLabel(label.sender, label.day));
    REQUIRE(DecodeLink(EncodeLink("m", {}, label))->label == label);
  }
}

TEST_CASE("Link_RefusesALabelThatOursWouldNotWrite") {
  const auto link = [](std::uint32_t day, std::uint32_t length, std::string_view sender) {
    ByteWriter writer = Head(2);
    writer.Varint(0);
    writer.Varint(0);
    writer.Varint(day);
    writer.Varint(length);
    writer.Append(std::vector<std::uint8_t>(sender.begin(), sender.end()));
    return Sealed(writer);
  };
  CHECK(CodeOf(link(7, 4, "Anna")) == ErrorCode::kNotFound);
  CHECK(CodeOf(link(0, 0, "")) == ErrorCode::kDamaged);  // version 1 says that
  CHECK(CodeOf(link(0, 5, "Anna")) == ErrorCode::kDamaged);
  CHECK(CodeOf(link(0, 5, " Anna")) == ErrorCode::kDamaged);
  CHECK(CodeOf(link(0, 4, "A\u202E")) == ErrorCode::kDamaged);  // would show reversed
  CHECK(CodeOf(link(0, 2, "\xC3\x28")) == ErrorCode::kDamaged);
  CHECK(CodeOf(link(kMaxLinkDay + 1, 1, "A")) == ErrorCode::kDamaged);
  CHECK(CodeOf(link(0, 121, std::string(121, 'A'))) == ErrorCode::kDamaged);
}

TEST_CASE("Link_NeverCarriesNotes") {
  Progress progress;
  progress.Set(SkillKey{3}, SkillState::kDone);
  const std::string bare = EncodeLink("m", progress);
  progress.SetNote(SkillKey{3}, "private");
  CHECK(EncodeLink("m", progress) == bare);
}

TEST_CASE("Link_IsFoundInAUrlWithSpaceRoundIt") {
  const Progress progress = Full(50, 2);
  const std::string link = EncodeLink("m", progress);
  const auto opens = [&](const std::string& text) {
    const auto shared = DecodeLink(text);
    return shared && shared->progress == progress;
  };
  CHECK(opens("https://example.org/sub/index.html?x=1" + link));
  CHECK(opens("  \r\n" + link + "\n"));
  CHECK(opens("https://example.org/" + link.substr(0, 20) + "\r\n  " + link.substr(20) + " "));
  CHECK(CodeOf("https://example.org/#s=python") == ErrorCode::kSyntax);
  CHECK(CodeOf("https://example.org/") == ErrorCode::kSyntax);
  CHECK(CodeOf(link.substr(kLinkPrefix.size())) == ErrorCode::kSyntax);
  CHECK(CodeOf("") == ErrorCode::kSyntax);
}

TEST_CASE("Link_OfANewerVersionIsSaidToBeNewer") {
  CHECK(CodeOf(Sealed(Head(3))) == ErrorCode::kVersion);
  CHECK(CodeOf(Sealed(Head(0))) == ErrorCode::kDamaged);
}

TEST_CASE("Link_RefusesWhatOursWouldNotWrite") {
  const auto link = [](std::uint32_t count, std::vector<std::uint8_t> states, std::vector<std::uint32_t> epochs) {
    ByteWriter writer = Head();
    writer.Varint(count);
    writer.Append(states);
    writer.Varint(static_cast<std::uint32_t>(epochs.size() / 2));
    for (const std::uint32_t value : epochs) writer.Varint(value);
    return Sealed(writer);
  };
  CHECK(CodeOf(link(1, {3}, {})) == ErrorCode::kNotFound);
  CHECK(CodeOf(link(2, {3}, {})) == ErrorCode::kDamaged);      // the last key has no state
  CHECK(CodeOf(link(1, {3 | 4}, {})) == ErrorCode::kDamaged);  // a state past the count
  CHECK(CodeOf(link(5, {3}, {})) == ErrorCode::kDamaged);      // too few bytes
  CHECK(CodeOf(link(1, {3, 0}, {})) == ErrorCode::kDamaged);   // too many
  CHECK(CodeOf(link(1, {3}, {1, 5})) == ErrorCode::kNotFound);
  CHECK(CodeOf(link(1, {3}, {1, 0})) == ErrorCode::kDamaged);        // an epoch that says nothing
  CHECK(CodeOf(link(1, {3}, {0, 5})) == ErrorCode::kDamaged);        // key 0
  CHECK(CodeOf(link(1, {3}, {1, 5, 0, 6})) == ErrorCode::kDamaged);  // a key twice
  CHECK(CodeOf(link(0, {}, {kMaxSkillKey, 1})) == ErrorCode::kNotFound);
  CHECK(CodeOf(link(0, {}, {kMaxSkillKey, 1, 1, 1})) == ErrorCode::kDamaged);  // beyond the last key
  CHECK(CodeOf(link(kMaxSkillKey + 1, {}, {})) == ErrorCode::kDamaged);
}

TEST_CASE("Link_CantPinAState") {
  Progress hostile;
  hostile.skills[SkillKey{1}] = {kMaxEpoch, SkillState::kSkipped};
  const auto shared = DecodeLink(EncodeLink("m", hostile));
  REQUIRE(shared);
  CHECK(shared->progress.skills.at(SkillKey{1}).epoch == kMaxSharedEpoch);
  Progress mine = Join(Progress{}, shared->progress);
  mine.Set(SkillKey{1}, SkillState::kNotStarted);
  CHECK(mine.State(SkillKey{1}) == SkillState::kNotStarted);

  ByteWriter writer = Head();
  for (const std::uint32_t value : {0u, 1u, 1u, kMaxSharedEpoch + 1}) writer.Varint(value);
  CHECK(CodeOf(Sealed(writer)) == ErrorCode::kDamaged);
}

TEST_CASE("Link_OfTheLargestProgressIsStillRead") {
  Progress progress;
  for (std::uint32_t key = kMaxSkillKey - 3000; key <= kMaxSkillKey; ++key) {
    progress.skills.emplace_hint(progress.skills.end(), SkillKey{key}, Register{kMaxSharedEpoch, SkillState::kDone});
  }
  const auto shared = DecodeLink(EncodeLink("m", progress));
  REQUIRE(shared);
  CHECK(shared->progress == progress);
  // Per key two bits of state, one byte of gap and two of epoch; then head, counts and checksum, all in base64.
  constexpr std::size_t kBytes = kMaxSkillKey / 4 + 3u * kMaxSkillKey + 32;
  CHECK(kMaxLinkCharacters >= kBytes * 4 / 3 + 2'000);
  CHECK(CodeOf(std::string(kMaxLinkCharacters + 1, 'A')) == ErrorCode::kTooLarge);
}

TEST_CASE("Link_OfVersion1StillOpens") {
  std::string link = test::ReadSource("tests/fixtures/link.v1.txt");
  const auto shared = DecodeLink(link);
  REQUIRE(shared);
  CHECK(shared->roadmap == RoadmapHash("fixture-map"));
  CHECK(shared->progress.skills == std::map<SkillKey, Register>{{{1}, {0, SkillState::kDone}},
                                                                {{2}, {3, SkillState::kLearning}},
                                                                {{5}, {1, SkillState::kNotStarted}},
                                                                {{6}, {0, SkillState::kSkipped}},
                                                                {{12}, {300, SkillState::kDone}},
                                                                {{40}, {1, SkillState::kNotStarted}}});
  while (link.ends_with('\n')) link.pop_back();
  CHECK("https://example.org/waymark/" + EncodeLink("fixture-map", shared->progress) == link);
}

TEST_CASE("Link_OfVersion2StillOpens") {
  std::string link = test::ReadSource("tests/fixtures/link.v2.txt");
  const auto shared = DecodeLink(link);
  REQUIRE(shared);
  CHECK(shared->roadmap == RoadmapHash("bake-bread"));
  CHECK(shared->label == LinkLabel{"Zoë", 20'780});
  CHECK(shared->progress.skills == std::map<SkillKey, Register>{{{1}, {0, SkillState::kDone}}});
  while (link.ends_with('\n')) link.pop_back();
  CHECK("https://example.org/waymark/" + EncodeLink("bake-bread", shared->progress, shared->label) == link);
}

}  // namespace
}  // namespace waymark
