// Names of groups on the far levels, placed like the names on a map: in order of importance, where they cover no other name.
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
constexpr float kAreaPixels = 15;
constexpr float kTopPixels = 13.5f;
constexpr float kInnerPixels = 12;
constexpr float kLeastBlockPixels = 18;  // a group smaller than this is nothing one looks for
// More names than this are no help, and each is compared with all before it.
constexpr std::size_t kMaxLabels = 200;
constexpr float kLineHeight = 1.15f;

struct Name {
  NodeIndex node;
  int depth;
  float extent;  // of its rectangle
};

struct Placement {
  std::vector<std::string> lines;
  WorldRect box;
};

Placement Centered(std::vector<std::string> lines, float size, WorldPoint center) {
  float width = 0;
  for (const std::string& line : lines) width = std::max(width, TextWidth(line, FontWeight::kSemibold, size));
  const float height = size * kLineHeight * static_cast<float>(lines.size());
  return {std::move(lines), {center.x - width / 2, center.y - height / 2, width, height}};
}

// Ways to write the name, best first; all no wider than `room`.
std::vector<Placement> Ways(const std::string& title, float size, WorldPoint center, float room) {
  constexpr FontWeight kWeight = FontWeight::kSemibold;
  std::vector<Placement> ways;
  if (TextWidth(title, kWeight, size) <= room) ways.push_back(Centered({title}, size, center));
  auto two = WrapText(title, kWeight, size, room, 2);
  if (two.size() == 2) ways.push_back(Centered(std::move(two), size, center));
  constexpr float kLeastEms = 3.5f;  // an ellipsis after fewer letters says nothing
  if (room >= kLeastEms * size) ways.push_back(Centered({Ellipsized(title, kWeight, size, room * 0.8f)}, size, center));
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
    if (r.w >= kLeastBlockPixels * pixel && InWindow(input, r)) names.push_back({node, input.graph.Depth(node), r.w * r.h});
  }
  std::ranges::sort(names, [](const Name& a, const Name& b) {
    return std::tuple(a.depth, -a.extent, a.node) < std::tuple(b.depth, -b.extent, b.node);
  });

  std::vector<WorldRect> taken;
  for (const Name& name : names) {
    if (taken.size() >= kMaxLabels) break;
    const WorldRect& r = layout.rect[name.node];
    const bool area = layout.expanded[name.node];
    const float size = pixel * (area && name.depth == 0 ? kAreaPixels : name.depth == 0 ? kTopPixels : kInnerPixels);
    // The name of a block may stand out of it, as far as its neighbours let it.
    const float room = area ? r.w : r.w * 1.6f;
    for (Placement& way : Ways(input.roadmap.skills[name.node].title, size, r.Center(), room)) {
      const WorldRect padded{way.box.x - size * 0.45f, way.box.y - size * 0.2f, way.box.w + size * 0.9f, way.box.h + size * 0.4f};
      if (std::ranges::any_of(taken, [&](const WorldRect& t) { return t.Intersects(padded); })) continue;
      const float opacity = NodeOpacity(input, name.node);
      const Color hue = input.theme.hue[input.hues[name.node]];
      if (area || way.box.w > r.w)  // it stands on cards or lines: give it a plate
        scene.shapes.push_back(Box(padded, size * 0.5f, input.theme.surface.WithAlpha(0.92f).Faded(opacity)));
      float y = way.box.y + size * kLineHeight / 2;
      for (std::string& line : way.lines) {
        scene.labels.push_back({{r.Center().x, y}, size, way.box.w, FontWeight::kSemibold, TextAlign::kCenter,
                                (area ? hue : input.theme.text).Faded(opacity), std::move(line), false});
        y += size * kLineHeight;
      }
      taken.push_back(padded);
      break;
    }
  }
}

}  // namespace waymark
