// Plain graphs and their drawings as JSON, for measuring the layout and the renderer beside other engines.
//   graph:   {"nodes":[{"id","label"?,"x"?,"y"?,"w","h"}],"edges":[{"from","to"}]}
//   drawing: {"nodes":[{"id","x","y","w","h"}],"edges":[{"from","to","points":[[x,y],…]}]}
// x, y is a top left corner in CSS pixels, y downward, 0 where it is left out. Other members are ignored.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "base/result.hpp"

namespace waymark {

inline constexpr std::size_t kMaxPlainGraphBytes = 256u << 20;  // about two million nodes
inline constexpr std::size_t kMaxPlainNodes = 2'000'000;        // what 32-bit vertex numbers hold with room for bends
inline constexpr float kMaxPlainNodeSide = 100'000;             // sums of sides stay exact enough in a float

struct PlainGraph {
  struct Node {
    std::string id;
    std::string label;
    WorldRect rect;
  };
  struct Edge {  // by position in nodes
    std::uint32_t from = 0;
    std::uint32_t to = 0;
  };
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

// Whether `json` looks like a plain graph rather than a roadmap file, from its first members.
bool IsPlainGraph(std::string_view json);

// Refuses what is no JSON of this form, ids that occur twice and ends that are no node. One pass, no tree in memory.
Result<PlainGraph> ReadPlainGraph(std::string_view json, std::string_view file_name);

struct DrawnNode {
  std::string_view id;
  WorldRect rect;
};
struct DrawnEdge {
  std::string_view from;
  std::string_view to;
  std::span<const WorldPoint> points;
};
// Coordinates with at most two decimals.
std::string WriteDrawing(std::span<const DrawnNode> nodes, std::span<const DrawnEdge> edges);

}  // namespace waymark
