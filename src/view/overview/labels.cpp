// The names of groups on the far levels, drawn where label_placement.hpp places them.
#include "view/overview/label_placement.hpp"
#include "view/scene/scene_parts.hpp"
#include "view/scene/shapes.hpp"

namespace waymark {

void DrawLabels(Scene& scene, const SceneInput& input) {
  constexpr float kBorder = 1.4f;  // screen pixels, as a block's
  const float pixel = WorldPixel(input.detail);
  for (PlacedLabel& name : PlaceLabels(input.roadmap, input.graph, input.layout, pixel)) {
    const float opacity = NodeOpacity(input, name.node);
    const Shades& shades = input.theme.shades[input.hues[name.node]];
    if (name.plate) {
      // What is faded must not show through the plate that stands for it.
      const auto on_ground = [&](Color color) { return Over(color.Faded(opacity), input.theme.ground); };
      scene.shapes.push_back(name.area ? Box(name.ground.Inflated(-kBorder * pixel), AreaRadius(name.ground),
                                             on_ground(AreaFill(input, name.node)))
                                       : Box(name.ground, name.size * 0.4f, on_ground(shades.done),
                                             on_ground(shades.hue), kBorder * pixel));
    }
    const float x = name.align == TextAlign::kLeft ? name.box.x : name.box.Center().x;
    float y = name.box.y + name.size * kLabelLineHeight / 2;
    for (std::string& line : name.lines) {
      scene.labels.push_back({{x, y},
                              name.size,
                              name.box.w,
                              kLabelWeight,
                              name.align,
                              (name.area ? shades.hue : input.theme.text).Faded(opacity),
                              std::move(line),
                              false});
      y += name.size * kLabelLineHeight;
    }
  }
}

}  // namespace waymark
