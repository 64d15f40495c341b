// Cards seen from afar. The states still differ in shape: done is solid, learning half solid, available an outline,
// skipped an outline with a bar, locked a low and faint bar: most cards are locked at first, and dashes so small are
// noise.
#include <algorithm>

#include "view/cards/state_mark.hpp"
#include "view/scene/scene_parts.hpp"
#include "view/scene/shapes.hpp"

namespace waymark {
namespace {

void DrawGroupBlock(Scene& scene, const SceneInput& input, NodeIndex node, const WorldRect& r, const Shades& shades,
                    float opacity) {
  const float pixel = WorldPixel(input.detail);
  scene.shapes.push_back(
      Box(r, kRadiusGroup, shades.done.Faded(opacity), shades.hue.Faded(opacity), std::min(1.4f * pixel, 8.0f)));
  // Progress fills a bar along the bottom, as a ring would be too small to read.
  const float inset = r.h * 0.14f, thick = r.h * 0.09f;
  const WorldRect bar{r.x + inset, r.Bottom() - inset - thick, r.w - 2 * inset, thick};
  scene.shapes.push_back(Box(bar, thick / 2, input.theme.line.Faded(opacity)));
  const float fraction = std::min(input.summary.tally[node].Fraction(), 1.0f);
  if (fraction > 0) {
    const WorldRect filled{bar.x, bar.y, std::max(bar.w * fraction, thick), thick};
    scene.shapes.push_back(Box(filled, thick / 2, shades.hue.Faded(opacity)));
  }
}

// Somebody else's: a disc on the corner, half of one while they learn; of a group a bar above its own.
void DrawTheirs(Scene& scene, const SceneInput& input, NodeIndex node, const WorldRect& r, float opacity) {
  if (!input.theirs) return;
  const Color color = input.theme.accent.Faded(opacity);
  if (input.graph.IsGroup(node)) {
    const float fraction = std::min(input.theirs->tally[node].Fraction(), 1.0f);
    if (fraction <= 0) return;
    const float inset = r.h * 0.14f, thick = r.h * 0.09f;
    scene.shapes.push_back(
        Box({r.x + inset, r.Bottom() - inset - 2.5f * thick, std::max((r.w - 2 * inset) * fraction, thick), thick},
            thick / 2, color));
    return;
  }
  if (input.theirs->state[node] == SkillState::kNotStarted) return;
  const float radius = std::min(r.h * 0.24f, 5 * WorldPixel(input.detail)), rim = radius * 0.45f;
  const WorldPoint at{r.Right() - 1.5f * radius, r.y + radius * 0.2f};
  scene.shapes.push_back(Ring(at, radius + rim, radius + rim, input.theme.ground.Faded(opacity)));
  const float turn = input.theirs->state[node] == SkillState::kDone ? 1.0f : 0.5f;
  scene.shapes.push_back(Ring(at, radius, radius, color, 0, turn));
  if (turn < 1) scene.shapes.push_back(Ring(at, radius, radius * 0.25f, color));
}

constexpr float kLockedInset = 0.18f;  // of the height, above and below

Color LockedColor(const Theme& theme) { return Mix(theme.outline, theme.quiet_card, 0.42f); }

Color DotColor(StateMark mark, Color hue, const Theme& theme) {
  switch (mark) {
    case StateMark::kDone:
      return hue;
    case StateMark::kLearning:
      return Mix(hue, theme.card, 0.7f);
    case StateMark::kAvailable:
      return Mix(hue, theme.card, 0.45f);
    case StateMark::kSkipped:
    case StateMark::kLocked:
      break;
  }
  return LockedColor(theme);
}

}  // namespace

void DrawAggregatedArea(Scene& scene, const SceneInput& input, NodeIndex node) {
  const auto too_small = [&](NodeIndex child) {
    return input.layout.visible[child] && !input.graph.IsGroup(child) &&
           FarCardOf(input.detail, input.layout.rect[child].h) == FarCard::kNone;
  };
  if (!std::ranges::any_of(input.graph.Children(node), too_small)) return;
  constexpr float kLeastShare = 0.16f, kMostShare = 0.9f;  // of the hue: nothing done, all of it
  const WorldRect& area = input.layout.rect[node];
  const float share = kLeastShare + (kMostShare - kLeastShare) * std::min(input.summary.tally[node].Fraction(), 1.0f);
  const Color hue = input.theme.shades[input.hues[node]].hue;
  scene.under.push_back(Box(area, AreaRadius(area), Mix(hue, input.theme.card, share).Faded(NodeOpacity(input, node))));
}

void DrawBlock(Scene& scene, const SceneInput& input, NodeIndex node) {
  const WorldRect& r = input.layout.rect[node];
  const Theme& theme = input.theme;
  const float opacity = NodeOpacity(input, node);
  const Shades& shades = theme.shades[input.hues[node]];
  const Color hue = shades.hue;
  if (input.graph.IsGroup(node)) {
    DrawGroupBlock(scene, input, node, r, shades, opacity);
    DrawTheirs(scene, input, node, r, opacity);
    return;
  }
  const FarCard shown = FarCardOf(input.detail, r.h);
  if (shown == FarCard::kNone) return;
  const StateMark mark = MarkOf(input.summary.state[node], input.summary.availability[node]);
  if (shown == FarCard::kDot) {
    scene.shapes.push_back(Box(r, r.h * 0.3f, DotColor(mark, hue, theme).Faded(opacity)));
    if (input.theirs && input.theirs->state[node] != SkillState::kNotStarted)
      scene.shapes.push_back(Box({r.Right() - r.w / 3, r.y, r.w / 3, r.h}, r.h * 0.3f, theme.accent.Faded(opacity)));
    return;
  }
  const float border = std::min(1.6f * WorldPixel(input.detail), r.h / 6);
  const auto box = [&](const WorldRect& rect, Color fill, Color stroke, float width) {
    scene.shapes.push_back(Box(rect, kRadiusCard, fill.Faded(opacity), stroke.Faded(opacity), width));
  };
  switch (mark) {
    case StateMark::kDone:
      box(r, hue, {}, 0);
      break;
    case StateMark::kLearning:
      box(r, shades.done, hue, border);
      box({r.x, r.y, r.w / 2, r.h}, hue, {}, 0);
      break;
    case StateMark::kAvailable:
      box(r, theme.card, hue, border);
      break;
    case StateMark::kSkipped:
      box(r, theme.card, theme.outline, border);
      scene.shapes.push_back(Line({r.x + r.w / 4, r.Center().y}, {r.Right() - r.w / 4, r.Center().y}, 1.5f * border,
                                  theme.outline.Faded(opacity)));
      break;
    case StateMark::kLocked:
      box({r.x, r.y + r.h * kLockedInset, r.w, r.h * (1 - 2 * kLockedInset)}, LockedColor(theme), {}, 0);
      break;
  }
  DrawTheirs(scene, input, node, r, opacity);
}

}  // namespace waymark
