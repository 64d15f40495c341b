#include "view/cards/card_geometry.hpp"

#include <algorithm>

namespace waymark {
namespace {

WorldRect SquareRound(float x, float y, float radius) {
  return radius > 0 ? WorldRect{x - radius, y - radius, 2 * radius, 2 * radius} : WorldRect{};
}

}  // namespace

WorldRect StateMarkRect(const WorldRect& card, bool group, Detail detail) {
  const float s = CardScale(card, group);
  const RoundPart part = MarkPart(group, detail);
  return SquareRound(card.x + part.x * s, card.y + part.y * s, part.radius * s);
}

WorldRect CaretRect(const WorldRect& card, Detail detail) {
  const float s = CardScale(card, true);
  const RoundPart part = CaretPart(detail);
  return SquareRound(card.Right() - part.x * s, card.y + part.y * s, part.radius * s);
}

WorldRect AreaTitleRect(const WorldRect& area) { return {area.x, area.y, area.w, std::min(area.h, kAreaTitleHeight)}; }

WorldRect AreaCaretRect(const WorldRect& area) {
  return SquareRound(area.Right() - kAreaCaret.x, area.y + kAreaCaret.y, kAreaCaret.radius);
}

}  // namespace waymark
