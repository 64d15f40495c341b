// Names of groups on the far levels, placed like the names on a map: in order of importance, where they cover no other
// name.
#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "view/scene_parts.hpp"
#include "view/shapes.hpp"
#include "view/text_wrap.hpp"

namespace waymark {
namespace {

// CSS pixels at the level's smallest zoom.
constexpr float kTopPixels = 13;
constexpr float kInnerPixels = 12;
constexpr float kLeastBlockPixels = 18;  // a group smaller than this is nothing one looks for
// More names than this are no help, and each is compared with all others.
constexpr std::size_t kMaxLabels = 200;
constexpr std::size_t kMaxTried = 4 * kMaxLabels;
constexpr float kLineHeight = 1.15f;
constexpr float kLeastEms = 4;  // an ellipsis after fewer letters says nothing
constexpr float kPlateOpacity = 0.9f;
constexpr FontWeight kWeight = FontWeight::kSemibold;

struct Name {
  NodeIndex node;
  int depth;
  float extent;  // of its rectangle
};

struct Placement {
  std::vector<std::string> lines;
  WorldRect box;
  TextAlign align;
  bool plate;  // it stands on cards or lines
};

using Lines = std::vector<std::string>;

Placement Centered(Lines lines, float size, const WorldRect& on) {
  float width = 0;
  for (const std::string& line : lines) width = std::max(width, TextWidth(line, kWeight, size));
  const float height = size * kLineHeight * static_cast<float>(lines.size());
  const WorldPoint c = on.Center();
  const bool plate = width > on.w || height > on.h;
  return {std::move(lines), {c.x - width / 2, c.y - height / 2, width, height}, TextAlign::kCenter, plate};
}

// On a collapsed group's block: inside it, or over it as far as other names let it.
std::vector<Placement> WaysOnBlock(const std::string& title, float size, const WorldRect& block) {
  constexpr float kOverhang = 2.2f;
  const float inside = block.w - size * 0.5f;
  const float widest = WidestWord(title, kWeight, size), whole = TextWidth(title, kWeight, size);
  std::vector<Placement> ways;
  if (whole <= inside) ways.push_back(Centered({title}, size, block));
  for (const float room : {inside, block.w * kOverhang})
    if (widest <= room) ways.push_back(Centered(WrapBalanced(title, kWeight, size, room, 2), size, block));
  if (!ways.empty() && ways.front().lines.back().ends_with("\u2026")) std::ranges::rotate(ways, ways.begin() + 1);
  if (inside >= kLeastEms * size) ways.push_back(Centered({Ellipsized(title, kWeight, size, inside)}, size, block));
  return ways;
}

// In an expanded area: at its top left, where its title stands on the nearer levels too.
std::vector<Placement> WaysInArea(const std::string& title, float size, const WorldRect& area) {
  const float inset = std::min(kAreaTitleHeight / 2, size * 0.6f);
  const float room = area.w - 2 * inset;
  const float top = area.y + std::max(kAreaTitleHeight * 0.5f - size * kLineHeight * 0.5f, size * 0.25f);
  const bool in_strip = top + size <= area.y + kAreaTitleHeight;
  std::vector<Lines> texts;
  if (TextWidth(title, kWeight, size) <= room) texts.push_back({title});
  if (WidestWord(title, kWeight, size) <= room) texts.push_back(WrapText(title, kWeight, size, room, 2));
  if (room >= kLeastEms * size) texts.push_back({Ellipsized(title, kWeight, size, room)});
  std::vector<Placement> ways;
  for (Lines& lines : texts) {
    float width = 0;
    for (const std::string& line : lines) width = std::max(width, TextWidth(line, kWeight, size));
    const float height = size * kLineHeight * static_cast<float>(lines.size());
    const bool plate = !in_strip || lines.size() > 1;
    ways.push_back({std::move(lines), {area.x + inset, top, width, height}, TextAlign::kLeft, plate});
  }
  return ways;
}

}  // namespace

void DrawFarLabels(Scene& scene, const SceneInput& input) {
  const float pixel = WorldPixel(input.detail);
  const MapLayout& layout = input.layout;
  std::vector<Name> names;
  for (const NodeIndex node : input.graph.Preorder()) {
    if (!layout.visible[node] || !input.graph.IsGroup(node)) continue;
    const WorldRect& r = layout.rect[node];
    if (r.w >= kLeastBlockPixels * pixel && InWindow(input, r))
      names.push_back({node, input.graph.Depth(node), r.w * r.h});
  }
  std::ranges::sort(names, [](const Name& a, const Name& b) {
    return std::tuple(a.depth, -a.extent, a.node) < std::tuple(b.depth, -b.extent, b.node);
  });

  if (names.size() > kMaxTried) names.resize(kMaxTried);

  std::vector<WorldRect> taken;
  for (const Name& name : names) {
    if (taken.size() >= kMaxLabels) break;
    const WorldRect& r = layout.rect[name.node];
    const bool area = layout.expanded[name.node];
    const float size = pixel * (name.depth == 0 ? kTopPixels : kInnerPixels);
    const std::string& title = input.roadmap.skills[name.node].title;
    if (title.empty()) continue;
    for (Placement& way : area ? WaysInArea(title, size, r) : WaysOnBlock(title, size, r)) {
      const WorldRect padded{way.box.x - size * 0.4f, way.box.y - size * 0.15f, way.box.w + size * 0.8f,
                             way.box.h + size * 0.3f};
      if (std::ranges::any_of(taken, [&](const WorldRect& t) { return t.Intersects(padded); })) continue;
      // A plate may cover lines and skills, but no other group.
      const auto covered = [&](const Name& other) {
        return other.node != name.node && !layout.expanded[other.node] && layout.rect[other.node].Intersects(padded);
      };
      if (way.plate && !area && std::ranges::any_of(names, covered)) continue;
      const float opacity = NodeOpacity(input, name.node);
      const Color hue = input.theme.hue[input.hues[name.node]];
      if (way.plate && area)
        scene.shapes.push_back(Box(padded, size * 0.4f, input.theme.surface.WithAlpha(kPlateOpacity).Faded(opacity)));
      else if (way.plate)  // the block grows to hold its name
        scene.shapes.push_back(
            Box(padded.United(r), size * 0.4f, input.theme.card.Faded(opacity), hue.Faded(opacity), pixel));
      const float x = way.align == TextAlign::kLeft ? way.box.x : way.box.Center().x;
      float y = way.box.y + size * kLineHeight / 2;
      for (std::string& line : way.lines) {
        scene.labels.push_back({{x, y},
                                size,
                                way.box.w,
                                kWeight,
                                way.align,
                                (area ? hue : input.theme.text).Faded(opacity),
                                std::move(line),
                                false});
        y += size * kLineHeight;
      }
      taken.push_back(padded);
      break;
    }
  }
}

}  // namespace waymark
