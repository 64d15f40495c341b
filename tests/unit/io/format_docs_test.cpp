// Reads the examples of docs/storage_format.md and docs/roadmap_format.md as they stand there.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "app/storage/store.hpp"
#include "graph/graph.hpp"
#include "io/backup_json.hpp"
#include "io/json.hpp"
#include "io/progress_json.hpp"
#include "io/roadmap_json.hpp"
#include "support/files.hpp"

namespace waymark {
namespace {

// The last block fenced by `fence` and three backquotes.
std::string LastBlock(const std::string& doc, std::string_view fence) {
  const std::size_t begin = doc.rfind(std::string(fence) + "\n{") == std::string::npos
                                ? doc.rfind(std::string(fence) + "\nwaymark")
                                : doc.rfind(std::string(fence) + "\n{");
  REQUIRE(begin != std::string::npos);
  const std::size_t text = begin + fence.size() + 1;
  return doc.substr(text, doc.find("\n```", text) - text);
}

TEST_CASE("StorageFormat_ExampleIsTheSlotThatItDescribes") {
  Slot slot{12, {}};
  slot.stored.progress.Set(SkillKey{1}, SkillState::kDone);
  slot.stored.progress.Set(SkillKey{2}, SkillState::kDone);
  slot.stored.progress.Set(SkillKey{2}, SkillState::kLearning);
  slot.stored.progress.SetNote(SkillKey{1}, "Try it with rye.");
  slot.stored.pins[SkillKey{2}] = {-40, 12.5f};
  slot.stored.expanded = {SkillKey{3}};
  const std::string doc = test::ReadSource("docs/storage_format.md");
  const std::string example = LastBlock(doc, "```");
  CHECK(WriteSlot(slot) == example);
  CHECK(doc.contains("`" + SlotKey("bread", example) + "`"));
  const auto read = ReadSlot(example);
  REQUIRE(read);
  CHECK(read->stored == slot.stored);

  Progress other;
  other.skills = {{{1}, {0, SkillState::kSkipped}}, {{2}, {0, SkillState::kDone}}};
  CHECK(Join(read->stored.progress, other) == read->stored.progress);
}

TEST_CASE("BackupFormat_ExampleIsTheBackupThatItDescribes") {
  Backup backup{.roadmaps = {}, .settings = {{"theme", "light"}}};
  Progress& progress = backup.roadmaps["bread"].progress;
  progress.Set(SkillKey{1}, SkillState::kDone);
  progress.Set(SkillKey{2}, SkillState::kDone);
  progress.Set(SkillKey{2}, SkillState::kLearning);
  progress.SetNote(SkillKey{1}, "Try it with rye.");
  const std::string example = LastBlock(test::ReadSource("docs/backup_format.md"), "```");
  CHECK(WriteBackup(backup) == example + "\n");
  CHECK(ReadBackup(example) == backup);
}

TEST_CASE("RoadmapFormat_ExampleIsARoadmap") {
  const auto roadmap = ReadRoadmap(LastBlock(test::ReadSource("docs/roadmap_format.md"), "```json"), "example");
  REQUIRE(roadmap);
  CHECK(Graph::Build(*roadmap));
}

TEST_CASE("RoadmapSchema_AgreesWithTheReadersCaps") {
  const auto schema = Json::Parse(test::ReadSource("assets/schema/roadmap.v1.json"));
  REQUIRE(schema);
  const auto at = [&](std::initializer_list<std::string_view> path) {
    const Json* json = &*schema;
    for (const std::string_view name : path) {
      json = json->Find(name);
      REQUIRE(json != nullptr);
    }
    return json->AsNumber();
  };
  CHECK(at({"properties", "skills", "maxItems"}) == kMaxSkills);
  CHECK(at({"properties", "facts", "maxItems"}) == kMaxFacts);
  CHECK(at({"properties", "waypoints", "maxItems"}) == kMaxWaypoints);
  CHECK(at({"properties", "changes", "maxItems"}) == kMaxChanges);
  CHECK(at({"$defs", "slug", "maxLength"}) == kMaxSlug);
  CHECK(at({"$defs", "key", "maximum"}) == kMaxSkillKey);
  CHECK(at({"$defs", "title", "maxLength"}) == kMaxTitle);
  CHECK(at({"$defs", "summary", "maxLength"}) == kMaxSummary);
  CHECK(at({"$defs", "body", "maxLength"}) == kMaxBody);
  CHECK(at({"$defs", "skill", "properties", "hours", "properties", "high", "maximum"}) == kMaxHours);
}

}  // namespace
}  // namespace waymark
