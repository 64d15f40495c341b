// Too much of everything: refused in words, before it is read as far as that is possible, and without taking memory for
// it.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>

#include "app/protocol/page_protocol.hpp"
#include "cli/english.hpp"
#include "io/backup_json.hpp"
#include "io/progress_json.hpp"
#include "io/roadmap_json.hpp"
#include "share/link.hpp"
#include "support/memory_held.hpp"

namespace waymark {
namespace {

constexpr std::size_t kHuge = 50u << 20;
constexpr std::size_t kDeep = 1'000'000;
// Enough for a sentence and the reader's own state: nothing of what was read is kept.
constexpr std::size_t kLittle = 64u << 10;
// What may be taken while a text within its cap is read that turns out to hold too much.
constexpr std::size_t kMuch = (sizeof(void*) == 4 ? 64u : 80u) << 20;  // where pointers are wider, values are

// Every reader of text from outside. Each answers its refusal.
Error Refusal(std::expected<Roadmap, std::vector<Error>> read) {
  REQUIRE_FALSE(read);
  return read.error().front();
}
template <class T>
Error Refusal(Result<T> read) {
  REQUIRE_FALSE(read);
  return read.error();
}

template <class Each>
void WithEveryReader(Each each) {
  each("roadmap", [](std::string_view text) { return Refusal(ReadRoadmap(text, "f.json")); });
  each("backup", [](std::string_view text) { return Refusal(ReadBackup(text)); });
  each("slot", [](std::string_view text) { return Refusal(ReadSlot(text)); });
  each("payload", [](std::string_view text) { return Refusal(ReadStored(text)); });
  each("link", [](std::string_view text) { return Refusal(DecodeLink(text)); });
  each("message of the page", [](std::string_view text) { return Refusal(ParseCommand(text)); });
}

std::string Repeated(std::string_view unit, std::size_t size) {
  const std::size_t length = size / unit.size() * unit.size();
  std::string text(unit);
  text.reserve(length);
  while (text.size() < length) text.append(text, 0, std::min(text.size(), length - text.size()));
  return text;
}

}  // namespace

TEST_CASE("HugeText_IsRefusedUnread") {
  for (const std::string_view unit : {"[", "{\"a\":", "[0,0,0,0,0,0],", "#p=AbC_-9"}) {
    const std::string text = Repeated(unit, kHuge);
    WithEveryReader([&](const char* reader, auto read) {
      INFO(reader << " of " << unit);
      Error error;
      CHECK(test::MostHeldDuring([&] { error = read(text); }) < kLittle);
      CHECK(error.code == ErrorCode::kTooLarge);
      CHECK_FALSE(error.message.empty());
    });
  }
}

TEST_CASE("DeepText_IsRefusedAtTheFirstLevelTooDeep") {
  const std::pair<std::string_view, std::size_t> kinds[] = {{"[", 1}, {"{\"a\":", 5}};
  for (const auto& [unit, bytes] : kinds) {
    const std::string text = Repeated(unit, kDeep * bytes);
    REQUIRE(text.size() == kDeep * bytes);
    Error error;
    CHECK(test::MostHeldDuring([&] { error = Refusal(Json::Parse(text)); }) < kLittle);
    CHECK(error.code == ErrorCode::kTooLarge);
    CHECK(error.place.column <= kMaxJsonDepth * bytes + 2);  // just past the bracket, and nothing read after it
    // A roadmap is an object, so what is deep lies in a member of it; the other readers ask Json::Parse.
    const std::string road = "{\"later\":" + text;
    CHECK(test::MostHeldDuring([&] { error = Refusal(ReadRoadmap(road, "f.json")); }) < kLittle);
    CHECK(error.code == ErrorCode::kTooLarge);
    CHECK(error.place.column <= 9 + (kMaxJsonDepth - 1) * bytes + 2);
    for (const std::string& wrapped : {text, "{\"format\":\"waymark-backup\",\"roadmaps\":" + text}) {
      CHECK(test::MostHeldDuring([&] { Refusal(ReadBackup(wrapped)); }) < kLittle);
      CHECK(test::MostHeldDuring([&] { Refusal(ReadStored(wrapped)); }) < kLittle);
      // Its characters without space, and the bytes they would be.
      const std::string link = "#p=" + wrapped;
      CHECK(test::MostHeldDuring([&] { Refusal(DecodeLink(link)); }) < 2 * link.size());
    }
  }
}

TEST_CASE("LongNumber_IsRefusedUnread") {
  const std::string number(40u << 20, '7');
  Error error;
  CHECK(test::MostHeldDuring([&] { error = Refusal(Json::Parse(number, kHuge)); }) < kLittle);
  CHECK(error.code == ErrorCode::kTooLarge);
  for (const std::string& road :
       {"{\"revision\":" + number, "{\"later\":[-0." + number, "{\"skills\":[{\"key\":1e" + number})
    CHECK(test::MostHeldDuring([&] { error = Refusal(ReadRoadmap(road, "f.json")); }) < kLittle);
  CHECK(English(error.message).contains("longer than"));
}

TEST_CASE("CrowdedText_IsRefusedWithinBounds") {
  // Within the caps of length, but of more values, members or entries than anything of ours has.
  for (const std::string_view unit : {"[],", "{\"a\":0},"}) {
    const std::string list = '[' + Repeated(unit, kMaxJsonValues * unit.size() + unit.size()) + "0]";
    INFO(unit);
    CHECK(test::MostHeldDuring([&] { CHECK(Refusal(Json::Parse(list, kHuge)).code == ErrorCode::kTooLarge); }) < kMuch);
    const std::string entry = R"({"format":"waymark-roadmap","skills":[{"tags":)" + list + "}]}";
    CHECK(test::MostHeldDuring([&] { Refusal(ReadRoadmap(entry, "f.json")); }) < kMuch / 4);
    const std::string entries = R"({"format":"waymark-roadmap","skills":)" + list + '}';
    CHECK(test::MostHeldDuring([&] { Refusal(ReadRoadmap(entries, "f.json")); }) < kMuch / 4);
  }
}

}  // namespace waymark
