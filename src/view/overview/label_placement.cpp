#include "view/overview/label_placement.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>

#include "base/compact_sort.hpp"
#include "view/cards/card_geometry.hpp"
#include "view/cards/text_wrap.hpp"

namespace waymark {
namespace {

// CSS pixels at the level's smallest zoom. A name that does not fit whole is tried smaller before it is cut.
constexpr std::array kSizes = {13.0f, 12.0f, 11.0f};
constexpr int kTopLargest = 0;  // positions in kSizes
constexpr int kInnerLargest = 1;
constexpr float kLeastBlockPixels = 18;  // a group smaller than this is nothing one looks for
// More names than this are no help, and each is compared with all others.
constexpr std::size_t kMaxLabels = 200;
constexpr std::size_t kMaxTried = 4 * kMaxLabels;
constexpr float kLeastEms = 4;  // an ellipsis after fewer letters says nothing
constexpr FontWeight kWeight = kLabelWeight;

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
  float size;
};

using Lines = std::vector<std::string>;

WorldVector SizeOf(const Lines& lines, float size) {
  float width = 0;
  for (const std::string& line : lines) width = std::max(width, TextWidth(line, kWeight, size));
  return {width, size * kLabelLineHeight * static_cast<float>(lines.size())};
}

Placement Centered(Lines lines, float size, const WorldRect& on) {
  const auto [width, height] = SizeOf(lines, size);
  const WorldPoint c = on.Center();
  const bool plate = width > on.w || height > on.h;
  return {std::move(lines), {c.x - width / 2, c.y - height / 2, width, height}, TextAlign::kCenter, plate, size};
}

bool Whole(const Lines& lines) { return !lines.back().ends_with("\u2026"); }

// On a collapsed group's block: inside it, or over it as far as other names let it; whole if need be in smaller type,
// then in one more line, then cut.
std::vector<Placement> WaysOnBlock(const std::string& title, std::span<const float> sizes, const WorldRect& block) {
  constexpr float kOverhang = 2.2f;
  const auto inside = [&](float size) { return block.w - size * 0.5f; };
  std::vector<Placement> ways;
  const auto add_whole = [&](float size, float room, int most) {
    if (WidestWord(title, kWeight, size) > room) return;
    Lines lines = WrapBalanced(title, kWeight, size, room, most);
    if (Whole(lines)) ways.push_back(Centered(std::move(lines), size, block));
  };
  for (const float size : sizes) {
    if (TextWidth(title, kWeight, size) <= inside(size)) ways.push_back(Centered({title}, size, block));
    for (const float room : {inside(size), block.w * kOverhang}) add_whole(size, room, 2);
  }
  add_whole(sizes.back(), inside(sizes.back()), 3);
  const float size = sizes.front();
  if (WidestWord(title, kWeight, size) <= inside(size))
    ways.push_back(Centered(WrapBalanced(title, kWeight, size, inside(size), 2), size, block));
  if (inside(size) >= kLeastEms * size)
    ways.push_back(Centered({Ellipsized(title, kWeight, size, inside(size))}, size, block));
  return ways;
}

// In an expanded area: at its top left, where its title stands on the nearer levels too. Type too large for the title's
// strip covers the area's own first cards, never a neighbour.
std::vector<Placement> WaysInArea(const std::string& title, std::span<const float> sizes, const WorldRect& area) {
  std::vector<Placement> ways;
  const auto inset = [](float size) { return std::min(kAreaTitleHeight / 2, size * 0.6f); };
  const auto room = [&](float size) { return area.w - 2 * inset(size); };
  const auto add = [&](Lines lines, float size) {
    const auto [width, height] = SizeOf(lines, size);
    const float top = area.y + std::max((kAreaTitleHeight - size * kLabelLineHeight) / 2, size * 0.12f);
    if (top + height > area.Bottom()) return;
    const bool plate = top + height > area.y + kAreaTitleHeight;
    ways.push_back({std::move(lines), {area.x + inset(size), top, width, height}, TextAlign::kLeft, plate, size});
  };
  for (const float size : sizes)
    if (TextWidth(title, kWeight, size) <= room(size)) add({title}, size);
  for (const float size : sizes) {
    if (WidestWord(title, kWeight, size) > room(size)) continue;
    if (Lines lines = WrapText(title, kWeight, size, room(size), 2); Whole(lines)) add(std::move(lines), size);
  }
  const float size = sizes.front();
  if (WidestWord(title, kWeight, size) <= room(size)) add(WrapText(title, kWeight, size, room(size), 2), size);
  if (room(size) >= kLeastEms * size) add({Ellipsized(title, kWeight, size, room(size))}, size);
  return ways;
}

// What a name too large for its area's title strip stands on: the head of the area, down to where its first row of
// cards is seen half or not at all.
WorldRect HeadOf(const WorldRect& area, const Placement& name) {
  constexpr float kFirstRow = kAreaTitleHeight + kAreaPadding;
  float height = name.box.Bottom() + name.size * 0.15f - area.y;
  if (height > kFirstRow + kCardHeight / 2) height = std::max(height, kFirstRow + kCardHeight);
  return {area.x, area.y, area.w, std::min(height, area.h)};
}

// The few of many parts that happen to have short names say nothing of the others: all or none, but for a rest.
void DropScattered(const Graph& graph, const MapLayout& layout, std::vector<PlacedLabel>& placed) {
  constexpr double kLeastNamed = 0.4;      // share of a group's visible groups
  std::map<NodeIndex, std::size_t> named;  // by parent
  for (const PlacedLabel& name : placed) {
    if (const NodeIndex parent = graph.Parent(name.node); parent != kNoNode) ++named[parent];
  }
  const auto groups_in = [&](NodeIndex parent) {
    return std::ranges::count_if(graph.Children(parent),
                                 [&](NodeIndex child) { return layout.visible[child] && graph.IsGroup(child); });
  };
  std::erase_if(named, [&](const auto& entry) {
    return static_cast<double>(entry.second) >= kLeastNamed * static_cast<double>(groups_in(entry.first));
  });
  std::erase_if(placed, [&](const PlacedLabel& name) { return named.contains(graph.Parent(name.node)); });
}

}  // namespace

std::vector<PlacedLabel> PlaceLabels(const Roadmap& roadmap, const Graph& graph, const MapLayout& layout, float pixel) {
  std::vector<Name> names;
  for (const NodeIndex node : graph.Preorder()) {
    if (!layout.visible[node] || !graph.IsGroup(node)) continue;
    const WorldRect& r = layout.rect[node];
    if (r.w >= kLeastBlockPixels * pixel) names.push_back({node, graph.Depth(node), r.w * r.h});
  }
  CompactSort(names, [](const Name& a) { return std::tuple(a.depth, -a.extent, a.node); });
  if (names.size() > kMaxTried) names.resize(kMaxTried);

  std::array<float, kSizes.size()> sizes;
  std::ranges::transform(kSizes, sizes.begin(), [&](float size) { return size * pixel; });
  std::vector<PlacedLabel> placed;
  for (const Name& name : names) {
    if (placed.size() >= kMaxLabels) break;
    const WorldRect& r = layout.rect[name.node];
    const bool area = layout.expanded[name.node];
    const auto fitting = std::span(sizes).subspan(name.depth == 0 ? kTopLargest : kInnerLargest);
    const std::string& title = roadmap.skills[name.node].title;
    if (title.empty()) continue;
    for (Placement& way : area ? WaysInArea(title, fitting, r) : WaysOnBlock(title, fitting, r)) {
      const float size = way.size;
      const WorldRect padded{way.box.x - size * 0.4f, way.box.y - size * 0.15f, way.box.w + size * 0.8f,
                             way.box.h + size * 0.3f};
      if (std::ranges::any_of(placed, [&](const PlacedLabel& other) { return other.padded.Intersects(padded); }))
        continue;
      // A plate on a block may cover lines and skills, but no other group.
      const auto covered = [&](const Name& other) {
        return other.node != name.node && !layout.expanded[other.node] && layout.rect[other.node].Intersects(padded);
      };
      if (way.plate && !area && std::ranges::any_of(names, covered)) continue;
      // A block grows to hold its name; the plate in an area is as wide as the area.
      placed.push_back({name.node, area, way.plate, std::move(way.lines), size, way.box, padded,
                        !area       ? padded.United(r)
                        : way.plate ? HeadOf(r, way)
                                    : padded,
                        way.align});
      break;
    }
  }
  DropScattered(graph, layout, placed);
  return placed;
}

}  // namespace waymark
