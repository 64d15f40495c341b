#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

#include "base/base64url.hpp"
#include "base/bytes.hpp"
#include "base/crc32.hpp"
#include "base/fnv1a.hpp"
#include "support/random.hpp"

namespace waymark {
namespace {

std::vector<std::uint8_t> Bytes(std::string_view text) { return {text.begin(), text.end()}; }

TEST_CASE("Crc32_MatchesThePublishedCheckValue") {
  CHECK(Crc32("123456789") == 0xCBF43926u);
  CHECK(Crc32("") == 0u);
  CHECK(Crc32(Bytes("123456789")) == Crc32("123456789"));
}

TEST_CASE("Fnv1a_MatchesThePublishedVectors") {
  CHECK(Fnv1a32("") == 0x811C9DC5u);
  CHECK(Fnv1a32("a") == 0xE40C292Cu);
  CHECK(Fnv1a32("foobar") == 0xBF9CF968u);
}

TEST_CASE("Base64Url_MatchesRfc4648WithoutPadding") {
  CHECK(Base64UrlEncode(Bytes("")).empty());
  CHECK(Base64UrlEncode(Bytes("f")) == "Zg");
  CHECK(Base64UrlEncode(Bytes("fo")) == "Zm8");
  CHECK(Base64UrlEncode(Bytes("foobar")) == "Zm9vYmFy");
  CHECK(Base64UrlEncode(std::vector<std::uint8_t>{0xFB, 0xFF}) == "-_8");
}

TEST_CASE("Base64Url_RoundTripsAnyBytes") {
  test::Random random(13);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::uint8_t> bytes(random.Below(70));
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.Below(256));
    REQUIRE(Base64UrlDecode(Base64UrlEncode(bytes)) == bytes);
  }
}

TEST_CASE("Base64Url_RefusesEveryOtherSpelling") {
  for (const std::string_view text : {"Z", "Zm9vY", "Zg==", "Zm+v", "Zm/v", "Z g", "Zh", "Zm9", "Zm\xC3\xA9"}) {
    CHECK_FALSE(Base64UrlDecode(text));
  }
}

TEST_CASE("Varint_RoundTripsAndIsShortest") {
  for (const std::uint32_t value : {0u, 1u, 127u, 128u, 16'383u, 16'384u, 1'000'000u, 0xFFFFFFFFu}) {
    ByteWriter writer;
    writer.Varint(value);
    ByteReader reader(writer.bytes());
    CHECK(reader.Varint() == value);
    CHECK(reader.left() == 0);
  }
}

TEST_CASE("Varint_RefusesOverlongAndCutOff") {
  for (const std::vector<std::uint8_t>& bytes : {std::vector<std::uint8_t>{0x80},
                                                 {0x80, 0x00},
                                                 {0xFF, 0xFF, 0xFF, 0xFF, 0x1F},
                                                 {0x80, 0x80, 0x80, 0x80, 0x80, 0x01}}) {
    ByteReader reader(bytes);
    CHECK_FALSE(reader.Varint());
    CHECK(reader.left() == bytes.size());
  }
}

TEST_CASE("ByteReader_StopsAtTheEnd") {
  ByteWriter writer;
  writer.U32(0x12345678u);
  writer.U8(9);
  ByteReader reader(writer.bytes());
  CHECK(reader.U32() == 0x12345678u);
  CHECK_FALSE(reader.U32());
  CHECK_FALSE(reader.Take(2));
  CHECK(reader.U8() == 9);
  CHECK_FALSE(reader.U8());
}

}  // namespace
}  // namespace waymark
