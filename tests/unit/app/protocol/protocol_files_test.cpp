// The files that are printed from the protocol's table are what it gives. WAYMARK_PRINT=1 prints them anew.
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <string>

#include "app/protocol/protocol_table.hpp"
#include "support/files.hpp"

using namespace waymark;

namespace {

const std::string kRoot = WAYMARK_SOURCE_DIR "/";

void CheckFile(const std::string& path, const std::string& wanted) {
  if (std::getenv("WAYMARK_PRINT") != nullptr) std::ofstream(kRoot + path, std::ios::binary) << wanted;
  INFO(path << " is not what the table gives; WAYMARK_PRINT=1 with this test prints it anew");
  CHECK((test::ReadSource(path) == wanted));
}

// `text` with what stands between <!-- name --> and <!-- /name --> replaced.
std::string WithPart(std::string text, const std::string& name, const std::string& part) {
  const std::string open = "<!-- " + name + " -->\n", close = "<!-- /" + name + " -->";
  const std::size_t from = text.find(open), to = text.find(close);
  INFO(open);
  REQUIRE((from != text.npos && to != text.npos));
  return text.replace(from + open.size(), to - from - open.size(), part);
}

}  // namespace

TEST_CASE("ProtocolTable_GivesThePagesTypes") { CheckFile("web/src/engine/protocol.ts", ProtocolTypeScript()); }

TEST_CASE("ProtocolTable_GivesTheDocumentsTables") {
  std::string document = test::ReadSource("docs/page_protocol.md");
  document = WithPart(document, "commands", CommandsMarkdown());
  document = WithPart(document, "slices", SlicesMarkdown());
  document = WithPart(document, "objects", ShapesMarkdown());
  CheckFile("docs/page_protocol.md", document);
}
