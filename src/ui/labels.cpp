#include "ui/labels.hpp"

#include <algorithm>

namespace waymark {

void DrawLabels(const UiFrame& frame, ImDrawList& list, std::span<const Label> labels, bool zooming) {
  const Viewport& viewport = frame.in.state.viewport;
  const Camera& camera = frame.in.camera;
  const WorldRect visible = VisibleWorld(camera, viewport);
  for (const Label& label : labels) {
    const float size = label.size * camera.zoom;
    if (size < kLeastLabel) continue;
    if (label.at.y + label.size < visible.y || label.at.y - label.size > visible.Bottom()) continue;
    const float width = label.max_width > 0 ? label.max_width : static_cast<float>(label.text.size()) * label.size;
    const float before = label.align == TextAlign::kLeft ? 0 : label.align == TextAlign::kCenter ? width * 0.5f : width;
    if (label.at.x - before > visible.Right() || label.at.x - before + width < visible.x) continue;

    const Color color = label.color.Faded(std::clamp((size - kLeastLabel) / (kFullLabel - kLeastLabel), 0.0f, 1.0f));
    const TextStyle style = {.weight = label.weight,
                             .size = size * frame.dpr,
                             .color = ToImGui(color),
                             .align = label.align,
                             .moving = zooming};
    const ImVec2 at = frame.Pixels(ToScreen(camera, viewport, label.at));
    const float drawn = DrawTextLine(list, frame.fonts, style, at, label.text);
    if (label.struck) {
      const float left = at.x - drawn * (before > 0 ? before / width : 0);
      list.AddLine({left, at.y}, {left + drawn, at.y}, style.color, std::max(1.0f, size * frame.dpr / 14));
    }
  }
}

}  // namespace waymark
