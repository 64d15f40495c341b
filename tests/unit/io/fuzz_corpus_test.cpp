// What fuzzing has found once is tried at every run: each input is refused with words, or read and written again to the
// same.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "io/backup_json.hpp"
#include "io/progress_json.hpp"
#include "io/roadmap_json.hpp"
#include "share/link.hpp"
#include "support/files.hpp"

namespace waymark {
namespace {

template <class Each>
void ForEachInput(const char* target, Each each) {
  int inputs = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(WAYMARK_SOURCE_DIR "/tests/fuzz/corpus/" + std::string(target))) {
    INFO(entry.path().filename().string());
    each(test::ReadSource("tests/fuzz/corpus/" + std::string(target) + "/" + entry.path().filename().string()));
    ++inputs;
  }
  CHECK(inputs > 0);
}

}  // namespace

TEST_CASE("ProgressJson_TakesOrRefusesWhatFuzzingFound") {
  ForEachInput("stored_slot", [](const std::string& text) {
    const auto stored = ReadStored(text);
    if (!stored) {
      CHECK_FALSE(stored.error().message.empty());
      return;
    }
    const auto again = ReadStored(WriteStored(*stored));
    REQUIRE(again);
    CHECK(*again == *stored);
  });
}

TEST_CASE("RoadmapJson_TakesOrRefusesWhatFuzzingFound") {
  ForEachInput("roadmap", [](const std::string& text) {
    const auto roadmap = ReadRoadmap(text, "corpus.json");
    if (!roadmap) {
      CHECK_FALSE(roadmap.error().front().message.empty());
      return;
    }
    const auto again = ReadRoadmap(WriteRoadmap(*roadmap), "again.json");
    REQUIRE(again);
    CHECK(WriteRoadmap(*again) == WriteRoadmap(*roadmap));
  });
}

TEST_CASE("Backup_TakesOrRefusesWhatFuzzingFound") {
  ForEachInput("backup", [](const std::string& text) {
    const auto backup = ReadBackup(text);
    if (!backup) {
      CHECK_FALSE(backup.error().message.empty());
      return;
    }
    const auto again = ReadBackup(WriteBackup(*backup));
    REQUIRE(again);
    CHECK(WriteBackup(*again) == WriteBackup(*backup));
  });
}

TEST_CASE("Link_TakesOrRefusesWhatFuzzingFound") {
  ForEachInput("link", [](const std::string& text) {
    const auto shared = DecodeLink(text);
    if (!shared) CHECK_FALSE(shared.error().message.empty());
  });
}

}  // namespace waymark
