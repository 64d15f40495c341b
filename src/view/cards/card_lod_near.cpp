// Cards seen from near: small type that reads at thirteen pixels, as much of it as the card holds.
#include <algorithm>
#include <string>
#include <vector>

#include "view/cards/card_painter.hpp"
#include "view/cards/card_text.hpp"
#include "view/cards/text_wrap.hpp"

namespace waymark {
namespace {

// Distances inside a card, world units.
struct TypeScale {
  float title_size;
  float text_size;
  float line_height;
  float left;
};

constexpr TypeScale kNearType = {11, 8.1f, 10.6f, 12};
constexpr TypeScale kCloseType = {7, 4.4f, 6, 8};

// "a, b, c" of the nodes' titles; no longer than a line can be.
std::string Titles(const SceneInput& input, std::span<const NodeIndex> nodes) {
  constexpr std::size_t kEnough = 6;
  std::string text;
  for (std::size_t i = 0; i < std::min(nodes.size(), kEnough); ++i)
    text += (i == 0 ? "" : ", ") + input.roadmap.skills[nodes[i]].title;
  if (nodes.size() > kEnough) text += ", \u2026";
  return text;
}

MessageId LevelName(Level level) {
  switch (level) {
    case Level::kFoundation:
      return "level.foundation";
    case Level::kCore:
      return "level.core";
    case Level::kAdvanced:
      break;
  }
  return "level.advanced";
}

void Join(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += " \u00b7 ";
  text += more;
}

void DrawSkillClose(CardPainter& card, const SceneInput& input, NodeIndex node, const CardPainter::Type& type) {
  const Skill& skill = input.roadmap.skills[node];
  const TypeScale& type_scale = kCloseType;
  const float room = card.w() - 2 * type_scale.left;
  std::string meta = HoursText(input.messages, skill.hours.value_or(HourRange{}));
  Join(meta, input.messages.Find(LevelName(skill.level)));
  if (skill.optional) Join(meta, input.messages.Find("skill.optional"));

  std::vector<NodeIndex> first;
  for (const PrerequisiteEdge& edge : input.graph.EdgesInto(node)) first.push_back(edge.from);
  const auto unlocks = input.graph.Unlocks(node);
  std::vector<std::string> foot;
  if (!meta.empty()) foot.push_back(meta);
  if (!first.empty()) foot.push_back(input.messages.Format({"map.first", {{"titles", Titles(input, first)}}}));
  if (!unlocks.empty()) foot.push_back(input.messages.Format({"map.opens", {{"titles", Titles(input, unlocks)}}}));

  // The foot stands on the card's floor, the summary fills what is left above it.
  constexpr float kTop = 20.5f, kFloor = 54.5f;
  float y = kFloor - type_scale.line_height * static_cast<float>(foot.size() - 1);
  const int lines = static_cast<int>((y - kTop) / type_scale.line_height);
  const CardPainter::Type text{type_scale.text_size, FontWeight::kRegular, input.theme.text};
  card.AddLines({type_scale.left, kTop}, WrapText(skill.summary, text.weight, text.size, room, lines), text, room,
                type_scale.line_height);
  for (const std::string& line : foot) {
    card.AddText({type_scale.left, y}, line, type, room);
    y += type_scale.line_height;
  }
}

}  // namespace

void DrawSkillNear(CardPainter& card, const SceneInput& input, NodeIndex node, Color hue, Color title) {
  const Theme& theme = input.theme;
  const Skill& skill = input.roadmap.skills[node];
  const bool close = input.detail.detail == Detail::kClose;
  const TypeScale& type_scale = close ? kCloseType : kNearType;
  const RoundPart part = MarkPart(false, input.detail.detail);
  const StateMark mark = MarkOf(input.summary.state[node], input.summary.availability[node]);
  card.AddMark(mark, {part.x, part.y}, part.radius, hue, theme.ground);
  const float title_left = part.x + part.radius * 1.7f;
  card.AddText({title_left, part.y}, skill.title,
               {type_scale.title_size, FontWeight::kSemibold, title, mark == StateMark::kSkipped},
               card.w() - title_left - type_scale.left);

  const CardPainter::Type small{type_scale.text_size, FontWeight::kRegular, theme.muted};
  if (close) {
    DrawSkillClose(card, input, node, small);
    return;
  }
  const float room = card.w() - 2 * type_scale.left;
  const CardPainter::Type text{type_scale.text_size, FontWeight::kRegular, theme.text};
  card.AddLines({type_scale.left, 27.5f}, WrapText(skill.summary, text.weight, text.size, room, 2), text, room,
                type_scale.line_height);
  std::string meta = SkillMeta(input.messages, skill);
  Join(meta, OpensText(input.messages, input.graph.Unlocks(node).size()));
  card.AddText({type_scale.left, 49.8f}, meta, small, room);
}

void DrawGroupNear(CardPainter& card, const SceneInput& input, NodeIndex node, Color hue) {
  const Theme& theme = input.theme;
  const Skill& skill = input.roadmap.skills[node];
  const bool close = input.detail.detail == Detail::kClose;
  const RoundPart ring = MarkPart(true, input.detail.detail);
  const RoundPart caret = CaretPart(input.detail.detail);
  DrawProgressRing(card, input, node, ring, close ? 3.2f : 5, close ? 6.6f : 11, hue);
  card.AddChevron({card.w() - caret.x, caret.y}, close ? 2.2f : 3.6f, close ? 0.9f : 1.4f, theme.muted, false);

  const float left = ring.x + ring.radius + (close ? 6.0f : 9.0f);
  const float right = close ? 8 : 12;
  const float room = card.w() - left - right;
  const float size = close ? kCloseType.text_size : kNearType.text_size;
  const CardPainter::Type small{size, FontWeight::kRegular, theme.muted};
  card.AddText({left, close ? 12.0f : 14.0f}, skill.title, {close ? 9.0f : 12.0f, FontWeight::kSemibold, theme.text},
               card.w() - left - caret.x - caret.radius);
  std::string meta = GroupMeta(input.messages, input.summary.tally[node], false);
  if (TextWidth(meta, small.weight, small.size) > room)
    meta = GroupMeta(input.messages, input.summary.tally[node], true);
  card.AddText({left, close ? 21.0f : 26.0f}, meta, small, room);
  const CardPainter::Type text{size, FontWeight::kRegular, theme.text};
  if (close) {
    const auto lines = WrapText(skill.summary, text.weight, text.size, room, 2);
    card.AddLines({left, 28}, lines, text, room, kCloseType.line_height);
  }

  const auto children = input.graph.Children(node);
  const float list_left = close ? 10 : left;
  const float top = close ? 45 : 38.5f, step = close ? 6.6f : 10.8f;
  const std::size_t rows = close ? 6 : 4, columns = close ? 2 : 1;
  const float column_width = (card.w() - list_left - right) / static_cast<float>(columns);
  const std::size_t places = rows * columns;
  const std::size_t shown = children.size() <= places ? children.size() : places - 1;
  const auto at = [&](std::size_t i) {
    return WorldPoint{list_left + column_width * static_cast<float>(i / rows),
                      top + step * static_cast<float>(i % rows)};
  };
  const float mark_radius = size * 0.4f;
  const float indent = 3.2f * mark_radius;
  for (std::size_t i = 0; i < shown; ++i) {
    const NodeIndex child = children[i];
    const WorldPoint p = at(i);
    const StateMark mark = MarkOf(input.summary.state[child], input.summary.availability[child]);
    card.AddMark(mark, {p.x + mark_radius, p.y}, mark_radius, hue, theme.card);
    card.AddText({p.x + indent, p.y}, input.roadmap.skills[child].title, text, column_width - indent - 2);
  }
  if (shown < children.size())
    card.AddText(at(shown), input.messages.Format({"map.more", {{"count", children.size() - shown}}}), small,
                 column_width - 2);
}

}  // namespace waymark
