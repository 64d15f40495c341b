#include "view/cards/card_painter.hpp"

#include "view/scene/shapes.hpp"

namespace waymark {

CardPainter::CardPainter(Scene& scene, const SceneInput& input, NodeIndex node, const WorldRect& rect)
    : scene_(scene),
      theme_(input.theme),
      rect_(rect),
      scale_(CardScale(rect, input.graph.IsGroup(node))),
      opacity_(input.node_opacity.empty() ? 1.0f : input.node_opacity[node]) {}

void CardPainter::AddShadow(float radius) {
  constexpr float kDrop = 3, kBlur = 10;
  const WorldRect r = Placed(WorldRect{0, kDrop, w(), h()});
  scene_.shapes.push_back(Shadow(r, radius * scale_, theme_.shadow.Faded(opacity_), kBlur * scale_));
}

void CardPainter::AddBox(const WorldRect& r, float radius, Color fill, Color stroke, float stroke_width, float dash) {
  scene_.shapes.push_back(Box(Placed(r), radius * scale_, fill.Faded(opacity_), stroke.Faded(opacity_),
                              stroke_width * scale_, dash * scale_));
}

void CardPainter::AddRing(WorldPoint center, float outer_radius, float thickness, Color color, float from_turn,
                          float to_turn) {
  scene_.shapes.push_back(
      Ring(Placed(center), outer_radius * scale_, thickness * scale_, color.Faded(opacity_), from_turn, to_turn));
}

void CardPainter::AddLine(WorldPoint from, WorldPoint to, float width, Color color) {
  scene_.shapes.push_back(Line(Placed(from), Placed(to), width * scale_, color.Faded(opacity_)));
}

void CardPainter::AddChevron(WorldPoint center, float half_width, float width, Color color, bool up) {
  const float dy = half_width * (up ? -0.55f : 0.55f);
  const WorldPoint tip{center.x, center.y + dy};
  AddLine({center.x - half_width, center.y - dy}, tip, width, color);
  AddLine(tip, {center.x + half_width, center.y - dy}, width, color);
}

void CardPainter::AddMark(StateMark mark, WorldPoint center, float radius, Color hue, Color behind) {
  AppendStateMark(scene_.shapes, mark, Placed(center), radius * scale_, hue, behind, theme_, opacity_);
}

void CardPainter::AddText(WorldPoint at, std::string_view text, const Type& type, float max_width, TextAlign align) {
  if (text.empty() || max_width < 2 * type.size) return;
  scene_.labels.push_back({Placed(at), type.size * scale_, max_width * scale_, type.weight, align,
                           type.color.Faded(opacity_), Ellipsized(text, type.weight, type.size, max_width),
                           type.struck});
}

void CardPainter::AddLines(WorldPoint at, std::span<const std::string> lines, const Type& type, float max_width,
                           float line_height) {
  for (const std::string& line : lines) {
    AddText(at, line, type, max_width);
    at.y += line_height;
  }
}

CardColors ColorsOf(StateMark mark, const Shades& shades, const Theme& theme) {
  CardColors c{.fill = theme.card, .border = shades.hue, .border_width = 1.8f, .dash = 0, .title = theme.text};
  switch (mark) {
    case StateMark::kAvailable:
      break;
    case StateMark::kLearning:
      c.fill = shades.learning;
      break;
    case StateMark::kDone:
      c.fill = shades.done;
      c.border = shades.border;
      c.border_width = 1.2f;
      break;
    case StateMark::kSkipped:
      c.border = theme.outline;
      c.border_width = 1.2f;
      c.title = theme.muted;
      break;
    case StateMark::kLocked:
      c.fill = theme.quiet_card;
      c.border = theme.outline;
      c.border_width = 1.2f;
      c.dash = 4;
      c.title = theme.muted;
      break;
  }
  return c;
}

}  // namespace waymark
