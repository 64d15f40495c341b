#include "io/plain_graph_json.hpp"

#include <cmath>
#include <unordered_map>
#include <utility>

#include "io/json.hpp"
#include "io/json_place.hpp"
#include "io/json_scan.hpp"
#include "io/json_text.hpp"

namespace waymark {
namespace {

// Hears the JSON as it is read. Depth 1 is the object, 2 its two lists, 3 their entries; what lies deeper is ignored.
class GraphReader : public JsonEvents {
 public:
  PlainGraph graph;
  JsonFault fault;
  std::vector<std::pair<std::string, std::string>> links;

  bool OnNull(std::size_t) override { return true; }
  bool OnBool(std::size_t, bool) override { return true; }
  bool OnNumber(std::size_t, double value) override {
    if (depth_ == 3 && number_ != nullptr) *number_ = static_cast<float>(value);
    return true;
  }
  bool OnString(std::size_t, std::string value) override {
    if (depth_ == 3 && text_ != nullptr) *text_ = std::move(value);
    return true;
  }
  bool OnKey(std::size_t, std::string name) override {
    if (depth_ == 1) list_ = name == "nodes" ? List::kNodes : name == "edges" ? List::kEdges : List::kOther;
    if (depth_ == 3) FindMember(name);
    return true;
  }
  bool OnStartObject(std::size_t at) override {
    if (++depth_ != 3) return true;
    entry_ = at;
    node_ = {{}, {}, {0, 0, -1, -1}};
    from_.clear();
    to_.clear();
    return true;
  }
  bool OnEndObject(std::size_t) override { return depth_-- != 3 || EndEntry(); }
  bool OnStartArray(std::size_t) override { return ++depth_, true; }
  bool OnEndArray(std::size_t) override { return --depth_, true; }

 private:
  enum class List : std::uint8_t { kOther, kNodes, kEdges };

  // Where the value of the member `name` of an entry goes, if it is one of ours.
  void FindMember(std::string_view name) {
    text_ = nullptr;
    number_ = nullptr;
    if (list_ == List::kNodes) {
      if (name == "id") text_ = &node_.id;
      if (name == "label") text_ = &node_.label;
      if (name == "x") number_ = &node_.rect.x;
      if (name == "y") number_ = &node_.rect.y;
      if (name == "w") number_ = &node_.rect.w;
      if (name == "h") number_ = &node_.rect.h;
    } else if (list_ == List::kEdges) {
      if (name == "from") text_ = &from_;
      if (name == "to") text_ = &to_;
    }
  }

  bool EndEntry() {
    if (list_ == List::kNodes) {
      const auto fits = [](float side) { return side >= 0 && side <= kMaxPlainNodeSide; };
      if (node_.id.empty()) return Refuse("Every node needs an \"id\".");
      if (!fits(node_.rect.w) || !fits(node_.rect.h))
        return Refuse("Node \"" + node_.id + "\" needs \"w\" and \"h\" from 0 to 100000.");
      if (graph.nodes.size() == kMaxPlainNodes) return Refuse("The graph has more than 2000000 nodes; split it.");
      graph.nodes.push_back(std::move(node_));
    } else if (list_ == List::kEdges) {
      links.emplace_back(std::move(from_), std::move(to_));
    }
    return true;
  }
  bool Refuse(std::string why) {
    fault = {ErrorCode::kSchema, std::move(why), entry_};
    return false;
  }

  int depth_ = 0;
  List list_ = List::kOther;
  std::size_t entry_ = 0;  // where the present one begins
  PlainGraph::Node node_;
  std::string from_, to_;
  std::string* text_ = nullptr;
  float* number_ = nullptr;
};

void AppendNumber(std::string& out, float v) { AppendJsonNumber(out, std::round(static_cast<double>(v) * 100) / 100); }

}  // namespace

bool IsPlainGraph(std::string_view json) {
  const std::size_t nodes = json.find("\"nodes\""), format = json.find("\"format\"");
  return nodes < format;
}

Result<PlainGraph> ReadPlainGraph(std::string_view json, std::string_view file_name) {
  const auto refuse = [&](ErrorCode code, std::string why) {
    return Fail(code, std::move(why), {std::string(file_name)});
  };
  if (json.size() > kMaxPlainGraphBytes)
    return refuse(ErrorCode::kTooLarge, "The graph is larger than 256 MB; split it.");
  GraphReader reader;
  JsonFault fault;
  if (const JsonScan scan = ScanJson(json, kMaxJsonDepth, reader, fault); scan != JsonScan::kWhole) {
    if (scan == JsonScan::kStopped) fault = std::move(reader.fault);
    Place place = PlaceAt(json, fault.offset);
    place.file = file_name;
    return Fail(fault.code, std::move(fault.message), std::move(place));
  }
  PlainGraph& graph = reader.graph;
  std::unordered_map<std::string_view, std::uint32_t> index;
  index.reserve(graph.nodes.size());
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
    if (!index.emplace(graph.nodes[i].id, i).second)
      return refuse(ErrorCode::kSchema, "Two nodes have the id \"" + graph.nodes[i].id + "\"; give one another id.");
  graph.edges.reserve(reader.links.size());
  for (const auto& [from, to] : reader.links) {
    const auto a = index.find(from), b = index.find(to);
    if (a == index.end() || b == index.end())
      return refuse(ErrorCode::kSchema,
                    "The edge from \"" + from + "\" to \"" + to + "\" names a node that is not there.");
    graph.edges.push_back({a->second, b->second});
  }
  return std::move(graph);
}

std::string WriteDrawing(std::span<const DrawnNode> nodes, std::span<const DrawnEdge> edges) {
  std::string out;
  out.reserve(64 * nodes.size() + 128 * edges.size() + 32);
  out += "{\"nodes\":[";
  for (const DrawnNode& v : nodes) {
    if (&v != nodes.data()) out += ',';
    out += "\n{\"id\":";
    AppendJsonString(out, v.id);
    const std::pair<const char*, float> members[] = {
        {",\"x\":", v.rect.x}, {",\"y\":", v.rect.y}, {",\"w\":", v.rect.w}, {",\"h\":", v.rect.h}};
    for (const auto& [name, value] : members) out += name, AppendNumber(out, value);
    out += '}';
  }
  out += "],\n\"edges\":[";
  for (const DrawnEdge& e : edges) {
    if (&e != edges.data()) out += ',';
    out += "\n{\"from\":";
    AppendJsonString(out, e.from);
    out += ",\"to\":";
    AppendJsonString(out, e.to);
    out += ",\"points\":[";
    for (const WorldPoint& p : e.points) {
      if (&p != e.points.data()) out += ',';
      out += '[', AppendNumber(out, p.x), out += ',', AppendNumber(out, p.y), out += ']';
    }
    out += "]}";
  }
  out += "]}\n";
  return out;
}

}  // namespace waymark
