// Where the parts of a card and of an expanded area are: the one place that drawing and hit testing agree on. World
// units. A card in the middle of a transition is smaller than its natural height; its parts shrink with it.
#pragma once

#include "layout/map_layout.hpp"
#include "view/level_of_detail.hpp"

namespace waymark {

// How much smaller than designed a card is drawn: 1 but in transitions.
constexpr float CardScale(const WorldRect& card, bool group) { return card.h / (group ? kGroupHeight : kCardHeight); }

// A round part of a card at its natural size: where its middle is from the card's top left corner.
struct RoundPart {
  float x = 0;
  float y = 0;
  float radius = 0;  // 0: there is none
};

// The state mark of a skill's card, the progress ring of a group's.
constexpr RoundPart MarkPart(bool group, Detail detail) {
  switch (detail) {
    case Detail::kFar:
      break;
    case Detail::kCompact:
      return group ? RoundPart{36, 42, 21} : RoundPart{28, 30, 12.5f};
    case Detail::kMid:
      return group ? RoundPart{44, 42, 26} : RoundPart{24, 30, 10};
    case Detail::kNear:
      return group ? RoundPart{36, 42, 23} : RoundPart{18, 13.5f, 6.5f};
    case Detail::kClose:
      return group ? RoundPart{24, 22, 14} : RoundPart{12, 11, 4.5f};
  }
  return {};
}

// The caret of a group's card; x is from the card's right side.
constexpr RoundPart CaretPart(Detail detail) {
  switch (detail) {
    case Detail::kFar:
      break;
    case Detail::kCompact:
      return {20, 18, 10};
    case Detail::kMid:
      return {21, 19, 9};
    case Detail::kNear:
      return {15, 14, 6};
    case Detail::kClose:
      return {9, 10, 3.5f};
  }
  return {};
}

// The caret of an expanded area; x is from its right side. The same at every level but far.
inline constexpr RoundPart kAreaCaret = {28, 26, 10};

// The square round the mark or ring. Empty at far.
WorldRect StateMarkRect(const WorldRect& card, bool group, Detail detail);
// The square round the caret of a collapsed group's card. Empty at far.
WorldRect CaretRect(const WorldRect& card, Detail detail);
// The strip of an expanded area that holds its title, and the square round the caret at its right end.
WorldRect AreaTitleRect(const WorldRect& area);
WorldRect AreaCaretRect(const WorldRect& area);

}  // namespace waymark
