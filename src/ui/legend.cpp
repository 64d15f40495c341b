#include "ui/legend.hpp"

#include <algorithm>
#include <array>

#include "ui/minimap.hpp"
#include "view/state_mark.hpp"

namespace waymark {
namespace {

struct Entry {
  StateMark mark;
  std::string_view word;
  bool theirs = false;
};
// The last only while somebody's progress is previewed.
constexpr std::array<Entry, 6> kEntries = {{{StateMark::kDone, "Done"},
                                            {StateMark::kLearning, "Learning"},
                                            {StateMark::kAvailable, "Available"},
                                            {StateMark::kLocked, "Locked"},
                                            {StateMark::kSkipped, "Skipped"},
                                            {StateMark::kDone, "Theirs", true}}};
constexpr float kHeight = 36;
constexpr float kLine = 24;
constexpr float kPadding = 14;
constexpr float kMarkRadius = 8;
constexpr float kMarkToWord = 8;
constexpr float kBetween = 18;
constexpr float kTextSize = 12.5f;

float WidthOf(const Entry& entry) {
  return 2 * kMarkRadius + kMarkToWord + TextWidth(entry.word, FontWeight::kRegular, kTextSize);
}

// Of the panel around entries [from, to) in one line.
float LineWidth(std::size_t from, std::size_t to) {
  float width = 2 * kPadding + kBetween * static_cast<float>(to - from - 1);
  for (std::size_t i = from; i < to; ++i) width += WidthOf(kEntries[i]);
  return width;
}

}  // namespace

void DrawLegend(UiFrame& frame) {
  if (!frame.Wide()) return;
  const std::size_t count = kEntries.size() - (frame.in.state.preview ? 0 : 1);
  const float whole = LineWidth(0, count);
  const bool one_line = whole + kMinimapWidth + 3 * kPanelMargin <= frame.in.state.viewport.width;
  const std::size_t per_line = one_line ? count : (count + 1) / 2;
  const float width = one_line ? whole : std::max(LineWidth(0, per_line), LineWidth(per_line, count));
  const float height = one_line ? kHeight : kHeight + kLine;
  const ScreenRect panel = {kPanelMargin, frame.in.state.viewport.height - kPanelMargin - height, width, height};
  const Theme& theme = frame.theme();
  ImDrawList& list = frame.BeginPanel("legend", panel);
  float x = panel.x + kPadding, y = panel.y + kHeight * 0.5f;
  std::vector<Shape> shapes;
  for (std::size_t i = 0; i < count; ++i) {
    if (i == per_line) x = panel.x + kPadding, y += kLine;
    const Entry& entry = kEntries[i];
    shapes.clear();
    AppendStateMark(shapes, entry.mark, {0, 0}, kMarkRadius, entry.theirs ? theme.accent : theme.hue[0], theme.surface, theme);
    frame.Shapes(list, {x + kMarkRadius, y}, shapes);
    frame.Text(list, {x + 2 * kMarkRadius + kMarkToWord, y}, entry.word, kTextSize, theme.muted);
    x += WidthOf(entry) + kBetween;
  }
  frame.EndPanel();
}

}  // namespace waymark
