#include "view/cards/state_mark.hpp"

#include "view/scene/shapes.hpp"

namespace waymark {

// Drawn on a radius of 10: `at` and `k` scale.
void AppendStateMark(std::vector<Shape>& out, StateMark mark, WorldPoint center, float radius, Color hue, Color behind,
                     const Theme& theme, float opacity) {
  const float k = radius / 10;
  const auto at = [&](float x, float y) { return WorldPoint{center.x + x * k, center.y + y * k}; };
  const Color strong = hue.Faded(opacity), quiet = theme.muted.Faded(opacity);
  switch (mark) {
    case StateMark::kAvailable:
      out.push_back(Ring(center, 10 * k, 2.2f * k, strong));
      break;
    case StateMark::kLearning:
      out.push_back(Ring(center, 10 * k, 2.2f * k, strong));
      out.push_back(Ring(center, 9 * k, 9 * k, strong, 0, 0.5f));
      break;
    case StateMark::kDone:
      out.push_back(Disc(center, 10 * k, strong));
      out.push_back(Line(at(-4.6f, 0.4f), at(-1.3f, 3.9f), 2.3f * k, behind.Faded(opacity)));
      out.push_back(Line(at(-1.3f, 3.9f), at(4.7f, -3.1f), 2.3f * k, behind.Faded(opacity)));
      break;
    case StateMark::kSkipped:
      out.push_back(Ring(center, 10 * k, 2 * k, quiet));
      out.push_back(Line(at(-4.5f, 0), at(4.5f, 0), 2.2f * k, quiet));
      break;
    case StateMark::kLocked:
      out.push_back(Box({center.x - 6.5f * k, center.y - 2 * k, 13 * k, 10 * k}, 2.4f * k, {}, quiet, 1.8f * k));
      out.push_back(Ring(at(0, -4.6f), 4.6f * k, 1.8f * k, quiet, -0.25f, 0.25f));
      out.push_back(Line(at(-3.7f, -4.6f), at(-3.7f, -2.4f), 1.8f * k, quiet));
      out.push_back(Line(at(3.7f, -4.6f), at(3.7f, -2.4f), 1.8f * k, quiet));
      break;
  }
}

}  // namespace waymark
