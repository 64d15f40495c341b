// Decodes the examples of docs/share_format.md as they stand there.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "base/base64url.hpp"
#include "share/link.hpp"
#include "support/files.hpp"

namespace waymark {
namespace {

// The indented lines under the heading of the version.
std::vector<std::string> ExampleLines(int version) {
  const std::string heading = "## Worked example, version " + std::to_string(version);
  std::istringstream doc(test::ReadSource("docs/share_format.md"));
  std::vector<std::string> lines;
  bool inside = false;
  for (std::string line; std::getline(doc, line);) {
    if (line.starts_with("## ")) inside = line == heading;
    if (inside && line.starts_with("    ")) lines.push_back(line.substr(4));
  }
  return lines;
}

TEST_CASE("ShareFormat_ExampleDecodesAsItSays") {
  const auto lines = ExampleLines(1);
  REQUIRE(lines.size() > 2);
  const auto shared = DecodeLink(lines.back());
  REQUIRE(shared);
  CHECK(shared->roadmap == RoadmapHash("bake-bread"));
  CHECK(shared->progress.skills == std::map<SkillKey, Register>{{{1}, {0, SkillState::kDone}},
                                                                {{2}, {0, SkillState::kLearning}},
                                                                {{4}, {2, SkillState::kSkipped}},
                                                                {{7}, {1, SkillState::kNotStarted}}});
}

TEST_CASE("ShareFormat_LabelledExampleDecodesAsItSays") {
  const auto lines = ExampleLines(2);
  REQUIRE(lines.size() > 2);
  const auto shared = DecodeLink(lines.back());
  REQUIRE(shared);
  CHECK(shared->progress.skills == std::map<SkillKey, Register>{{{1}, {0, SkillState::kDone}}});
  CHECK(shared->label == LinkLabel{"Zoë", 20'780});
}

TEST_CASE("ShareFormat_ExampleBytesAreThoseOfItsLink") {
  const int version = GENERATE(1, 2);
  auto lines = ExampleLines(version);
  REQUIRE(lines.size() > 2);
  const std::string link = lines.back();
  lines.pop_back();
  std::vector<std::uint8_t> bytes;
  for (const std::string& line : lines) {
    std::istringstream hex(line.substr(0, line.find("  ")));
    for (std::string byte; hex >> byte;) bytes.push_back(static_cast<std::uint8_t>(std::stoul(byte, nullptr, 16)));
  }
  CHECK(std::string(kLinkPrefix) + Base64UrlEncode(bytes) == link);
}

}  // namespace
}  // namespace waymark
