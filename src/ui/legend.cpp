#include "ui/legend.hpp"

#include <array>

#include "view/state_mark.hpp"

namespace waymark {
namespace {

struct Entry {
  StateMark mark;
  std::string_view word;
};
constexpr std::array<Entry, 5> kEntries = {{{StateMark::kDone, "Done"},
                                            {StateMark::kLearning, "Learning"},
                                            {StateMark::kAvailable, "Available"},
                                            {StateMark::kLocked, "Locked"},
                                            {StateMark::kSkipped, "Skipped"}}};
constexpr float kHeight = 36;
constexpr float kPadding = 14;
constexpr float kMarkRadius = 8;
constexpr float kMarkToWord = 8;
constexpr float kBetween = 18;
constexpr float kTextSize = 12.5f;

float WidthOf(const Entry& entry) {
  return 2 * kMarkRadius + kMarkToWord + TextWidth(entry.word, FontWeight::kRegular, kTextSize);
}

}  // namespace

void DrawLegend(UiFrame& frame) {
  if (!frame.Wide()) return;
  float width = 2 * kPadding + kBetween * static_cast<float>(kEntries.size() - 1);
  for (const Entry& entry : kEntries) width += WidthOf(entry);
  const ScreenRect panel = {kPanelMargin, frame.in.state.viewport.height - kPanelMargin - kHeight, width, kHeight};
  const Theme& theme = frame.theme();
  ImDrawList& list = frame.BeginPanel("legend", panel);
  const float y = panel.Center().y;
  float x = panel.x + kPadding;
  std::vector<Shape> shapes;
  for (const Entry& entry : kEntries) {
    shapes.clear();
    AppendStateMark(shapes, entry.mark, {0, 0}, kMarkRadius, theme.hue[0], theme.surface, theme);
    frame.Shapes(list, {x + kMarkRadius, y}, shapes);
    frame.Text(list, {x + 2 * kMarkRadius + kMarkToWord, y}, entry.word, kTextSize, theme.muted);
    x += WidthOf(entry) + kBetween;
  }
  frame.EndPanel();
}

}  // namespace waymark
