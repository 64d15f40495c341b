#include "cli/run.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace waymark {
namespace {

constexpr std::string_view kExample = WAYMARK_SOURCE_DIR "/assets/roadmaps/example.json";

struct Outcome {
  int status;
  std::string out;
  std::string err;
};

Outcome RunWith(const std::vector<std::string_view>& args) {
  std::ostringstream out, err;
  const int status = Run(args, out, err);
  return {status, out.str(), err.str()};
}

// A file with this text, gone with the object.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view text)
      : path_((std::filesystem::temp_directory_path() / ("waymark_cli_test_" + std::to_string(count_++) + ".json"))
                  .string()) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  static inline int count_ = 0;
  std::string path_;
};

TEST_CASE("Cli_HelpGoesToOutAndUsageToErr") {
  for (const std::vector<std::string_view>& args : {std::vector<std::string_view>{"--help"},
                                                    {"validate", "--help"},
                                                    {"stats", "--help"},
                                                    {"link", "--help"},
                                                    {"link", "encode", "--help"},
                                                    {"outline", "--help"},
                                                    {"theme-css", "--help"}}) {
    const Outcome outcome = RunWith(args);
    CHECK(outcome.status == kExitFine);
    CHECK(outcome.out.starts_with("usage: waymark"));
    CHECK(outcome.err.empty());
  }
  for (const std::vector<std::string_view>& args : {std::vector<std::string_view>{},
                                                    {"frobnicate"},
                                                    {"validate"},
                                                    {"validate", "--strict"},
                                                    {"stats"},
                                                    {"stats", "a", "b"},
                                                    {"link"},
                                                    {"link", "encode"},
                                                    {"link", "decode"},
                                                    {"link", "decode", "x", "--roadmap"},
                                                    {"link", "encode", kExample, "--progress"},
                                                    {"outline"},
                                                    {"theme-css", "x"}}) {
    const Outcome outcome = RunWith(args);
    CHECK(outcome.status == kExitUsage);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.contains("usage: waymark"));
  }
}

TEST_CASE("Cli_ValidateNamesEachProblemAsCompilersDo") {
  CHECK(RunWith({"validate", kExample}).status == kExitFine);
  const TemporaryFile bad(R"({"format":"waymark-roadmap","version":1,"id":"m","title":"M","skills":[
  {"id":"a","key":1,"title":"A","requires":[{"id":"b"}]},
  {"id":"b","key":2,"title":"B","requires":[{"id":"a"}]}]})");
  const Outcome outcome = RunWith({"validate", bad.path(), kExample});
  CHECK(outcome.status == kExitProblem);
  CHECK(outcome.err.starts_with(bad.path() + ":2:45: These skills ask for each other"));
  CHECK(outcome.out.contains("example.json: fine"));
  const Outcome missing = RunWith({"validate", "no/such/file.json"});
  CHECK(missing.status == kExitProblem);
  CHECK(missing.err.starts_with("no/such/file.json: This file can't be read"));
  CHECK(RunWith({"validate", WAYMARK_SOURCE_DIR}).status == kExitProblem);
}

TEST_CASE("Cli_ValidatePrintsWarningsAndFailsOnThemWhenStrict") {
  const TemporaryFile road(R"({"format":"waymark-roadmap","version":1,"id":"m","title":"M","skills":[
  {"id":"a","key":1,"title":"A","hours":{"low":1,"high":2},"proof":"Show it."},
  {"id":"b","key":2,"title":"B","proof":"Show it.","requires":[{"id":"a"}]}]})");
  for (const bool strict : {false, true}) {
    const Outcome outcome =
        strict ? RunWith({"validate", road.path(), "--strict"}) : RunWith({"validate", road.path()});
    CHECK(outcome.status == (strict ? kExitProblem : kExitFine));
    CHECK(outcome.err == road.path() + ":3:3: warning: ‘B’ does not say how many hours it takes; estimate them.\n" +
                             road.path() + ":3:64: warning: ‘B’ asks for ‘A’ and does not say why; give a reason.\n");
    CHECK(outcome.out.contains("2 things to better"));
  }
  CHECK(RunWith({"validate", "--strict", kExample}).err.empty());
  const TemporaryFile slips(R"({"format":"waymark-roadmap","version":1,"id":"m","title":"M","fact":[],"skills":[
  {"id":"a","key":1,"title":"A","hour":{"low":1,"high":2},"hours":{"low":1,"high":2},"proof":"Show it.","colour":"red"},
  {"id":"b","key":2,"title":"B","hours":{"low":1,"high":2},"proof":"Show it.","require":["a"]}]})");
  const Outcome outcome = RunWith({"validate", "--strict", slips.path()});
  CHECK(outcome.status == kExitProblem);
  CHECK(outcome.err.contains(R"(The roadmap has "fact", which means nothing here; "facts" would.)"));
  CHECK(outcome.err.contains(R"(:2:3: warning: The skill "a" has "hour", which means nothing here; "hours" would.)"));
  CHECK(outcome.err.contains(
      R"(:3:3: warning: The skill "b" has "require", which means nothing here; "requires" would.)"));
  CHECK_FALSE(outcome.err.contains("colour"));
}

TEST_CASE("Cli_StatsCountsTheExample") {
  const Outcome outcome = RunWith({"stats", kExample});
  CHECK(outcome.status == kExitFine);
  CHECK(outcome.out.contains("skills         5, 1 of them optional\n"));
  CHECK(outcome.out.contains("groups         2, levels 2\n"));
  CHECK(outcome.out.contains("prerequisites  4, longest chain 3 skills\n"));
  CHECK(outcome.out.contains("hours          10 to 24 hours\n"));
  CHECK(outcome.out.contains("to First loaf: 4 skills, 10 to 24 hours\n"));
  CHECK(outcome.out.contains("  without what is carried over: 3 skills, 9 to 22 hours\n"));
}

TEST_CASE("Cli_LinkDecodesWhatItEncodes") {
  const Outcome link =
      RunWith({"link", "encode", kExample, "weigh=done", "5=learning", "dough=done", "dough=learning"});
  REQUIRE(link.status == kExitFine);
  REQUIRE(link.out.starts_with("#p="));
  const Outcome progress = RunWith({"link", "decode", link.out, "--roadmap", kExample});
  REQUIRE(progress.status == kExitFine);
  CHECK(progress.out == "{\"format\":\"waymark-progress\",\"version\":1,\"skills\":[[2,0,3],[3,1,2],[5,0,2]]}\n");
  const TemporaryFile file(progress.out);
  CHECK(RunWith({"link", "encode", kExample, "--progress", file.path()}).out == link.out);
}

TEST_CASE("Cli_LinkCarriesWhoSentItAndWhen") {
  const Outcome link = RunWith({"link", "encode", kExample, "1=done", "--from", "Anna", "--day", "2026-11-23"});
  REQUIRE(link.status == kExitFine);
  const Outcome progress = RunWith({"link", "decode", link.out});
  CHECK(progress.err == "from: Anna\nday: 2026-11-23\n");
  for (const char* day : {"2026-02-30", "yesterday", "1970-01-01", "2026-1-23"}) {
    CHECK(RunWith({"link", "encode", kExample, "--day", day}).err.contains("is no day"));
  }
}

TEST_CASE("Cli_LinkSaysWhatIsWrong") {
  CHECK(RunWith({"link", "encode", kExample, "nobody=done"}).err.contains("\"nobody\" is no skill"));
  CHECK(RunWith({"link", "encode", kExample, "weigh=perhaps"}).err.contains("names no state"));
  CHECK(RunWith({"link", "encode", kExample, "weigh"}).status == kExitProblem);
  CHECK(RunWith({"link", "encode", kExample, "--progress", kExample}).err.contains("not a Waymark progress file"));
  CHECK(RunWith({"link", "decode", "#p=AAAA"}).err.contains("damaged"));
  const TemporaryFile other(
      R"({"format":"waymark-roadmap","version":1,"id":"other","title":"M","skills":[{"id":"a","key":1,"title":"A"}]})");
  const Outcome link = RunWith({"link", "encode", other.path(), "a=done"});
  CHECK(RunWith({"link", "decode", link.out, "--roadmap", kExample}).err.contains("another roadmap"));
}

TEST_CASE("Cli_ThemeCssDefinesTheGround") {
  const Outcome outcome = RunWith({"theme-css"});
  CHECK(outcome.status == kExitFine);
  CHECK(outcome.out.contains("--ground"));
}

}  // namespace
}  // namespace waymark
