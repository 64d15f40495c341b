#include "view/theme.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "unit/view/sample_map.hpp"
#include "view/cards/card_painter.hpp"

namespace waymark {
namespace {

constexpr float kTextAa = 4.5f;     // WCAG 2.2, 1.4.3
constexpr float kNonTextAa = 3.0f;  // 1.4.11
constexpr float kTextAaa = 7.0f;    // 1.4.6, what high contrast is for

std::vector<const Theme*> Themes() {
  return {&ThemeFor(true, false), &ThemeFor(false, false), &ThemeFor(true, true), &ThemeFor(false, true)};
}

// What cards of this hue, and text on the map, stand on.
std::vector<Color> Grounds(const Theme& t, const Shades& shades) { return {t.ground, shades.area, shades.inner_area}; }

void Holds(Color ink, Color paper, float least, const char* what, const Theme& t) {
  INFO(what << " dark " << t.dark << " high " << t.high_contrast << std::hex << " ink " << ink.rgba << " paper "
            << paper.rgba);
  CHECK(ContrastRatio(ink, paper) >= least);
}

TEST_CASE("Theme_TextReadsOnEverySurface") {
  for (const Theme* theme : Themes()) {
    const Theme& t = *theme;
    const float least = t.high_contrast ? kTextAaa : kTextAa;
    for (const Color paper : {t.ground, t.surface, t.card}) {
      Holds(t.text, paper, least, "text", t);
      Holds(t.muted, paper, least, "muted", t);
      Holds(t.accent, paper, t.high_contrast ? kTextAaa : kTextAa, "link", t);
      Holds(t.danger, paper, kTextAa, "danger", t);
    }
    Holds(t.on_accent, t.accent, kTextAa, "button", t);
    Holds(t.on_danger, t.danger, kTextAa, "danger button", t);
  }
}

TEST_CASE("Theme_TextReadsOnCardsOfEveryStateAndHue") {
  for (const Theme* theme : Themes())
    for (const Shades& shades : theme->shades)
      for (const StateMark mark :
           {StateMark::kAvailable, StateMark::kLearning, StateMark::kDone, StateMark::kSkipped, StateMark::kLocked}) {
        const CardColors card = ColorsOf(mark, shades, *theme);
        Holds(card.title, card.fill, kTextAa, "title", *theme);
        Holds(theme->muted, card.fill, kTextAa, "meta", *theme);
        Holds(theme->text, card.fill, kTextAa, "summary", *theme);
        Holds(mark == StateMark::kSkipped || mark == StateMark::kLocked ? theme->muted : shades.hue, card.fill,
              kNonTextAa, "mark", *theme);
        for (const Color ground : Grounds(*theme, shades)) Holds(card.border, ground, kNonTextAa, "border", *theme);
      }
}

TEST_CASE("Theme_HuesReadAsTitlesOfTheirAreas") {
  for (const Theme* theme : Themes())
    for (const Shades& shades : theme->shades) {
      for (const Color ground : Grounds(*theme, shades)) {
        Holds(shades.hue, ground, kTextAa, "area title", *theme);
        Holds(theme->muted, ground, kTextAa, "percentage", *theme);
      }
      Holds(shades.hue, theme->surface, kTextAa, "far label", *theme);
      Holds(theme->text, shades.done, kTextAa, "block label", *theme);
    }
}

TEST_CASE("Theme_RingsEdgesAndSelectionStandOut") {
  for (const Theme* theme : Themes())
    for (const Shades& shades : theme->shades) {
      Holds(shades.hue, theme->line, kNonTextAa, "ring on its track", *theme);
      Holds(theme->ground, shades.hue, kNonTextAa, "tick", *theme);
      Holds(shades.border, theme->card, kNonTextAa, "group border inside", *theme);
      for (const Color ground : Grounds(*theme, shades)) {
        Holds(shades.edge, ground, kNonTextAa, "edge from available", *theme);
        Holds(theme->outline, ground, kNonTextAa, "edge from locked", *theme);
        Holds(theme->accent, ground, kNonTextAa, "selection", *theme);
        Holds(shades.border, ground, kNonTextAa, "group border", *theme);
      }
      Holds(theme->outline, theme->surface, kNonTextAa, "input border", *theme);
    }
}

TEST_CASE("TrackHues_GiveEachGroupOneHueAndNeighboursAnother") {
  const Roadmap roadmap = SampleRoadmap(15, 3);
  const auto graph = Graph::Build(roadmap);
  REQUIRE(graph.has_value());
  const auto hues = TrackHues(*graph);
  const auto roots = graph->Roots();
  for (std::size_t i = 0; i < roots.size(); ++i) {
    CHECK(hues[roots[i]] == i % kHueCount);
    for (const NodeIndex child : graph->Children(roots[i])) CHECK(hues[child] == hues[roots[i]]);
  }
  for (const Theme* theme : Themes())
    for (std::size_t a = 0; a < kHueCount; ++a)
      for (std::size_t b = 0; b < a; ++b) CHECK(theme->hue[a] != theme->hue[b]);
}

// The value of `name` in the block that `selector` opens.
std::string CssValue(const std::string& css, const std::string& selector, const std::string& name) {
  const auto block = css.find(selector + " {\n  color-scheme");
  REQUIRE(block != std::string::npos);
  const auto at = css.find("  --" + name + ": ", block);
  REQUIRE(at < css.find('}', block));
  const auto from = at + name.size() + 6;
  return css.substr(from, css.find(';', from) - from);
}

TEST_CASE("ThemeCss_HasEveryRoleOfEveryTheme") {
  const std::string css = ThemeCss();
  CHECK(CssValue(css, ":root", "ground") == "#0e1116");
  CHECK(CssValue(css, ":root[data-theme=\"light\"]", "ground") == "#f6f7f9");
  for (const std::string selector : {":root", ":root[data-theme=\"light\"]", ":root[data-contrast=\"high\"]",
                                     ":root[data-theme=\"light\"][data-contrast=\"high\"]"}) {
    for (const std::string name : {"ground", "dot", "surface", "card", "line", "outline", "text", "muted", "accent",
                                   "on-accent", "danger", "on-danger"})
      CHECK(CssValue(css, selector, name).size() == 7);
    for (std::size_t i = 0; i < kHueCount; ++i) CHECK(CssValue(css, selector, "hue-" + std::to_string(i)).size() == 7);
    CHECK(CssValue(css, selector, "shadow").starts_with("0 1px 2px #"));
  }
  for (const char* constant : {"--font-size-card: 14.5px;", "--radius-card: 12px;", "--radius-area: 22px;",
                               "--space-4: 16px;", "--motion-expand: 180ms;", "--line-height: 1.45;"})
    CHECK(css.find(constant) != std::string::npos);
}

}  // namespace
}  // namespace waymark
