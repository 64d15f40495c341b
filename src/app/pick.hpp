// What is under a point of the canvas.
#pragma once

#include <cstdint>

#include "app/state.hpp"
#include "base/geometry.hpp"
#include "base/ids.hpp"

namespace waymark {

enum class PickPart : std::uint8_t {
  kGround,  // nothing, or the ground inside an expanded area
  kCard,    // a card, or the title of an expanded area
  kCaret,   // the mark that expands or collapses
};

struct Pick {
  PickPart part = PickPart::kGround;
  NodeIndex node = kNoNode;  // none on the ground
  SkillKey skill;            // 0 on the ground
};

// The topmost thing at `at`, with `slop` pixels of grace round carets (fingers are wider than pointers).
Pick PickAt(const AppState& state, ScreenPoint at, float slop = 0);

}  // namespace waymark
