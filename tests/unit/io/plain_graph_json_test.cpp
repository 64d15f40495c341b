#include "io/plain_graph_json.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace waymark;

TEST_CASE("ReadPlainGraph_ReadsNodesAndEdgesAndIgnoresTheRest", "[io]") {
  const auto graph = ReadPlainGraph(
      R"({"made":{"by":["x"]},"nodes":[{"id":"a","label":"A \"b\"","x":-2,"y":1e1,"w":10,"h":20.5,"meta":{"id":"no","w":1}},{"id":"b","w":3,"h":4}],)"
      R"("edges":[{"from":"b","to":"a","weight":2}]})",
      "g.json");
  REQUIRE(graph);
  REQUIRE(graph->nodes.size() == 2);
  CHECK(graph->nodes[0].id == "a");
  CHECK(graph->nodes[0].label == "A \"b\"");
  CHECK(graph->nodes[0].rect == WorldRect{-2, 10, 10, 20.5f});
  CHECK(graph->nodes[1].id == "b");
  CHECK(graph->nodes[1].rect == WorldRect{0, 0, 3, 4});
  REQUIRE(graph->edges.size() == 1);
  CHECK(graph->edges[0].from == 1);
  CHECK(graph->edges[0].to == 0);
}

TEST_CASE("ReadPlainGraph_NamesTheLineOfASyntaxError", "[io]") {
  const auto graph = ReadPlainGraph("{\"nodes\":[\n{\"id\":\"a\",,\n", "g.json");
  REQUIRE_FALSE(graph);
  CHECK(graph.error().code == ErrorCode::kSyntax);
  CHECK(graph.error().place.file == "g.json");
  CHECK(graph.error().place.line == 2);
}

TEST_CASE("ReadPlainGraph_RefusesWhatIsNoGraph", "[io]") {
  for (const char* text : {
           R"({"nodes":[{"id":"a","w":1}]})",
           R"({"nodes":[{"id":"a","w":1,"h":-2}]})",
           R"({"nodes":[{"w":1,"h":2}]})",
           R"({"nodes":[{"id":"a","w":1,"h":1},{"id":"a","w":1,"h":1}]})",
           R"({"nodes":[{"id":"a","w":1,"h":1}],"edges":[{"from":"a","to":"b"}]})",
       }) {
    const auto graph = ReadPlainGraph(text, "g.json");
    REQUIRE_FALSE(graph);
    CHECK(graph.error().code == ErrorCode::kSchema);
    CHECK_FALSE(graph.error().message.empty());
  }
}

TEST_CASE("IsPlainGraph_TellsAGraphFromARoadmap", "[io]") {
  CHECK(IsPlainGraph(R"({"nodes":[],"edges":[]})"));
  CHECK_FALSE(IsPlainGraph(R"({"format":"waymark-roadmap","skills":[]})"));
}

TEST_CASE("WriteDrawing_WritesWhatTheFormSays", "[io]") {
  const DrawnNode nodes[] = {{"a\"", {0, 1.005f, 10, 20}}};
  const WorldPoint points[] = {{1, 2}, {3.14159f, -0.001f}};
  const DrawnEdge edges[] = {{"a\"", "b", points}};
  CHECK(WriteDrawing(nodes, edges) ==
        "{\"nodes\":[\n{\"id\":\"a\\\"\",\"x\":0,\"y\":1,\"w\":10,\"h\":20}],\n"
        "\"edges\":[\n{\"from\":\"a\\\"\",\"to\":\"b\",\"points\":[[1,2],[3.14,0]]}]}\n");
}
