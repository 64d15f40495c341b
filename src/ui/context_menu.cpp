#include "ui/context_menu.hpp"

#include <algorithm>

#include "ui/words.hpp"

namespace waymark {
namespace {

constexpr float kWidth = 216;
constexpr float kFineRow = 32;
constexpr float kCoarseRow = 44;
constexpr float kPadding = 6;
constexpr float kMarkColumn = 22;

struct Item {
  std::string_view text;
  std::vector<Command> commands;
  const StateChoice* choice = nullptr;
  bool chosen = false;
  bool line_before = false;
};

std::vector<Item> ItemsFor(const AppState& state, NodeIndex node) {
  std::vector<Item> items;
  if (node == kNoNode) {
    items.push_back({.text = "Show the whole map", .commands = {FitAll{}}});
    if (state.filter.Empty()) {
      const Filter next{.marks = {StateMark::kAvailable, StateMark::kLearning}};
      items.push_back({.text = "Show what I can learn next", .commands = {SetFilter{next}}});
    } else {
      items.push_back({.text = "Clear the filter", .commands = {SetFilter{}}});
    }
    items.push_back({.text = "Open all groups", .commands = {ExpandAll{true}}, .line_before = true});
    items.push_back({.text = "Close all groups", .commands = {ExpandAll{false}}});
    if (!state.pins.empty()) {
      items.push_back({.text = "Put moved cards back", .commands = {ResetPositions{}}, .line_before = true});
    }
    return items;
  }
  const SkillKey key = SkillAt(state, node).key;
  if (GraphOf(state).IsGroup(node)) {
    const bool expanded = state.expanded.contains(key);
    items.push_back(
        {.text = expanded ? "Close the group" : "Open the group", .commands = {SetExpanded{key, !expanded}}});
  } else {
    for (const StateChoice& choice : kStateChoices) {
      items.push_back({.text = choice.action,
                       .commands = {SetState{{key}, choice.state}},
                       .choice = &choice,
                       .chosen = state.summary.state[node] == choice.state});
    }
  }
  const bool done = state.summary.state[node] == SkillState::kDone;
  if (!done) {
    items.push_back({.text = "I know this and all below it", .commands = {MarkKnown{key}}, .line_before = true});
    items.push_back(
        {.text = "Show the way here", .commands = {ShowRelated{key, FilterRelation::kRemainingPrerequisites}}});
  }
  items.push_back(
      {.text = "Show what it opens", .commands = {ShowRelated{key, FilterRelation::kUnlocks}}, .line_before = done});
  items.push_back({.text = "Zoom to it", .commands = {Select{key, false}, FitSelection{}}});
  return items;
}

}  // namespace

void DrawContextMenu(UiFrame& frame) {
  const UiInput& in = frame.in;
  const AppState& state = in.state;
  if (!state.menu) return;
  const Theme& theme = frame.theme();
  const NodeIndex node = NodeOf(state, state.menu->skill);
  const std::vector<Item> items = ItemsFor(state, node);
  const float row = in.coarse ? kCoarseRow : kFineRow;
  const Size size = {kWidth, row * static_cast<float>(items.size()) + 2 * kPadding};
  const ScreenRect box = {std::clamp(state.menu->at.x, 8.0f, std::max(8.0f, state.viewport.width - size.w - 8)),
                          std::clamp(state.menu->at.y, 8.0f, std::max(8.0f, state.viewport.height - size.h - 8)),
                          size.w, size.h};

  ImGui::SetNextWindowFocus();
  ImDrawList& list = frame.BeginPanel("menu", box);
  float y = box.y + kPadding;
  std::vector<Shape>& shapes = frame.marks;
  for (const Item& item : items) {
    const ScreenRect cell = {box.x + kPadding, y, box.w - 2 * kPadding, row};
    const UiFrame::Button button = frame.Pressable(item.text.data(), cell);
    const Color behind = button.hovered || button.held ? Mix(theme.text, theme.surface, 0.09f) : theme.surface;
    frame.Fill(list, cell, behind, 7);
    if (item.line_before) frame.Fill(list, {cell.x + 4, y - 0.5f, cell.w - 8, 1}, theme.line);
    float text_x = cell.x + 10;
    if (item.choice != nullptr) {
      shapes.clear();
      AppendStateMark(shapes, item.choice->mark, {0, 0}, 7.5f, frame.HueOf(node), behind, theme);
      frame.Shapes(list, {cell.x + 17, cell.Center().y}, shapes);
      text_x += kMarkColumn;
    }
    frame.Text(list, {text_x, cell.Center().y}, item.text, kTypeSm, theme.text,
               item.chosen ? FontWeight::kSemibold : FontWeight::kRegular);
    if (button.pressed) {
      frame.commands.push_back(CloseMenu{});
      frame.commands.insert(frame.commands.end(), item.commands.begin(), item.commands.end());
    }
    y += row;
  }
  frame.EndPanel();
}

}  // namespace waymark
