#include "io/json.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

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

TEST_CASE("Json_WritesDecimalsAsTheStandardLibraryDoes") {
  const auto standard = [](double value) {
    char text[64];
    return std::string(text, std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr);
  };
  test::Random random(15);
  for (int round = 0; round < 20'000; ++round) {
    const double value = (static_cast<double>(random.Below(2'000'000)) - 1'000'000) / std::pow(10.0, random.Below(10));
    const std::string text = Json(value).Dump();
    CAPTURE(text);
    REQUIRE(text == (value == 0 ? "0" : standard(value)));
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

TEST_CASE("Json_NamesThePlaceOfASyntaxError") {
  const auto place = [](std::string_view text) {
    const auto json = Json::Parse(text);
    REQUIRE_FALSE(json);
    CHECK(json.error().code == ErrorCode::kSyntax);
    return std::pair(json.error().place.line, json.error().place.column);
  };
  using At = std::pair<std::uint32_t, std::uint32_t>;
  CHECK(place("{\n  \"a\": 1,\n}") == At{3, 1});
  CHECK(place("[1,,2]") == At{1, 4});
  CHECK(place("[1, nope]") == At{1, 6});
  CHECK(place("{\"a\" 1}") == At{1, 6});
  CHECK(place("[1] \n 2") == At{2, 2});
  CHECK(place("[1, {\"a\":\n") == At{2, 1});
  CHECK(place("") == At{1, 1});
  CHECK(place("[\"x\xFFy\"]") == At{1, 4});
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

TEST_CASE("Json_RefusesAMemberGivenTwice") {
  const auto json = Json::Parse(R"([{"a":1,"b":2,"a":3}])");
  REQUIRE_FALSE(json);
  CHECK(json.error().message.contains("\"a\" twice"));
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
