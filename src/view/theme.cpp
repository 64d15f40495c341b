#include "view/theme.hpp"

#include <cstdio>
#include <string_view>

namespace waymark {
namespace {

// Equal steps round the circle but for the blues next to the accent, which means selection.
constexpr float kHueFrom = 290, kHueTo = 590;
// Coprime with kHueCount: a walk of this many steps meets every hue, and neighbours are far apart.
constexpr std::size_t kHueWalk = 5, kHueStart = 9;
static_assert(kHueCount == 12);

Color Opaque(std::uint32_t rgb) { return {rgb << 8 | 0xff}; }

Theme Dark() {
  Theme t;
  t.ground = Opaque(0x0e1116);
  t.dot = Opaque(0x1d242d);
  t.surface = Opaque(0x151a21);
  t.card = Opaque(0x1b222c);
  t.line = Opaque(0x2c3642);
  t.outline = Opaque(0x64707d);
  t.text = Opaque(0xe8eef4);
  t.muted = Opaque(0x9aa7b5);
  t.accent = Opaque(0x7cb0ff);
  t.on_accent = Opaque(0x0b1220);
  t.danger = Opaque(0xff8f88);
  t.on_danger = Opaque(0x240605);
  t.shadow = {0x00000066};
  return t;
}

Theme Light() {
  Theme t;
  t.dark = false;
  t.ground = Opaque(0xf6f7f9);
  t.dot = Opaque(0xdfe4ea);
  t.surface = Opaque(0xffffff);
  t.card = Opaque(0xffffff);
  t.line = Opaque(0xd6dde5);
  t.outline = Opaque(0x788594);
  t.text = Opaque(0x16202b);
  t.muted = Opaque(0x566372);
  t.accent = Opaque(0x1f5fe0);
  t.on_accent = Opaque(0xffffff);
  t.danger = Opaque(0xb3261e);
  t.on_danger = Opaque(0xffffff);
  t.shadow = {0x1b273324};
  return t;
}

// Colours nearer to black and white, borders in full hue.
Theme HighContrast(Theme t) {
  t.high_contrast = true;
  if (t.dark) {
    t.ground = Opaque(0x000000);
    t.dot = Opaque(0x22282f);
    t.surface = Opaque(0x06080a);
    t.card = Opaque(0x0c1014);
    t.line = Opaque(0x4a5663);
    t.outline = Opaque(0xaab6c2);
    t.text = Opaque(0xffffff);
    t.muted = Opaque(0xd3dbe3);
    t.accent = Opaque(0xa6caff);
    t.on_accent = Opaque(0x000000);
    t.danger = Opaque(0xffb3ae);
    t.on_danger = Opaque(0x000000);
  } else {
    t.ground = Opaque(0xffffff);
    t.dot = Opaque(0xd5dbe2);
    t.line = Opaque(0xb4bec9);
    t.outline = Opaque(0x46525f);
    t.text = Opaque(0x000000);
    t.muted = Opaque(0x2f3a46);
    t.accent = Opaque(0x0b3fae);
    t.danger = Opaque(0x8c1009);
  }
  return t;
}

// How much of the hue is in the shades that must stand out from the ground; those on white need more.
struct Shares {
  float border;
  float edge;
  float area_border;
};

constexpr float kLearningShare = 0.11f, kDoneShare = 0.16f, kAreaShare = 0.07f, kInnerAreaShare = 0.025f;

Shares SharesOf(const Theme& t) {
  if (t.high_contrast) return {1, 0.85f, 1};
  return t.dark ? Shares{0.55f, 0.6f, 0.34f} : Shares{0.82f, 0.8f, 0.34f};
}

Theme WithHues(Theme t) {
  // Light is a little darker than the sketch, so that a title in its hue reads on its area's tint.
  const float lightness = t.dark ? (t.high_contrast ? 0.86f : 0.78f) : (t.high_contrast ? 0.42f : 0.51f);
  const float chroma = t.dark ? 0.125f : 0.15f;
  const Shares shares = SharesOf(t);
  t.quiet_card = Mix(t.card, t.ground, 0.45f);
  t.under_card = Mix(t.card, t.ground, 0.7f);
  for (std::size_t i = 0; i < kHueCount; ++i) {
    const auto steps = static_cast<float>((kHueStart + i * kHueWalk) % kHueCount);
    const Color hue = Oklch(lightness, chroma, kHueFrom + (kHueTo - kHueFrom) * steps / (kHueCount - 1));
    t.hue[i] = hue;
    t.shades[i] = {.hue = hue,
                   .learning = Mix(hue, t.card, kLearningShare),
                   .done = Mix(hue, t.card, kDoneShare),
                   .border = Mix(hue, t.card, shares.border),
                   .edge = Mix(hue, t.ground, shares.edge),
                   .area = Mix(hue, t.ground, kAreaShare),
                   .inner_area = Mix(hue, t.ground, kInnerAreaShare),
                   .area_border = Mix(hue, t.ground, shares.area_border)};
  }
  return t;
}

std::string CssColor(Color c) {
  char text[10];
  std::snprintf(text, sizeof text, c.Alpha() < 1 ? "#%08x" : "#%06x", c.Alpha() < 1 ? c.rgba : c.rgba >> 8);
  return text;
}

std::string CssNumber(float value) {
  char text[16];
  std::snprintf(text, sizeof text, "%g", static_cast<double>(value));
  return text;
}

void AppendThemeBlock(std::string& out, std::string_view selector, const Theme& t) {
  const auto add = [&](std::string_view name, const std::string& value) {
    out.append("  --").append(name).append(": ").append(value).append(";\n");
  };
  out.append(selector).append(" {\n  color-scheme: ").append(t.dark ? "dark" : "light").append(";\n");
  add("ground", CssColor(t.ground));
  add("dot", CssColor(t.dot));
  add("surface", CssColor(t.surface));
  add("card", CssColor(t.card));
  add("line", CssColor(t.line));
  add("outline", CssColor(t.outline));
  add("text", CssColor(t.text));
  add("muted", CssColor(t.muted));
  add("accent", CssColor(t.accent));
  add("on-accent", CssColor(t.on_accent));
  add("danger", CssColor(t.danger));
  add("on-danger", CssColor(t.on_danger));
  const std::string near = CssColor(t.shadow), wide = CssColor(t.shadow.Faded(0.8f));
  add("shadow", "0 1px 2px " + near + ", 0 8px 24px " + wide);
  for (std::size_t i = 0; i < kHueCount; ++i) add("hue-" + std::to_string(i), CssColor(t.hue[i]));
  out.append("}\n");
}

struct CssConstant {
  std::string_view name;
  float value;
  std::string_view unit;
};

constexpr CssConstant kCssConstants[] = {
    {"font-size-xl", kTypeXl, "px"},
    {"font-size-lg", kTypeLg, "px"},
    {"font-size-md", kTypeMd, "px"},
    {"font-size-card", kTypeCard, "px"},
    {"font-size-sm", kTypeSm, "px"},
    {"font-size-xs", kTypeXs, "px"},
    {"font-weight-regular", 400, ""},
    {"font-weight-semibold", 600, ""},
    {"font-weight-bold", 680, ""},
    {"line-height", 1.45f, ""},
    {"radius-control", kRadiusControl, "px"},
    {"radius-card", kRadiusCard, "px"},
    {"radius-group", kRadiusGroup, "px"},
    {"radius-area", kRadiusArea, "px"},
    {"space-1", 4, "px"},
    {"space-2", 8, "px"},
    {"space-3", 12, "px"},
    {"space-4", 16, "px"},
    {"space-5", 20, "px"},
    {"space-6", 24, "px"},
    {"space-7", 28, "px"},
    {"space-8", 32, "px"},
    {"motion-expand", kExpandMilliseconds, "ms"},
    {"motion-flight", kFlightMilliseconds, "ms"},
};

}  // namespace

const Theme& ThemeFor(bool dark, bool high_contrast) {
  static const Theme themes[] = {WithHues(Light()), WithHues(Dark()), WithHues(HighContrast(Light())),
                                 WithHues(HighContrast(Dark()))};
  return themes[(dark ? 1 : 0) + (high_contrast ? 2 : 0)];
}

std::string ThemeCss() {
  std::string out = ":root {\n";
  for (const CssConstant& c : kCssConstants)
    out.append("  --").append(c.name).append(": ").append(CssNumber(c.value)).append(c.unit).append(";\n");
  out.append("}\n");
  AppendThemeBlock(out, ":root", ThemeFor(true, false));
  AppendThemeBlock(out, ":root[data-theme=\"light\"]", ThemeFor(false, false));
  AppendThemeBlock(out, ":root[data-contrast=\"high\"]", ThemeFor(true, true));
  AppendThemeBlock(out, ":root[data-theme=\"light\"][data-contrast=\"high\"]", ThemeFor(false, true));
  return out;
}

std::vector<std::uint8_t> TrackHues(const Graph& graph) {
  std::vector<std::uint8_t> hues(graph.size(), 0);
  std::size_t track = 0;
  for (const NodeIndex node : graph.Preorder()) {
    const NodeIndex parent = graph.Parent(node);
    hues[node] = parent == kNoNode ? static_cast<std::uint8_t>(track++ % kHueCount) : hues[parent];
  }
  return hues;
}

}  // namespace waymark
