#include "io/json_fault.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "cli/english.hpp"
#include "io/json.hpp"

namespace waymark {
namespace {

// "line:column sentence" of what is wrong with `text`.
std::string Fault(std::string_view text) {
  const auto json = Json::Parse(text);
  if (json) return "none";
  CHECK(json.error().code == ErrorCode::kSyntax);
  const Place& place = json.error().place;
  return std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' + English(json.error().message);
}

bool Says(std::string_view text, std::string_view place, std::string_view mend) {
  const std::string fault = Fault(text);
  INFO(text);
  INFO(fault);
  CHECK(fault.starts_with(std::string(place) + ' '));
  CHECK(fault.contains(mend));
  return fault.starts_with(std::string(place) + ' ') && fault.contains(mend);
}

TEST_CASE("JsonFault_NamesTheMendWhereItIsToBeMade") {
  CHECK(Says("{\n  \"a\": 1,\n}", "2:9", "Nothing follows this comma; take it out."));
  CHECK(Says("[1,2,]", "1:5", "take it out"));
  CHECK(Says("[1,,2]", "1:4", "A value is missing here"));
  CHECK(Says("[1 2]", "1:4", "A comma is missing"));
  CHECK(Says("[1\"a\"]", "1:3", "A comma is missing"));
  CHECK(Says("{\"a\":1 \"b\":2}", "1:8", "A comma is missing"));
  CHECK(Says("{\"a\":1,{}}", "1:8", "A name in double quotes"));
  CHECK(Says("{a:1}", "1:2", "A name in double quotes"));
  CHECK(Says("{\"a\" 1}", "1:6", "A colon is missing"));
  CHECK(Says("[\"a\":1]", "1:5", "A colon stands only after a member's name"));
  CHECK(Says("[1}", "1:3", "write ] here"));
  CHECK(Says("{\"a\":1]", "1:7", "write } here"));
  CHECK(Says("[1] \n 2", "2:2", "after the end"));
  CHECK(Says("[1, nope]", "1:5", "This is no value"));
  CHECK(Says("['a']", "1:2", "double quotes"));
  CHECK(Says("{'a':1}", "1:2", "double quotes"));
  CHECK(Says("[1, // one\n2]", "1:5", "no comments"));
  CHECK(Says("# road\n{}", "1:1", "no comments"));
  CHECK(Says("{\"a\":1 /* one */}", "1:8", "no comments"));
  CHECK(Says("[01]", "1:2", "no number of JSON"));
  CHECK(Says("[-]", "1:2", "no number of JSON"));
  CHECK(Says("[1-2]", "1:2", "no number of JSON"));
  CHECK(Says("[1.]", "1:2", "no number of JSON"));
  CHECK(Says("[1e999]", "1:2", "too large"));
  CHECK(Says("[\"x\ny\"]", "1:4", "\\n"));
  CHECK(Says("[\"x\tnoted\"]", "1:4", "control character"));
  CHECK(Says("[\"x\\y\"]", "1:5", "no such escape"));
  CHECK(Says("[\"C:\\users\"]", "1:7", "no such escape"));
  CHECK(Says("[\"\\ud800\"]", "1:9", "no such escape"));
  CHECK(Says("[\"x\xFFy\"]", "1:4", "UTF-8"));
  CHECK(Says("[\"x\xC3y\"]", "1:5", "UTF-8"));
  CHECK(Says("[1, {\"a\":\n", "2:1", "} is missing at the end"));
  CHECK(Says("[1", "1:3", "] is missing at the end"));
  CHECK(Says("[\"abc", "1:6", "in the middle of a text"));
}

TEST_CASE("JsonFault_KnowsFilesThatAreNoTextOfOurs") {
  CHECK(Says("", "1:1", "empty"));
  CHECK(Says(" \n\t", "1:1", "empty"));
  CHECK(Says("\xEF\xBB\xBF\n", "1:1", "empty"));
  CHECK(Says(std::string_view("\xFF\xFE{\0}\0", 6), "1:1", "save it as UTF-8"));
  CHECK(Says(std::string_view("\xFE\xFF\0{\0}", 6), "1:1", "save it as UTF-8"));
  CHECK(Says(std::string_view("{\0}\0", 4), "1:1", "save it as UTF-8"));
  CHECK(Says("PK\x03\x04zip", "1:1", "unpack"));
  CHECK(Says("\x1F\x8B\x08", "1:1", "unpack"));
  CHECK(Says("\n<!doctype html>", "1:1", "web page"));
  CHECK(ForeignFile("{}").empty());
  CHECK(ForeignFile("hello").empty());
}

}  // namespace
}  // namespace waymark
