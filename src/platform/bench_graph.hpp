// Reads a drawn graph for the benchmark page, in one pass and with no tree in memory: at 100,000 nodes reading is part
// of the time to the first picture.
//   {"nodes":[{"id","label","x","y","w","h",…}],"edges":[{"from","to"}]}, strings with the usual escapes
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/geometry.hpp"
#include "base/result.hpp"

namespace waymark {

struct BenchGraph {
  struct Node {
    WorldRect rect;
    std::string label;
  };
  std::vector<Node> nodes;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  // by position in nodes
};

// kSyntax for what is not of this form, kSchema for an edge whose end is no node. Members it does not know are skipped.
Result<BenchGraph> ReadBenchGraph(std::string_view json);

}  // namespace waymark
