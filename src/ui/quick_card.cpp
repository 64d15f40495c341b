#include "ui/quick_card.hpp"

#include <algorithm>
#include <optional>

#include "ui/words.hpp"

namespace waymark {
namespace {

constexpr float kWidth = 324;
constexpr float kPadding = 10;
constexpr float kWordSize = 11.5f;
constexpr float kHead = 46;           // title and hours
constexpr float kButtonHeight = 46;   // a finger's target
constexpr float kGap = 14;            // to the card
constexpr float kSheetShare = 0.35f;  // of a narrow canvas: a sheet that covers more than this shows the same

float SharedArea(const ScreenRect& a, const ScreenRect& b) {
  const float w = std::min(a.Right(), b.Right()) - std::max(a.x, b.x),
              h = std::min(a.Bottom(), b.Bottom()) - std::max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

// How much of other cards a panel at `place` would hide.
float Hidden(const UiFrame& frame, NodeIndex node, const ScreenRect& place) {
  const AppState& state = frame.in.state;
  const MapLayout& layout = ShownLayout(state);
  const WorldPoint corner = ToWorld(frame.in.camera, state.viewport, place.TopLeft());
  float area = 0;
  state.hit_tester->VisitVisible(
      {corner.x, corner.y, place.w / frame.in.camera.zoom, place.h / frame.in.camera.zoom}, [&](NodeIndex other) {
        if (other == node || layout.expanded[other]) return;
        area += SharedArea(place, ToScreen(frame.in.camera, state.viewport, layout.rect[other]));
      });
  return area;
}

// The place beside `card` that hides least of other cards, lies wholly in `room` and clear of `taken`; right, left,
// below and above are equally good.
std::optional<ScreenRect> PlaceBeside(const UiFrame& frame, NodeIndex node, const ScreenRect& card, Size size,
                                      const ScreenRect& room, std::span<const ScreenRect> taken) {
  const float x = std::clamp(card.x, room.x, std::max(room.x, room.Right() - size.w));
  const float y = std::clamp(card.y, room.y, std::max(room.y, room.Bottom() - size.h));
  const ScreenRect places[] = {{card.Right() + kGap, y, size.w, size.h},
                               {card.x - kGap - size.w, y, size.w, size.h},
                               {x, card.Bottom() + kGap, size.w, size.h},
                               {x, card.y - kGap - size.h, size.w, size.h}};
  std::optional<ScreenRect> best;
  float least = 0;
  for (const ScreenRect& place : places) {
    const bool inside =
        place.x >= room.x && place.y >= room.y && place.Right() <= room.Right() && place.Bottom() <= room.Bottom();
    const bool clear = std::ranges::none_of(taken, [&](const ScreenRect& r) { return r.Intersects(place); });
    if (!inside || !clear) continue;
    const float hidden = Hidden(frame, node, place);
    if (!best || hidden < least) best = place, least = hidden;
  }
  return best;
}

// As wide as the words of its buttons ask for.
float WidthFor(const MessageCatalogue& messages) {
  constexpr float kBesideWord = 12;
  float widest = 0;
  for (const StateChoice& choice : kStateChoices)
    widest = std::max(widest, TextWidth(messages.Find(choice.word), FontWeight::kSemibold, kWordSize) + kBesideWord);
  return std::max(kWidth, widest * static_cast<float>(kStateChoices.size()) + 2 * kPadding);
}

void DrawStates(UiFrame& frame, ImDrawList& list, const ScreenRect& row, NodeIndex node) {
  const UiInput& in = frame.in;
  const Theme& theme = frame.theme();
  const SkillState current = in.state.summary.state[node];
  const Color hue = frame.HueOf(node);
  const float width = row.w / static_cast<float>(kStateChoices.size());
  std::vector<Shape>& shapes = frame.marks;
  for (std::size_t i = 0; i < kStateChoices.size(); ++i) {
    const StateChoice& choice = kStateChoices[i];
    const ScreenRect cell = {row.x + width * static_cast<float>(i), row.y, width, row.h};
    const std::string_view word = in.state.messages->Find(choice.word);
    const UiFrame::Button button = frame.Pressable(word.data(), cell);
    const bool on = choice.state == current;
    const Color behind = on               ? Mix(hue, theme.surface, 0.24f)
                         : button.hovered ? Mix(theme.text, theme.surface, 0.07f)
                                          : theme.surface;
    frame.Fill(list, cell.Inflated(-2), behind, 8);
    shapes.clear();
    AppendStateMark(shapes, choice.mark, {0, 0}, 8, on || button.hovered ? hue : theme.muted, behind, theme);
    frame.Shapes(list, {cell.Center().x, cell.y + 16}, shapes);
    frame.Text(list, {cell.Center().x, cell.Bottom() - 11}, word, kWordSize, on ? theme.text : theme.muted,
               on ? FontWeight::kSemibold : FontWeight::kRegular, TextAlign::kCenter);
    if (button.pressed && !on) frame.commands.push_back(SetState{{SkillAt(in.state, node).key}, choice.state});
  }
}

void DrawExpand(UiFrame& frame, ImDrawList& list, const ScreenRect& row, NodeIndex node) {
  const Theme& theme = frame.theme();
  const bool expanded = ShownLayout(frame.in.state).expanded[node];
  const ScreenRect cell = row.Inflated(-2);
  const UiFrame::Button button = frame.Pressable("expand", row);
  frame.Fill(list, cell, Mix(frame.HueOf(node), theme.surface, button.hovered ? 0.24f : 0.14f), 8);
  frame.Text(list, cell.Center(),
             frame.in.state.messages->Find(expanded ? MessageId("map.close-group") : MessageId("map.open-group")), 13,
             theme.text, FontWeight::kSemibold, TextAlign::kCenter);
  if (button.pressed) frame.commands.push_back(SetExpanded{SkillAt(frame.in.state, node).key, !expanded});
}

}  // namespace

void QuickCard::RefreshTexts(const AppState& state, NodeIndex node, float width) {
  const SkillKey skill = SkillAt(state, node).key;
  if (skill_ == skill && graph_ == state.revision.graph && progress_ == state.revision.progress) return;
  skill_ = skill;
  graph_ = state.revision.graph;
  progress_ = state.revision.progress;
  title_ = Ellipsized(SkillAt(state, node).title, FontWeight::kSemibold, kTypeSm, width);
  meta_ = MetaText(state, node);
}

void QuickCard::Draw(UiFrame& frame) {
  const UiInput& in = frame.in;
  const AppState& state = in.state;
  const NodeIndex node = NodeOf(state, state.selected);
  if (node == kNoNode || !state.hit_tester || state.drag || state.menu || state.transition || state.flight) return;
  const MapLayout& layout = ShownLayout(state);
  if (!WideCanvas(state.viewport) && state.viewport.inset_bottom > state.viewport.height * kSheetShare) return;
  if (!layout.visible[node] || state.detail.detail == Detail::kFar) return;
  const bool group = GraphOf(state).IsGroup(node);
  const ScreenRect card = ToScreen(in.camera, state.viewport, layout.rect[node]);
  const ScreenRect room = state.viewport.Clear().Inflated(-8);
  if (!room.Contains(card.Center())) return;
  PanelRects taken = frame.panels;
  taken.push_back({state.viewport.width - kPanelMargin - kZoomButtons.w,
                   state.viewport.height - kZoomButtonsBottom - kZoomButtons.h, kZoomButtons.w, kZoomButtons.h});
  const auto place = PlaceBeside(frame, node, card, {WidthFor(*state.messages), kHead + kButtonHeight + kPadding}, room,
                                 {taken.begin(), taken.end()});
  if (!place) return;

  const Theme& theme = frame.theme();
  ImDrawList& list = frame.BeginPanel("quick", *place);
  const float left = place->x + kPadding + 4, width = place->w - 2 * kPadding - 8;
  RefreshTexts(state, node, width);
  frame.Text(list, {left, place->y + 17}, title_, kTypeSm, theme.text, FontWeight::kSemibold, TextAlign::kLeft, width);
  frame.Text(list, {left, place->y + 34}, meta_, kTypeXs, theme.muted);
  const ScreenRect row = {place->x + kPadding, place->y + kHead, place->w - 2 * kPadding, kButtonHeight};
  if (group) {
    DrawExpand(frame, list, row, node);
  } else {
    DrawStates(frame, list, row, node);
  }
  frame.EndPanel();
}

}  // namespace waymark
