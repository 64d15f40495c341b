#include "ui/context_menu.hpp"

#include <algorithm>
#include <array>

#include "base/font_metrics.hpp"
#include "ui/words.hpp"

namespace waymark {
namespace {

constexpr float kMinWidth = 216;
constexpr float kFineRow = 32;
constexpr float kCoarseRow = 44;
constexpr float kPadding = 6;
constexpr float kMarkColumn = 22;
constexpr float kTextInset = 10;
constexpr float kKeysGap = 20;
constexpr float kEdge = 8;  // least distance from the canvas' edges

// Constants, because targets outlive the frame that named them.
constexpr std::array<const char*, kMaxMenuItems> kIds = {
    "menu 0", "menu 1", "menu 2",  "menu 3",  "menu 4",  "menu 5",  "menu 6",  "menu 7",
    "menu 8", "menu 9", "menu 10", "menu 11", "menu 12", "menu 13", "menu 14", "menu 15"};

FontWeight WeightOf(const MenuItem& item) { return item.chosen ? FontWeight::kSemibold : FontWeight::kRegular; }

StateMark MarkFor(SkillState state) { return std::ranges::find(kStateChoices, state, &StateChoice::state)->mark; }

// A finger has no keys to read about.
bool ShowsKeys(const UiInput& in, const MenuItem& item) { return !in.coarse && !item.keys.empty(); }

// As wide as its longest entry, and never wider than the canvas.
float WidthOf(const UiInput& in, std::span<const MenuItem> items) {
  float width = kMinWidth;
  for (const MenuItem& item : items) {
    float row = 2 * (kPadding + kTextInset) + TextWidth(item.title, WeightOf(item), kTypeSm);
    if (item.mark) row += kMarkColumn;
    if (ShowsKeys(in, item)) row += kKeysGap + TextWidth(item.keys, FontWeight::kRegular, kTypeXs);
    width = std::max(width, row);
  }
  return std::min(width, std::max(kMinWidth, in.state.viewport.width - 2 * kEdge));
}

}  // namespace

void DrawContextMenu(UiFrame& frame) {
  const UiInput& in = frame.in;
  const AppState& state = in.state;
  if (!state.menu || state.menu->items.empty()) return;
  const Theme& theme = frame.theme();
  const NodeIndex node = NodeOf(state, state.menu->skill);
  const std::span<const MenuItem> items = state.menu->items;
  const float row = in.coarse ? kCoarseRow : kFineRow;
  const Size size = {WidthOf(in, items), row * static_cast<float>(items.size()) + 2 * kPadding};
  const Viewport& viewport = state.viewport;
  const ScreenRect box = {std::clamp(state.menu->at.x, kEdge, std::max(kEdge, viewport.width - size.w - kEdge)),
                          std::clamp(state.menu->at.y, kEdge, std::max(kEdge, viewport.height - size.h - kEdge)),
                          size.w, size.h};

  ImGui::SetNextWindowFocus();
  ImDrawList& list = frame.BeginPanel("menu", box);
  float y = box.y + kPadding;
  std::vector<Shape>& shapes = frame.marks;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const MenuItem& item = items[i];
    const ScreenRect cell = {box.x + kPadding, y, box.w - 2 * kPadding, row};
    const UiFrame::Button button = frame.Pressable(kIds[i], cell);
    const Color behind = button.hovered || button.held ? Mix(theme.text, theme.surface, 0.09f) : theme.surface;
    frame.Fill(list, cell, behind, 7);
    if (item.line_before) frame.Fill(list, {cell.x + 4, y - 0.5f, cell.w - 8, 1}, theme.line);
    float text_x = cell.x + kTextInset;
    if (item.mark) {
      shapes.clear();
      AppendStateMark(shapes, MarkFor(*item.mark), {0, 0}, 7.5f, frame.HueOf(node), behind, theme);
      frame.Shapes(list, {cell.x + 17, cell.Center().y}, shapes);
      text_x += kMarkColumn;
    }
    float text_end = cell.x + cell.w - kTextInset;
    if (ShowsKeys(in, item)) {
      const float width = TextWidth(item.keys, FontWeight::kRegular, kTypeXs);
      frame.Text(list, {text_end - width, cell.Center().y}, item.keys, kTypeXs, theme.muted);
      text_end -= width + kKeysGap;
    }
    frame.Text(list, {text_x, cell.Center().y}, item.title, kTypeSm, theme.text, WeightOf(item), TextAlign::kLeft,
               text_end - text_x);
    if (button.pressed) frame.commands.push_back(ChooseMenuItem{i});
    y += row;
  }
  frame.EndPanel();
}

}  // namespace waymark
