// Times the layout, natively or under Node, and counts the memory that it takes. Prints a table in Markdown.
//   waymark_layout_bench [LARGEST] [fast]
// Flat graphs are roadmap-like: wide, nine in ten further edges local, one in ten long. Maps have 1,000 skills in
// groups.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/graph.hpp"
#include "layout/layered_layout.hpp"
#include "layout/map_layout.hpp"
#include "layout/random.hpp"
#include "support/counted_memory.hpp"
#include "support/flat_graph.hpp"
#include "unit/layout/sample_roadmap.hpp"

#ifdef __EMSCRIPTEN__
#include <emscripten/em_js.h>
// clang-format off
EM_JS(double, waymark_cpu_milliseconds, (), { const { user, system } = process.cpuUsage(); return (user + system) / 1000; });
// clang-format on
#endif

namespace waymark {
namespace {

// Of the processor, so that what else runs on the machine counts less.
double Milliseconds() {
#ifdef __EMSCRIPTEN__
  return waymark_cpu_milliseconds();
#else
  return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
#endif
}

void MeasureFlat(std::uint32_t count, LayoutQuality quality, const char* name) {
  const FlatGraph graph = MakeFlatGraph(count, UsualDepth(count), true);
  const std::size_t before = bytes_held;
  most_bytes_held = before;
  double took = HUGE_VAL;
  for (std::uint32_t run = 0; run < std::max(5u, 20'000 / count); ++run) {
    const double start = Milliseconds();
    const LayeredDrawing drawing = LayOut(graph.sizes, graph.edges, {.quality = quality});
    took = std::min(took, Milliseconds() - start);
  }
  const double nodes = count, edges = static_cast<double>(graph.edges.size());
  const double allowed = 600 * nodes + 200 * edges;
  std::printf("| %u | %s | %.2f ms | %.1f | %.1f MB | %.2f |\n", count, name, took,
              took * 1e6 / (nodes * std::log2(nodes)), static_cast<double>(most_bytes_held - before) / 1e6,
              static_cast<double>(most_bytes_held - before) / allowed);
  std::fflush(stdout);
}

double Median(std::vector<double>& values) {
  std::ranges::sort(values);
  return values.empty() ? 0 : values[values.size() / 2];
}

// Every group opens, then closes again, in a map where half of the others are open.
void MeasureMap(std::uint32_t tracks, std::uint32_t stages, std::uint32_t skills) {
  const Roadmap roadmap = MakeSampleRoadmap(tracks, stages, skills, tracks * stages * skills * 13 / 10, 7);
  const auto graph = Graph::Build(roadmap);
  if (!graph) std::abort();
  double start = Milliseconds();
  const MapLayouter layouter(roadmap, *graph);
  const double first = Milliseconds() - start;
  const auto expanded = std::make_unique<bool[]>(graph->size());
  Random random(1);
  for (NodeIndex v = 0; v < graph->size(); ++v) expanded[v] = random.Below(2) == 0;
  const auto place = [&] { return layouter.Place({expanded.get(), graph->size()}, {}); };
  MapLayout layout = place();
  std::vector<double> took, moved, moved_across;
  for (const NodeIndex group : graph->Preorder()) {
    if (!graph->IsGroup(group) || !layout.visible[group]) continue;
    for (int change = 0; change < 2; ++change) {
      expanded[group] = !expanded[group];
      start = Milliseconds();
      MapLayout after = place();
      took.push_back(Milliseconds() - start);
      std::vector<double> far, across;
      for (NodeIndex v = 0; v < graph->size(); ++v) {
        NodeIndex above = v;
        while (above != kNoNode && above != group) above = graph->Parent(above);
        if (above == group || !layout.visible[v] || !after.visible[v]) continue;
        const WorldVector by = after.rect[v].TopLeft() - layout.rect[v].TopLeft();
        far.push_back(static_cast<double>(std::hypot(by.x, by.y) / after.rect[v].w));
        across.push_back(static_cast<double>(std::abs(by.x) / after.rect[v].w));
      }
      moved.push_back(Median(far));
      moved_across.push_back(Median(across));
      layout = std::move(after);
    }
  }
  std::ranges::sort(took);
  std::printf("| %u skills in %u and %u groups | %.2f ms | %.2f ms | %.2f ms | %.2f | %.2f |\n",
              tracks * stages * skills, tracks, tracks * stages, first, Median(took), took.back(), Median(moved),
              Median(moved_across));
}

}  // namespace
}  // namespace waymark

int main(int argc, char** argv) {
  using namespace waymark;
  const int largest = argc > 1 ? std::atoi(argv[1]) : 100'000;
  const bool only_fast = argc > 2 && argv[2] == std::string_view("fast");
  std::puts("| nodes | quality | least time | ns per n log n | most memory | of 600 B a node and 200 B an edge |");
  std::puts("| --- | --- | --- | --- | --- | --- |");
  for (const int count : {50, 200, 1000, 5000, 20'000, 100'000}) {
    if (count > largest) break;
    MeasureFlat(static_cast<std::uint32_t>(count), LayoutQuality::kFast, "fast");
    if (only_fast || count > 20'000) continue;
    MeasureFlat(static_cast<std::uint32_t>(count), LayoutQuality::kBalanced, "balanced");
    if (count > 1000) continue;
    MeasureFlat(static_cast<std::uint32_t>(count), LayoutQuality::kBest, "best");
  }
  if (only_fast) return 0;
  std::puts(
      "\n| map | first layout | a group opens or closes, median | worst | others move, in own widths, median | "
      "sideways |");
  std::puts("| --- | --- | --- | --- | --- | --- |");
  MeasureMap(13, 7, 11);
  MeasureMap(10, 4, 25);
  MeasureMap(4, 2, 125);
}
