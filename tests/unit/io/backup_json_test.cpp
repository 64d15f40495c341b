#include "io/backup_json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/crc32.hpp"
#include "cli/english.hpp"
#include "support/files.hpp"
#include "support/random_stored.hpp"

namespace waymark {
namespace {

Backup RandomBackup(test::Random& random) {
  Backup backup;
  for (std::uint32_t i = random.Below(5); i > 0; --i)
    backup.roadmaps["road-" + std::to_string(random.Below(20))] = test::RandomStored(random);
  for (const char* name : {"contrast", "hoursPerWeek", "later", "theme"}) {
    if (random.OneIn(2))
      backup.settings.emplace_back(name,
                                   random.OneIn(2) ? Json(random.Below(100)) : Json(Json::Array{"a", false, 2.5}));
  }
  return backup;
}

ErrorCode CodeOf(std::string_view text) {
  INFO(text.substr(0, 200));
  const auto backup = ReadBackup(text);
  REQUIRE_FALSE(backup);
  CHECK_FALSE(backup.error().message.empty());
  return backup.error().code;
}

std::string With(std::string_view members) {
  return R"({"format":"waymark-backup","version":1)" + std::string(members) + "}";
}

// The backup without its checksum, as somebody could write it by hand.
std::string Unsealed(const std::string& text) { return text.substr(0, text.rfind(",\"checksum\"")) + "}"; }

}  // namespace

TEST_CASE("Backup_ReadsBackWhatItWritesByteForByte") {
  test::Random random(7);
  for (int round = 0; round < 300; ++round) {
    const Backup backup = RandomBackup(random);
    const std::string text = WriteBackup(backup);
    const auto again = ReadBackup(text);
    REQUIRE(again);
    REQUIRE(*again == backup);
    REQUIRE(WriteBackup(*again) == text);
    REQUIRE(WriteBackup(ReadBackup(Unsealed(text)).value()) == text);
  }
}

TEST_CASE("Backup_IsTheSameInAnyOrderAndSpacing") {
  const std::string text = WriteBackup(
      ReadBackup(
          R"({"format":"waymark-backup","version":1,"settings":{"b":1,"a":2},"roadmaps":{"y":{"format":"waymark-progress","version":1},"x":{"format":"waymark-progress","version":1}}})")
          .value());
  const auto read = ReadBackup(
      "\xEF\xBB\xBF{ \"roadmaps\" : {\"x\":{\"version\":1,\"format\":\"waymark-progress\"}, "
      "\"y\":{\"format\":\"waymark-progress\",\"version\":1}},\n"
      " \"settings\": {\"a\":2,\"b\":1}, \"version\":1, \"format\":\"waymark-backup\"}");
  REQUIRE(read);
  CHECK(WriteBackup(*read) == text);
}

TEST_CASE("Backup_ChecksTheBytesAsTheyCame") {
  // Written by hand, with a number and an escape as Waymark itself would not write them.
  const std::string content =
      "{ \"version\":1.0, \"format\":\"waymark-backup\", \"settings\":{\"theme\":\"\\u0064ark\"},\n\"roadmaps\":{}";
  const std::string seal = "\"" + CrcDigits(Crc32(content)) + "\"";
  for (const std::string_view before : {"", "\xEF\xBB\xBF"}) {
    for (const std::string& member : {",\"checksum\":" + seal + "}\n", ",\n \"checksum\" : " + seal + "\r\n}\r\n"})
      CHECK(ReadBackup(std::string(before) + content + member));
  }
  CHECK(CodeOf("{ " + content.substr(1) + ",\"checksum\":" + seal + "}") == ErrorCode::kDamaged);
  CHECK(CodeOf(content + ",\"checksum\":" + seal + ",\"settings\":{}}") == ErrorCode::kSyntax);
  CHECK(CodeOf("{\"checksum\":\"" + CrcDigits(Crc32("{")) + "\"," + content.substr(1) + "}") == ErrorCode::kDamaged);
  CHECK(CodeOf(content + ",\"\\u0063hecksum\":" + seal + "}") == ErrorCode::kDamaged);
}

TEST_CASE("Backup_TellsEmptyPackedAndUtf16FilesApart") {
  const auto message = [](std::string_view text) { return English(ReadBackup(text).error().message); };
  CHECK(message("").contains("empty"));
  CHECK(message("PK\x03\x04").contains("unpack"));
  CHECK(message(std::string_view("\xFF\xFE{\0}\0", 6)).contains("UTF-8"));
  CHECK(message("{").contains("damaged"));
}

TEST_CASE("Backup_FindsAnyChangedCharacter") {
  test::Random random(3);
  Backup backup = RandomBackup(random);
  backup.roadmaps["road"] = test::RandomStored(random);
  const std::string text = WriteBackup(backup);
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    std::string changed = text;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto read = ReadBackup(changed);
    INFO("byte " << at);
    // A space may turn into another sign that means nothing; whatever is taken is what was saved.
    if (read) CHECK(*read == backup);
  }
}

TEST_CASE("Backup_RefusesWhatIsNone") {
  CHECK(CodeOf("") == ErrorCode::kSyntax);
  CHECK(CodeOf("[]") == ErrorCode::kSchema);
  CHECK(CodeOf(test::ReadSource("tests/fixtures/roadmap.v1.json")) == ErrorCode::kSchema);
  CHECK(CodeOf(WriteStored({})) == ErrorCode::kSchema);
  CHECK(CodeOf(R"({"format":"waymark-backup","roadmaps":{}})") == ErrorCode::kSchema);
  CHECK(CodeOf(R"({"format":"waymark-backup","version":2,"roadmaps":7})") == ErrorCode::kVersion);
  CHECK(CodeOf(R"({"format":"waymark-backup","version":1.5,"roadmaps":{}})") == ErrorCode::kVersion);
  CHECK(CodeOf(R"({"format":"waymark-backup","version":0,"roadmaps":{}})") == ErrorCode::kSchema);
  CHECK(CodeOf(std::string(kMaxBackupBytes + 1, ' ')) == ErrorCode::kTooLarge);
}

TEST_CASE("Backup_RefusesWhatCantBeRight") {
  for (const std::string_view members :
       {R"()", R"(,"roadmaps":[])", R"(,"roadmaps":null)", R"(,"roadmaps":{},"settings":[])",
        R"(,"roadmaps":{},"more":1)", R"(,"roadmaps":{"../a":{"format":"waymark-progress","version":1}})",
        R"(,"roadmaps":{"":{"format":"waymark-progress","version":1}})", R"(,"roadmaps":{"a":{}})",
        R"(,"roadmaps":{"a":[]})", R"(,"roadmaps":{"a":{"format":"waymark-progress","version":1,"skills":[[0,0,3]]}})",
        R"(,"roadmaps":{"a":{"format":"waymark-progress","version":1,"skills":[[1,0,4]]}})",
        R"(,"roadmaps":{"a":{"format":"waymark-progress","version":1,"skills":[[1,2000000,3]]}})"}) {
    CHECK(CodeOf(With(members)) == ErrorCode::kSchema);
  }
  CHECK(CodeOf(With(R"(,"roadmaps":{"a":{"format":"waymark-progress","version":3}})")) == ErrorCode::kVersion);
  CHECK(CodeOf(With(R"(,"roadmaps":{},"checksum":"00000000")")) == ErrorCode::kDamaged);
  CHECK(CodeOf(With(R"(,"roadmaps":{},"checksum":7)")) == ErrorCode::kDamaged);
  CHECK(CodeOf(With(R"(,"roadmaps":{},"roadmaps":{})")) == ErrorCode::kSyntax);
  CHECK(CodeOf(With(R"(,"roadmaps":{},"settings":{"long":")" + std::string(kMaxSettingsBytes, 'x') + "\"}")) ==
        ErrorCode::kSchema);
  std::string many = R"(,"roadmaps":{)";
  for (std::size_t i = 0; i <= kMaxBackupRoadmaps; ++i)
    many += (i ? ",\"r" : "\"r") + std::to_string(i) + R"(":{"format":"waymark-progress","version":1})";
  CHECK(CodeOf(With(many + "}")) == ErrorCode::kTooLarge);
}

TEST_CASE("Backup_OfVersion1StillOpens") {
  const std::string text = test::ReadSource("tests/fixtures/backup.v1.json");
  const auto backup = ReadBackup(text);
  REQUIRE(backup);
  CHECK(WriteBackup(*backup) == text);
  REQUIRE(backup->roadmaps.size() == 2);
  const StoredRoadmap& road = backup->roadmaps.at("backend-to-ml-engineer");
  CHECK(road.progress.State(SkillKey{12}) == SkillState::kDone);
  CHECK(road.progress.skills.at(SkillKey{15}) == Register{1, SkillState::kLearning});
  CHECK(road.progress.notes.at(SkillKey{12}).texts.size() == 2);
  CHECK(road.pins.at(SkillKey{15}) == WorldVector{-40, 12.5f});
  CHECK(road.expanded == std::vector{SkillKey{3}});
  CHECK(backup->roadmaps.at("bread").progress.State(SkillKey{999'999}) == SkillState::kSkipped);
  CHECK(backup->settings.size() == 3);
}

}  // namespace waymark
