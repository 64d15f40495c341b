#include "io/json.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

#include "cli/english.hpp"
#include "io/json_scan.hpp"
#include "io/json_text.hpp"
#include "support/random.hpp"

namespace waymark {
namespace {

Json RandomJson(test::Random& random, int depth) {
  switch (random.Below(depth > 0 ? 6 : 4)) {
    case 0:
      return Json();
    case 1:
      return Json(random.OneIn(2));
    case 2:
      return Json(random.OneIn(2) ? static_cast<double>(random.Below(1000)) - 500
                                  : std::ldexp(random.Below(1u << 30), -40));
    case 3:
      return Json(std::string("t\"\\\n\x01é漢") + std::to_string(random.Below(100)));
    case 4: {
      Json::Array array;
      for (std::uint32_t i = random.Below(4); i > 0; --i) array.push_back(RandomJson(random, depth - 1));
      return array;
    }
    default: {
      Json::Object object;
      for (std::uint32_t i = random.Below(4); i > 0; --i) {
        object.emplace_back("m" + std::to_string(i), RandomJson(random, depth - 1));
      }
      return object;
    }
  }
}

TEST_CASE("Json_RoundTrips") {
  test::Random random(14);
  for (int round = 0; round < 500; ++round) {
    const Json json = RandomJson(random, 5);
    const auto again = Json::Parse(json.Dump());
    REQUIRE(again);
    REQUIRE(*again == json);
    REQUIRE(again->Dump() == json.Dump());
  }
}

TEST_CASE("Json_WritesNumbersShortest") {
  CHECK(Json(1.0).Dump() == "1");
  CHECK(Json(-0.0).Dump() == "0");
  CHECK(Json(0.1).Dump() == "0.1");
  CHECK(Json(std::size_t{7}).Dump() == "7");
  CHECK(Json(std::numeric_limits<double>::quiet_NaN()).Dump() == "null");
  CHECK(Json::Parse(Json(1e300).Dump())->AsNumber() == 1e300);
}

TEST_CASE("Json_WritesWhatHasTwoDecimalsAsPeopleDo") {
  for (int hundredths = -20'000; hundredths <= 20'000; ++hundredths) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", hundredths / 100.0);
    std::string wanted = text;
    wanted.erase(wanted.find_last_not_of('0') + 1);
    if (wanted.ends_with('.')) wanted.pop_back();
    std::string narrow;
    AppendJsonNumber(narrow, static_cast<float>(hundredths / 100.0));
    REQUIRE(narrow == wanted);
    REQUIRE(Json(hundredths / 100.0).Dump() == wanted);
  }
}

TEST_CASE("Json_WritesEveryNumberSoThatItReadsBackTheSame") {
  test::Random random(16);
  for (int round = 0; round < 20'000; ++round) {
    const std::uint64_t bits = random.Next();
    const auto wide = std::bit_cast<double>(bits);
    const auto narrow = std::bit_cast<float>(static_cast<std::uint32_t>(bits >> 16));
    std::string text;
    if (std::isfinite(wide)) REQUIRE(Json::Parse(Json(wide).Dump())->AsNumber() == wide);
    if (!std::isfinite(narrow)) continue;
    AppendJsonNumber(text, narrow);
    REQUIRE(static_cast<float>(Json::Parse(text)->AsNumber()) == narrow);
  }
}

TEST_CASE("Json_ReadsLeniently") {
  const auto json = Json::Parse(R"({"a":1,"b":"x","c":[true]})");
  REQUIRE(json);
  CHECK(json->Find("a")->AsNumber() == 1);
  CHECK(json->Find("a")->AsString("none") == "none");
  CHECK(json->Find("z") == nullptr);
  CHECK(json->Find("c")->AsArray()[0].AsBool());
  CHECK(json->Find("b")->AsArray().empty());
  CHECK(json->AsObject().size() == 3);
}

TEST_CASE("Json_RefusesWhatIsTooMuch") {
  const auto code = [](const std::string& text, std::size_t max = 8u << 20) {
    const auto json = Json::Parse(text, max);
    REQUIRE_FALSE(json);
    return json.error().code;
  };
  CHECK(code(std::string(1'000'000, '[')) == ErrorCode::kTooLarge);
  CHECK(code("[1, 2, 3]", 8) == ErrorCode::kTooLarge);
  std::string many = "[0";
  for (std::size_t i = 0; i < kMaxJsonValues; ++i) many += ",0";
  CHECK(code(many + "]") == ErrorCode::kTooLarge);
  std::string deep(kMaxJsonDepth, '[');
  CHECK(Json::Parse(deep + std::string(kMaxJsonDepth, ']')));
}

TEST_CASE("Json_KnowsWhereItsValuesBegin") {
  const std::string text = "\xEF\xBB\xBF { \"a\" : [ 1 ,\"é\",-2.5e1] ,\n\"b\":{}, \"c\":null}";
  const auto json = Json::Parse(text);
  REQUIRE(json);
  const auto piece = [&](const Json& value) { return JsonValueAt(text, value.offset()); };
  CHECK(json->offset() == 4);
  CHECK(piece(json->Find("a")->AsArray()[0]) == "1");
  CHECK(piece(json->Find("a")->AsArray()[1]) == "\"é\"");
  CHECK(piece(json->Find("a")->AsArray()[2]) == "-2.5e1");
  CHECK(piece(*json->Find("a")) == "[ 1 ,\"é\",-2.5e1]");
  CHECK(piece(*json->Find("b")) == "{}");
  CHECK(piece(*json->Find("c")) == "null");
}

TEST_CASE("Json_RefusesALongNumberAtItsBeginning") {
  // At every length around where the library's own reading is cut short, at the end and in the middle, of each form.
  for (const std::size_t length : {1'001ul, 4'000ul, 4'096ul, 5'095ul, 8'192ul, 1ul << 20}) {
    for (const std::string_view start : {"", "-", "0.", "1e"}) {
      for (const std::string_view after : {"", "]", ",1]"}) {
        const std::string text = "[0, " + std::string(start) + std::string(length, '7') + std::string(after);
        const auto json = Json::Parse(text);
        REQUIRE_FALSE(json);
        CHECK(json.error().code == ErrorCode::kTooLarge);
        CHECK(json.error().place.column == 5);
      }
    }
  }
  CHECK(Json::Parse('[' + std::string(kMaxJsonNumber - 1, '0').insert(0, "1.").substr(0, kMaxJsonNumber) + ']'));
}

TEST_CASE("Json_TakesDigitsInATextForNoNumber") {
  const std::string digits(100'000, '3');
  for (const std::string& text :
       {"[\"" + digits + "\"]", "[\"\\\"" + digits + "\",1]", "{\"" + digits + "\":\"" + digits + "\"}"}) {
    CHECK(Json::Parse(text));
  }
}

TEST_CASE("Json_RefusesAMemberGivenTwice") {
  const auto json = Json::Parse(R"([{"a":1,"b":2,"a":3}])");
  REQUIRE_FALSE(json);
  CHECK(English(json.error().message).contains("\"a\" twice"));
  CHECK(json.error().place.column == 2);
}

TEST_CASE("JsonText_CompactsAndIndents") {
  const std::string compact =
      CompactJson(" { \"a b\" : [ 1 , \"x , y\" ] , \"c\" : { } , \"d\" : [ { \"e\\\"\" : null } ] } ");
  CHECK(compact == R"({"a b":[1,"x , y"],"c":{},"d":[{"e\"":null}]})");
  std::string indented;
  AppendIndentedJson(indented, compact, 0);
  CHECK(indented == R"({
  "a b": [1, "x , y"],
  "c": {},
  "d": [
    {
      "e\"": null
    }
  ]
})");
  CHECK(CompactJson(indented) == compact);
}

}  // namespace
}  // namespace waymark
