#include "ui/tooltip.hpp"

#include <algorithm>

#include "ui/words.hpp"
#include "view/cards/text_wrap.hpp"

namespace waymark {
namespace {

constexpr float kMaxWidth = 300;
constexpr float kPadding = 12;
constexpr float kLine = 18;
constexpr float kToPointer = 18;
constexpr std::size_t kMaxMissing = 4;

}  // namespace

void Tooltip::RefreshLines(const AppState& state, NodeIndex node) {
  const Key key = {skill_, state.revision.graph, state.revision.progress};
  if (lines_of_ == key) return;
  lines_of_ = key;
  lines_.clear();
  const MessageCatalogue& messages = *state.messages;
  const auto add = [&](std::string_view text, FontWeight weight, float size, bool quiet, int most) {
    for (std::string& line : WrapText(text, weight, size, kMaxWidth, most))
      lines_.push_back({std::move(line), weight, size, quiet});
  };
  add(SkillAt(state, node).title, FontWeight::kSemibold, kTypeSm, false, 3);
  std::string status(StateWord(state, node));
  if (const std::string meta = MetaText(state, node); !meta.empty()) status += " · " + meta;
  add(status, FontWeight::kRegular, kTypeXs, true, 2);
  if (MarkOf(state.summary.state[node], state.summary.availability[node]) != StateMark::kLocked) return;
  const std::vector<std::string> missing = MissingFirst(state, node);
  if (!missing.empty()) add(messages.Find("map.first-heading"), FontWeight::kSemibold, kTypeXs, false, 1);
  for (std::size_t i = 0; i < std::min(missing.size(), kMaxMissing); ++i) {
    add("· " + missing[i], FontWeight::kRegular, kTypeXs, false, 2);
  }
  if (missing.size() > kMaxMissing) {
    add(messages.Format({"map.more", {{"count", missing.size() - kMaxMissing}}}), FontWeight::kRegular, kTypeXs, true,
        1);
  }
}

void Tooltip::Draw(UiFrame& frame) {
  const UiInput& in = frame.in;
  const AppState& state = in.state;
  // The selected skill has its quick card, which says the same.
  const bool wanted = in.pointer && state.hovered.value != 0 && state.hovered != state.selected && !state.drag &&
                      !state.menu && !state.flight && !in.coarse;
  const SkillKey skill = wanted ? state.hovered : SkillKey{};
  if (skill != skill_) {
    skill_ = skill;
    since_ms_ = in.now_ms;
  }
  const NodeIndex node = NodeOf(state, skill);
  waiting_ = node != kNoNode && in.now_ms < DueMs();
  if (node == kNoNode || waiting_) return;

  RefreshLines(state, node);
  float width = 0;
  for (const Line& line : lines_) width = std::max(width, TextWidth(line.text, line.weight, line.size));
  const Size size = {width + 2 * kPadding, static_cast<float>(lines_.size()) * kLine + 2 * kPadding - 4};
  const Viewport& viewport = state.viewport;
  ScreenRect box = {in.pointer->x + kToPointer * 0.5f, in.pointer->y + kToPointer, size.w, size.h};
  if (box.Right() > viewport.width - 8) box.x = in.pointer->x - kToPointer * 0.5f - size.w;
  if (box.Bottom() > viewport.height - 8) box.y = in.pointer->y - kToPointer * 0.5f - size.h;
  box.x = std::max(8.0f, box.x);
  box.y = std::max(8.0f, box.y);

  ImDrawList& list = frame.BeginPanel("tooltip", box, false);
  float y = box.y + kPadding + kLine * 0.5f - 2;
  for (const Line& line : lines_) {
    frame.Text(list, {box.x + kPadding, y}, line.text, line.size, line.quiet ? frame.theme().muted : frame.theme().text,
               line.weight, TextAlign::kLeft, kMaxWidth);
    y += kLine;
  }
  frame.EndPanel();
}

}  // namespace waymark
