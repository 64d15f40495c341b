#include "platform/bench.hpp"

#include <emscripten/heap.h>
#include <emscripten/html5.h>

#include <utility>

#include "io/plain_graph_json.hpp"
#include "view/theme.hpp"

namespace waymark {
namespace {

Scene SceneOf(PlainGraph graph, const Theme& theme) {
  Scene scene;
  scene.curves.reserve(graph.edges.size());
  for (const auto& [from, to] : graph.edges) {
    const WorldRect &a = graph.nodes[from].rect, &b = graph.nodes[to].rect;
    const WorldPoint start = {a.Center().x, a.Bottom()}, end = {b.Center().x, b.y};
    const WorldVector third = (end - start) * (1.0f / 3);
    scene.curves.push_back({.points = {start, start + third, end - third, end},
                            .color = theme.muted.Faded(0.6f),
                            .width = 1.5f,
                            .arrow = false});
  }
  scene.shapes.reserve(graph.nodes.size());
  scene.labels.reserve(graph.nodes.size());
  for (PlainGraph::Node& node : graph.nodes) {
    scene.shapes.push_back(
        {.rect = node.rect, .radius = 8, .fill = theme.card, .stroke = theme.outline, .stroke_width = 1.2f});
    scene.labels.push_back({.at = {node.rect.Center().x, node.rect.Center().y},
                            .size = kTypeSm,
                            .max_width = node.rect.w,
                            .align = TextAlign::kCenter,
                            .color = theme.text,
                            .text = std::move(node.label)});
  }
  return scene;
}

}  // namespace

Bench::Bench() : canvas_([](const Command&) {}, [this] { Show(state_.camera); }) { canvas_.Prepare(); }

void Bench::Resize(const Viewport& viewport) {
  state_.viewport = viewport;
  canvas_.Resize(viewport);
}

Result<void> Bench::Load(std::string_view json, const Camera& camera) {
  Result<PlainGraph> graph = ReadPlainGraph(json, "graph.json");
  if (!graph) return std::unexpected(graph.error());
  const std::uint64_t revision = scene_.revision + 1;
  scene_ = SceneOf(*std::move(graph), ThemeFor(state_.settings.dark, false));
  scene_.revision = revision;
  Show(camera);
  return {};
}

bool Bench::Show(const Camera& camera) {
  const Theme& theme = ThemeFor(state_.settings.dark, false);
  state_.camera = camera;
  return canvas_.DrawScene(scene_, state_, {theme.ground, {}}, emscripten_get_now());
}

double Bench::Bytes() const {
  return static_cast<double>(emscripten_get_heap_size()) + static_cast<double>(canvas_.gpu_bytes());
}

}  // namespace waymark
