// Any text as a roadmap file or as a plain graph: every problem has words; what is accepted can be written and read
// again, indexed as a graph, and shown: no text of it holds what would hide or reverse, and no link leads anywhere but
// to the web.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "fuzz_check.hpp"
#include "graph/graph.hpp"
#include "io/markdown.hpp"
#include "io/plain_graph_json.hpp"
#include "io/roadmap_json.hpp"

namespace {

using namespace waymark;

void CheckUrl(std::string_view url) { Require(url.starts_with("https://") || url.starts_with("http://")); }

void CheckMarkdown(std::string_view text) {
  for (const Block& block : ParseMarkdown(text)) {
    for (const Span& span : block.spans) {
      if (span.kind == SpanKind::kLink) CheckUrl(span.url);
      Require(span.text == Sanitized(span.text));
    }
  }
}

void CheckRoadmap(const Roadmap& roadmap) {
  for (const Skill& skill : roadmap.skills) {
    Require(skill.title == Sanitized(skill.title));
    CheckMarkdown(skill.body);
    for (const Resource& resource : skill.resources) CheckUrl(resource.url);
  }
  const std::string written = WriteRoadmap(roadmap);
  const auto again = ReadRoadmap(written, "again.json");
  Require(again && WriteRoadmap(*again) == written);
  if (const auto graph = Graph::Build(roadmap); !graph) {
    Require(!graph.error().empty());
    for (const Error& error : graph.error()) Require(!error.message.empty());
  }
}

void CheckPlainGraph(std::string_view text) {
  const auto graph = ReadPlainGraph(text, "fuzz.json");
  if (!graph) {
    Require(!graph.error().message.empty());
    return;
  }
  std::vector<DrawnNode> nodes;
  for (const PlainGraph::Node& node : graph->nodes) nodes.push_back({node.id, {0, 0, node.rect.w, node.rect.h}});
  const WorldPoint points[] = {{0, 0.5f}, {1, 2}};
  std::vector<DrawnEdge> edges;
  for (const PlainGraph::Edge& edge : graph->edges)
    edges.push_back({graph->nodes[edge.from].id, graph->nodes[edge.to].id, points});
  const auto again = ReadPlainGraph(WriteDrawing(nodes, edges), "again.json");
  Require(again && std::ranges::equal(again->nodes, graph->nodes, {}, &PlainGraph::Node::id, &PlainGraph::Node::id));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = AsText(data, size);
  CheckMarkdown(text);
  if (IsPlainGraph(text)) {
    CheckPlainGraph(text);
    return 0;
  }
  const auto roadmap = ReadRoadmap(text, "fuzz.json");
  if (roadmap) {
    CheckRoadmap(*roadmap);
    return 0;
  }
  Require(!roadmap.error().empty());
  for (const Error& error : roadmap.error()) Require(!error.message.empty());
  return 0;
}
