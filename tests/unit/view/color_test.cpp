#include "view/color.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace waymark {
namespace {

int Channel(Color c, int shift) { return static_cast<int>(c.rgba >> shift & 0xff); }

TEST_CASE("Oklch_AgreesWithPublishedValues") {
  // The sRGB primaries in OKLCH, as CSS Color 4 gives them.
  const struct {
    float l, c, h;
    std::uint32_t rgb;
  } known[] = {{0.62796f, 0.25768f, 29.234f, 0xff0000},
               {0.86644f, 0.29483f, 142.495f, 0x00ff00},
               {0.45201f, 0.31321f, 264.052f, 0x0000ff}};
  for (const auto& k : known) {
    const Color c = Oklch(k.l, k.c, k.h);
    for (const int shift : {8, 16, 24}) CHECK(std::abs(Channel(c, shift) - Channel({k.rgb << 8}, shift)) <= 1);
  }
  CHECK(Oklch(0, 0, 0) == Color{0x000000ff});
  CHECK(Oklch(1, 0, 0) == Color{0xffffffff});
}

TEST_CASE("Oklch_LowersChromaOnlyAsFarAsTheGamutNeeds") {
  // Far outside the gamut: the result is on its border, so one channel at least is at an end.
  const Color clipped = Oklch(0.53f, 0.4f, 205);
  bool on_border = false;
  for (const int shift : {8, 16, 24}) on_border |= Channel(clipped, shift) == 0 || Channel(clipped, shift) == 255;
  CHECK(on_border);
  // Inside it nothing is lowered.
  CHECK(Oklch(0.53f, 0.05f, 205) != Oklch(0.53f, 0.04f, 205));
}

TEST_CASE("Mix_GoesFromOneColourToTheOther") {
  const Color a{0x7cb0ffff}, b{0x1b222cff};
  CHECK(Mix(a, b, 1) == a);
  CHECK(Mix(a, b, 0) == b);
  float last = ContrastRatio(b, b);
  for (int i = 1; i <= 10; ++i) {
    const float now = ContrastRatio(Mix(a, b, static_cast<float>(i) / 10), b);
    CHECK(now > last);
    last = now;
  }
}

TEST_CASE("Over_LaysATranslucentColourOnAnOpaqueOne") {
  CHECK(Over({0xffffff80}, {0x000000ff}) == Color{0x808080ff});
  CHECK(Over({0x12345600}, {0x654321ff}) == Color{0x654321ff});
  CHECK(Over({0x123456ff}, {0x654321ff}) == Color{0x123456ff});
}

TEST_CASE("ContrastRatio_IsTheOneOfWcag") {
  CHECK(ContrastRatio({0x000000ff}, {0xffffffff}) == Catch::Approx(21));
  CHECK(ContrastRatio({0x777777ff}, {0xffffffff}) == Catch::Approx(4.48).margin(0.01));  // the well-known near miss
  CHECK(ContrastRatio({0xffffffff}, {0x777777ff}) == ContrastRatio({0x777777ff}, {0xffffffff}));
}

}  // namespace
}  // namespace waymark
