// Draws one card at its natural size into a scene, wherever and however small a transition shows it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "view/cards/card_geometry.hpp"
#include "view/cards/state_mark.hpp"
#include "view/scene/scene_builder.hpp"

namespace waymark {

// A card's own coordinates: (0,0) at its top left, kCardHeight or kGroupHeight high.
class CardPainter {
 public:
  CardPainter(Scene& scene, const SceneInput& input, NodeIndex node, const WorldRect& rect);

  // Width and height of the card at its natural size.
  float w() const { return rect_.w / scale_; }
  float h() const { return rect_.h / scale_; }

  void AddShadow(float radius);
  void AddBox(const WorldRect& r, float radius, Color fill, Color stroke = {}, float stroke_width = 0, float dash = 0);
  void AddRing(WorldPoint center, float outer_radius, float thickness, Color color, float from_turn = 0,
               float to_turn = 1);
  void AddDisc(WorldPoint center, float radius, Color color) { AddRing(center, radius, radius, color); }
  void AddLine(WorldPoint from, WorldPoint to, float width, Color color);
  void AddChevron(WorldPoint center, float half_width, float width, Color color, bool up);
  void AddMark(StateMark mark, WorldPoint center, float radius, Color hue, Color behind);

  struct Type {
    float size;
    FontWeight weight;
    Color color;
    bool struck = false;
  };
  // One line at its vertical middle, cut with an ellipsis to `max_width`. Nothing when there is no room for a letter.
  void AddText(WorldPoint at, std::string_view text, const Type& type, float max_width,
               TextAlign align = TextAlign::kLeft);
  // Lines from `at` down, `line_height` apart, none wider than `max_width`.
  void AddLines(WorldPoint at, std::span<const std::string> lines, const Type& type, float max_width,
                float line_height);

 private:
  WorldPoint Placed(WorldPoint p) const { return {rect_.x + p.x * scale_, rect_.y + p.y * scale_}; }
  WorldRect Placed(const WorldRect& r) const {
    return {rect_.x + r.x * scale_, rect_.y + r.y * scale_, r.w * scale_, r.h * scale_};
  }

  Scene& scene_;
  const Theme& theme_;
  WorldRect rect_;
  float scale_;
  float opacity_;
};

// The colours of one skill's card.
struct CardColors {
  Color fill;
  Color border;
  float border_width = 0;
  float dash = 0;
  Color title;
};
CardColors ColorsOf(StateMark mark, const Shades& shades, const Theme& theme);

// A whole card at `rect`, as the level of detail shows it (not at far, which has blocks). In card_lod_mid.cpp.
void DrawCard(Scene& scene, const SceneInput& input, NodeIndex node, const WorldRect& rect);
// What is written on a card from near. In card_lod_near.cpp.
void DrawSkillNear(CardPainter& card, const SceneInput& input, NodeIndex node, Color hue, Color title);
void DrawGroupNear(CardPainter& card, const SceneInput& input, NodeIndex node, Color hue);
// The progress ring of a group with its percentage, or a tick when all is done.
void DrawProgressRing(CardPainter& card, const SceneInput& input, NodeIndex node, const RoundPart& ring,
                      float thickness, float text_size, Color hue);

}  // namespace waymark
