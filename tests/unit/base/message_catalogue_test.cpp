#include "base/message_catalogue.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "cli/english.hpp"
#include "io/message_json.hpp"
#include "support/files.hpp"

using namespace waymark;

namespace {

MessageCatalogue Sample() {
  NumberStyle numbers{.decimal = ",", .group = "."};
  numbers.plurals[2] = PluralCategory::kTwo;
  numbers.plurals[102] = PluralCategory::kFew;
  return MessageCatalogue({{"b", "{n, plural, one {eins} two {zwei} few {wenige} other {# viele}}"}, {"a", "Hallo"}},
                          numbers);
}

// Argument names live as long as the test: a message refers to literals.
std::vector<MessageArgument> ArgumentsOf(const Json* json, std::set<std::string>& names) {
  std::vector<MessageArgument> arguments;
  if (json == nullptr) return arguments;
  for (const auto& [name, value] : json->AsObject()) {
    const char* kept = names.insert(name).first->c_str();
    if (value.IsObject() && value.Find("id")->AsString() == "state.done")
      arguments.emplace_back(kept, Message{"state.done"});
    else if (value.IsObject())
      arguments.emplace_back(kept, Message(std::string(value.Find("args")->Find("text")->AsString())));
    else if (value == Json(value.AsNumber()))
      arguments.emplace_back(kept, value.AsNumber());
    else
      arguments.emplace_back(kept, value.AsString());
  }
  return arguments;
}

}  // namespace

TEST_CASE("Format_SaysWhatTheFixturesSay") {
  const Json cases = Json::Parse(test::ReadSource("tests/fixtures/messages/format.json")).value();
  REQUIRE(cases.AsArray().size() > 20);
  for (const Json& each : cases.AsArray()) {
    std::set<std::string> names;
    const std::string_view text = each.Find("text")->AsString();
    INFO(text);
    CHECK(EnglishCatalogue().FormatText(text, ArgumentsOf(each.Find("args"), names)) == each.Find("says")->AsString());
  }
}

TEST_CASE("Format_ReadsWhatIsMalformedWithoutHarm") {
  for (const std::string_view text : {"{", "{n", "{n,", "{n, plural", "{n, plural, one", "{n, plural, one {", "}", "'{",
                                      "{n, plural, few {x}}", "{n, plural,}", "{n, select, a {b}"}) {
    INFO(text);
    CHECK(EnglishCatalogue().FormatText(text, {{"n", 1}}).size() < 20);
  }
}

TEST_CASE("Catalogue_ShowsTheIdOfWhatIsMissing") {
  const MessageCatalogue sample = Sample();
  CHECK(sample.Find("a") == "Hallo");
  CHECK(sample.Find("no.such") == "no.such");
  CHECK(sample.Format({"no.such", {{"n", 3}}}) == "no.such");
  CHECK(sample.Format({}).empty());
}

TEST_CASE("Catalogue_CountsAsItsLanguageDoes") {
  const MessageCatalogue sample = Sample();
  const auto say = [&](double n) { return sample.Format({"b", {{"n", n}}}); };
  CHECK(say(1) == "eins");
  CHECK(say(2) == "zwei");
  CHECK(say(102) == "wenige");
  CHECK(say(1'302) == "wenige");
  CHECK(say(1'234'567) == "1.234.567 viele");
  CHECK(say(1.5) == "1,5 viele");
}

TEST_CASE("ReadCatalogue_TakesWhatThePageHandsOver") {
  std::string plurals = R"("few")";
  for (int i = 1; i < 200; ++i) plurals += R"(,"other")";
  const auto read =
      ReadCatalogue(R"({"messages":{"a":"{n, plural, few {wenig} other {#}}"},"decimal":",","group":"’","plurals":[)" +
                    plurals + "]}");
  REQUIRE(read);
  CHECK(read->Format({"a", {{"n", 0}}}) == "wenig");
  CHECK(read->Format({"a", {{"n", 12345.5}}}) == "12’345,5");
  for (const char* wrong : {"", "[]", R"({"messages":3})", R"({"messages":{},"plurals":["one"]})"})
    CHECK_FALSE(ReadCatalogue(wrong));
}

TEST_CASE("MessageJson_HoldsIdAndArguments") {
  const Message message{"backup.not-all", {{"problem", Message{"save.emptied"}}, {"count", 3}, {"title", "Maths"}}};
  CHECK(MessageJson(message).Dump() ==
        R"({"id":"backup.not-all","args":{"problem":{"id":"save.emptied","args":{}},"count":3,"title":"Maths"}})");
  CHECK(MessageJson({}).IsNull());
}
