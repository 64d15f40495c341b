#include "ui/legend.hpp"

#include <algorithm>
#include <array>

#include "ui/minimap.hpp"
#include "view/cards/state_mark.hpp"

namespace waymark {
namespace {

struct Entry {
  StateMark mark;
  MessageId word;
  bool theirs = false;
};
// The last only while somebody's progress is previewed.
constexpr std::array<Entry, 6> kEntries = {{{StateMark::kDone, "state.done.label"},
                                            {StateMark::kLearning, "state.learning.label"},
                                            {StateMark::kAvailable, "state.available.label"},
                                            {StateMark::kLocked, "state.locked.label"},
                                            {StateMark::kSkipped, "state.skipped.label"},
                                            {StateMark::kDone, "map.theirs", true}}};
constexpr float kHeight = 36;
constexpr float kLine = 24;
constexpr float kPadding = 14;
constexpr float kMarkRadius = 8;
constexpr float kMarkToWord = 8;
constexpr float kBetween = 18;
constexpr float kTextSize = 12.5f;

float WidthOf(const MessageCatalogue& messages, const Entry& entry) {
  return 2 * kMarkRadius + kMarkToWord + TextWidth(messages.Find(entry.word), FontWeight::kRegular, kTextSize);
}

// Of the panel around entries [from, to) in one line.
float LineWidth(const MessageCatalogue& messages, std::size_t from, std::size_t to) {
  float width = 2 * kPadding + kBetween * static_cast<float>(to - from - 1);
  for (std::size_t i = from; i < to; ++i) width += WidthOf(messages, kEntries[i]);
  return width;
}

}  // namespace

ScreenRect AppendLegend(Scene& scene, const UiInput& in) {
  const Viewport& viewport = in.state.viewport;
  const MessageCatalogue& messages = *in.state.messages;
  const std::size_t count = kEntries.size() - (in.state.preview ? 0 : 1);
  const float whole = LineWidth(messages, 0, count);
  const bool one_line = whole + kMinimapWidth + 3 * kPanelMargin <= viewport.width;
  const std::size_t per_line = one_line ? count : (count + 1) / 2;
  const float width =
      one_line ? whole : std::max(LineWidth(messages, 0, per_line), LineWidth(messages, per_line, count));
  const float height = one_line ? kHeight : kHeight + kLine;
  const ScreenRect panel = {kPanelMargin, viewport.height - kPanelMargin - height, width, height};
  AppendPanel(scene, in.theme, panel);
  float x = panel.x + kPadding, y = panel.y + kHeight * 0.5f;
  for (std::size_t i = 0; i < count; ++i) {
    if (i == per_line) x = panel.x + kPadding, y += kLine;
    const Entry& entry = kEntries[i];
    const std::string_view word = messages.Find(entry.word);
    const Color hue = entry.theirs ? in.theme.accent : in.theme.hue[0];
    AppendStateMark(scene.shapes, entry.mark, {x + kMarkRadius, y}, kMarkRadius, hue, in.theme.surface, in.theme);
    scene.labels.push_back({.at = {x + 2 * kMarkRadius + kMarkToWord, y},
                            .size = kTextSize,
                            .max_width = TextWidth(word, FontWeight::kRegular, kTextSize),
                            .color = in.theme.muted,
                            .text = std::string(word)});
    x += WidthOf(messages, entry) + kBetween;
  }
  return panel;
}

}  // namespace waymark
