// Cards at the compact and middle levels, and the frame that the nearer ones are written into.
#include <algorithm>
#include <utility>

#include "view/cards/card_painter.hpp"
#include "view/cards/card_text.hpp"
#include "view/cards/text_wrap.hpp"
#include "view/scene/scene_parts.hpp"

namespace waymark {
namespace {

constexpr float kRight = 14;  // clear space at a card's right side

WorldPoint Middle(const RoundPart& part) { return {part.x, part.y}; }

// A title in the largest of a few sizes in which it fits on two lines with no word broken: few, so that cards side by
// side look alike.
void DrawLargeTitle(CardPainter& card, const std::string& title, float x, float max_width, std::span<const float> sizes,
                    CardPainter::Type type) {
  std::vector<std::string> lines;
  for (const float size : sizes) {
    type.size = size;
    lines = WrapBalanced(title, type.weight, size, max_width, 2);
    const bool whole = lines.empty() || !lines.back().ends_with("\u2026");
    if (whole && WidestWord(title, type.weight, size) <= max_width) break;
  }
  const float line_height = type.size * 1.16f;
  const float first = card.h() / 2 - line_height * static_cast<float>(lines.size() - 1) / 2;
  card.AddLines({x, first}, lines, type, max_width, line_height);
}

void DrawSkillMid(CardPainter& card, const SceneInput& input, NodeIndex node, StateMark mark, Color hue,
                  Color title_color) {
  const Theme& theme = input.theme;
  const Skill& skill = input.roadmap.skills[node];
  const bool compact = input.detail.detail == Detail::kCompact;
  const RoundPart part = MarkPart(false, input.detail.detail);
  card.AddMark(mark, Middle(part), part.radius, hue, theme.ground);
  const CardPainter::Type title{kTypeCard, FontWeight::kSemibold, title_color, mark == StateMark::kSkipped};
  if (compact) {
    constexpr float kLeft = 49, kClear = 8, kSizes[] = {19, 17, 15};
    DrawLargeTitle(card, skill.title, kLeft, card.w() - kLeft - kClear, kSizes, title);
    return;
  }
  constexpr float kLeft = 44, kLineHeight = 16.5f;
  const float room = card.w() - kLeft - kRight;
  const std::string meta = SkillMeta(input.messages, skill);
  const auto lines = WrapBalanced(skill.title, title.weight, title.size, room, 2);
  const auto count = static_cast<float>(lines.size());
  // The block of title and hours stands in the middle of the card.
  const float total = count * kLineHeight + (meta.empty() ? 0 : kLineHeight);
  float y = card.h() / 2 - total / 2 + kLineHeight / 2 + (lines.size() == 1 ? -0.5f : 0);
  card.AddLines({kLeft, y}, lines, title, room, kLineHeight);
  y += count * kLineHeight + (lines.size() == 1 ? 1.5f : 0);
  card.AddText({kLeft, y}, meta, {kTypeXs, FontWeight::kRegular, theme.muted}, room);
}

// Somebody else's state, on the card's corner.
void DrawTheirs(CardPainter& card, const SceneInput& input, NodeIndex node) {
  if (!input.theirs || input.theirs->state[node] == SkillState::kNotStarted) return;
  constexpr float kRadius = 6.5f, kRim = 3;
  const WorldPoint at{card.w() - 14, 1};
  card.AddDisc(at, kRadius + kRim, input.theme.ground);
  card.AddMark(MarkOf(input.theirs->state[node], Availability::kAvailable), at, kRadius, input.theme.accent,
               input.theme.ground);
}

void DrawGroupMid(CardPainter& card, const SceneInput& input, NodeIndex node, Color hue) {
  const Theme& theme = input.theme;
  const Detail detail = input.detail.detail;
  const bool compact = detail == Detail::kCompact;
  const std::string& title = input.roadmap.skills[node].title;
  const RoundPart caret = CaretPart(detail);
  card.AddChevron({card.w() - caret.x, caret.y}, compact ? 7.0f : 5.5f, compact ? 2.8f : 2.0f, theme.muted, false);
  DrawProgressRing(card, input, node, MarkPart(true, detail), compact ? 7.0f : 6.0f, compact ? 0.0f : 12.5f, hue);
  const CardPainter::Type type{kTypeGroup, FontWeight::kSemibold, theme.text};
  if (compact) {
    constexpr float kLeft = 68, kSizes[] = {21, 18.5f, 16};
    DrawLargeTitle(card, title, kLeft, card.w() - kLeft - caret.x - caret.radius / 2, kSizes, type);
    return;
  }
  constexpr float kLeft = 82, kLineHeight = 18;
  const float room = card.w() - kLeft - kRight;
  const bool one_line = TextWidth(title, type.weight, type.size) <= room;
  const CardPainter::Type meta{kTypeXs, FontWeight::kRegular, theme.muted};
  const Tally& tally = input.summary.tally[node];
  std::string text = GroupMeta(input.messages, tally, false);
  if (TextWidth(text, meta.weight, meta.size) > room) text = GroupMeta(input.messages, tally, true);
  if (one_line) {
    card.AddText({kLeft, 33}, title, type, room);
    card.AddText({kLeft, 53}, text, meta, room);
  } else {
    // The first line keeps clear of the caret.
    const float clear = card.w() - kLeft - caret.x - caret.radius;
    card.AddLines({kLeft, 25}, WrapBalanced(title, type.weight, type.size, clear, 2), type, clear, kLineHeight);
    card.AddText({kLeft, 64}, text, meta, room);
  }
}

}  // namespace

void DrawProgressRing(CardPainter& card, const SceneInput& input, NodeIndex node, const RoundPart& ring,
                      float thickness, float text_size, Color hue) {
  const Theme& theme = input.theme;
  const Tally& tally = input.summary.tally[node];
  const WorldPoint c = Middle(ring);
  const bool done = input.summary.state[node] == SkillState::kDone;
  const float fraction = done ? 1.0f : tally.Fraction();
  card.AddRing(c, ring.radius, thickness, theme.line);
  if (fraction > 0) card.AddRing(c, ring.radius, thickness, hue, 0, std::min(fraction, 1.0f));
  if (input.theirs && input.theirs->tally[node].Fraction() > 0) {
    const float thin = thickness * 0.45f;
    card.AddRing(c, ring.radius + 1.8f * thin, thin, theme.accent, 0, input.theirs->tally[node].Fraction());
  }
  if (done) {
    const float k = ring.radius * 0.052f;
    const WorldPoint bend{c.x - 1.5f * k, c.y + 5 * k};
    card.AddLine({c.x - 6.5f * k, c.y + 0.2f * k}, bend, 2.6f * k, hue);
    card.AddLine(bend, {c.x + 7 * k, c.y - 5 * k}, 2.6f * k, hue);
  } else if (text_size > 0) {
    card.AddText(c, PercentText(input.messages, tally), {text_size, FontWeight::kSemibold, theme.text},
                 2 * (ring.radius - thickness), TextAlign::kCenter);
  }
}

namespace {

void DrawSkillCard(CardPainter& card, const SceneInput& input, NodeIndex node, Color hue) {
  const StateMark mark = MarkOf(input.summary.state[node], input.summary.availability[node]);
  const CardColors colors = ColorsOf(mark, input.theme.shades[input.hues[node]], input.theme);
  if (mark != StateMark::kLocked && mark != StateMark::kSkipped) card.AddShadow(kRadiusCard);
  card.AddBox({0, 0, card.w(), card.h()}, kRadiusCard, colors.fill, colors.border,
              colors.border_width * LineScale(input.detail), colors.dash);
  if (input.detail.detail >= Detail::kNear)
    DrawSkillNear(card, input, node, hue, colors.title);
  else
    DrawSkillMid(card, input, node, mark, hue, colors.title);
  DrawTheirs(card, input, node);
}

void DrawGroupCard(CardPainter& card, const SceneInput& input, NodeIndex node, Color hue) {
  const Theme& theme = input.theme;
  // The second edge beneath: there is more inside.
  card.AddBox({8, 8, card.w() - 16, card.h()}, kRadiusGroup, theme.under_card, theme.line, LineScale(input.detail));
  card.AddShadow(kRadiusGroup);
  card.AddBox({0, 0, card.w(), card.h()}, kRadiusGroup, theme.card, theme.shades[input.hues[node]].border,
              1.4f * LineScale(input.detail));
  if (input.detail.detail >= Detail::kNear)
    DrawGroupNear(card, input, node, hue);
  else
    DrawGroupMid(card, input, node, hue);
}

}  // namespace

void DrawCard(Scene& scene, const SceneInput& input, NodeIndex node, const WorldRect& rect) {
  CardPainter card(scene, input, node, rect);
  const Color hue = input.theme.hue[input.hues[node]];
  if (input.graph.IsGroup(node))
    DrawGroupCard(card, input, node, hue);
  else
    DrawSkillCard(card, input, node, hue);
}

}  // namespace waymark
