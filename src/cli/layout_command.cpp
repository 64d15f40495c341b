#include "cli/layout_command.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <locale>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/english.hpp"
#include "graph/graph.hpp"
#include "io/plain_graph_json.hpp"
#include "io/roadmap_json.hpp"
#include "layout/layered_layout.hpp"
#include "layout/map_layout.hpp"

namespace waymark {
namespace {

constexpr std::string_view kUsage =
    "usage: waymark layout FILE -o OUT [--quality fast|balanced|best] [--aspect R] [--expand all|none|ID,ID...]\n"
    "FILE is a roadmap or a plain graph; OUT receives its drawing. --quality is for plain graphs, --expand for "
    "roadmaps.\n";

struct Arguments {
  std::string_view input, output, expand = "none";
  LayoutQuality quality = LayoutQuality::kBest;
  float aspect = 0;
};

bool ReadQuality(std::string_view text, LayoutQuality& quality) {
  if (text == "fast")
    quality = LayoutQuality::kFast;
  else if (text == "balanced")
    quality = LayoutQuality::kBalanced;
  else if (text == "best")
    quality = LayoutQuality::kBest;
  else
    return false;
  return true;
}

bool ReadArguments(std::span<const std::string_view> args, Arguments& read) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::string_view name = args[i];
    if (!name.starts_with("-")) {
      if (!read.input.empty()) return false;
      read.input = name;
      continue;
    }
    if (++i == args.size()) return false;
    const std::string_view value = args[i];
    if (name == "-o") {
      read.output = value;
    } else if (name == "--expand") {
      read.expand = value;
    } else if (name == "--quality") {
      if (!ReadQuality(value, read.quality)) return false;
    } else if (name == "--aspect") {
      // libc++ 19 has no std::from_chars for floating point.
      std::istringstream number{std::string(value)};
      number.imbue(std::locale::classic());
      if (!(number >> read.aspect) || !number.eof() || !(read.aspect >= 0.01f && read.aspect <= 100)) return false;
    } else {
      return false;
    }
  }
  return !read.input.empty() && !read.output.empty();
}

class Stopwatch {
 public:
  double Milliseconds() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void Report(std::ostream& err, const Error& error) {
  if (!error.place.file.empty()) err << error.place.file << ':';
  if (error.place.line > 0) err << error.place.line << ':' << error.place.column << ':';
  err << (error.place.file.empty() ? "" : " ") << English(error.message) << '\n';
}

int Save(const Arguments& args, const std::string& drawing, double milliseconds, std::ostream& out, std::ostream& err) {
  std::ofstream file(std::string(args.output), std::ios::binary);
  file << drawing;
  if (!file.flush()) {
    err << "Can't write " << args.output << "; check the folder and the free space.\n";
    return 1;
  }
  out << "{\"layout_ms\": " << std::fixed << std::setprecision(3) << milliseconds << "}\n";
  return 0;
}

int LayOutPlainGraph(const Arguments& args, std::string_view text, std::ostream& out, std::ostream& err) {
  const Result<PlainGraph> graph = ReadPlainGraph(text, args.input);
  if (!graph) return Report(err, graph.error()), 1;
  const Stopwatch stopwatch;
  std::vector<LayeredEdge> edges;
  edges.reserve(graph->edges.size());
  for (const auto& e : graph->edges) edges.push_back({e.from, e.to});
  std::vector<Size> sizes;
  for (const auto& node : graph->nodes) sizes.push_back({node.rect.w, node.rect.h});
  const LayeredDrawing drawing = LayOut(sizes, edges, {.quality = args.quality, .aspect = args.aspect});
  const double milliseconds = stopwatch.Milliseconds();

  std::vector<DrawnNode> nodes;
  for (std::size_t v = 0; v < graph->nodes.size(); ++v) nodes.push_back({graph->nodes[v].id, drawing.nodes[v]});
  std::vector<DrawnEdge> lines;
  for (std::size_t e = 0; e < edges.size(); ++e)
    lines.push_back({graph->nodes[edges[e].from].id, graph->nodes[edges[e].to].id, drawing.edges[e]});
  return Save(args, WriteDrawing(nodes, lines), milliseconds, out, err);
}

// One flag a node; false when `list` names something that is no group.
bool ReadExpansion(std::string_view list, const Graph& graph, std::span<bool> expanded, std::ostream& err) {
  if (list == "none") return true;
  if (list == "all") {
    std::ranges::fill(expanded, true);
    return true;
  }
  while (!list.empty()) {
    const std::string_view id = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), id.size() + 1));
    const NodeIndex node = graph.Find(id);
    if (node == kNoNode || !graph.IsGroup(node)) {
      err << "There is no group \"" << id << "\" in this roadmap.\n";
      return false;
    }
    // What hides it has to open too.
    for (NodeIndex at = node; at != kNoNode; at = graph.Parent(at)) expanded[at] = true;
  }
  return true;
}

int LayOutRoadmap(const Arguments& args, std::string_view text, std::ostream& out, std::ostream& err) {
  const auto roadmap = ReadRoadmap(text, args.input);
  if (!roadmap) {
    for (const Error& error : roadmap.error()) Report(err, error);
    return 1;
  }
  const auto graph = Graph::Build(*roadmap);
  if (!graph) {
    for (const Error& error : graph.error()) Report(err, error);
    return 1;
  }
  const std::size_t count = graph->size();
  const auto expanded = std::make_unique<bool[]>(count);
  if (!ReadExpansion(args.expand, *graph, {expanded.get(), count}, err)) return 1;
  const Stopwatch stopwatch;
  const MapLayouter layouter =
      args.aspect > 0 ? MapLayouter(*roadmap, *graph, args.aspect) : MapLayouter(*roadmap, *graph);
  const MapLayout layout = layouter.Place({expanded.get(), count}, {});
  const double milliseconds = stopwatch.Milliseconds();

  std::vector<DrawnNode> nodes;
  for (NodeIndex v = 0; v < count; ++v)
    if (layout.visible[v]) nodes.push_back({roadmap->skills[v].id, layout.rect[v]});
  std::vector<DrawnEdge> lines;
  for (const MapEdge& e : layout.edges)
    lines.push_back({roadmap->skills[e.from].id, roadmap->skills[e.to].id, e.points});
  return Save(args, WriteDrawing(nodes, lines), milliseconds, out, err);
}

}  // namespace

int RunLayout(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
  Arguments read;
  if (!ReadArguments(args, read)) {
    err << kUsage;
    return 2;
  }
  std::ifstream file(std::string(read.input), std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  if (!file) {
    err << "Can't read " << read.input << "; check the name.\n";
    return 1;
  }
  return IsPlainGraph(text) ? LayOutPlainGraph(read, text, out, err) : LayOutRoadmap(read, text, out, err);
}

}  // namespace waymark
