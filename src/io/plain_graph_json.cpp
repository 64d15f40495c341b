#include "io/plain_graph_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "io/json_text.hpp"

namespace waymark {
namespace {

// Hears the JSON as it is read. Depth 1 is the object, 2 its two lists, 3 their entries; what lies deeper is ignored.
class GraphReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  PlainGraph graph;
  std::string problem;
  std::size_t position = 0;  // of a syntax error
  std::vector<std::pair<std::string, std::string>> links;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t v) override { return Number(static_cast<double>(v)); }
  bool number_unsigned(number_unsigned_t v) override { return Number(static_cast<double>(v)); }
  bool number_float(number_float_t v, const string_t&) override { return Number(v); }
  bool binary(binary_t&) override { return true; }
  bool string(string_t& v) override {
    if (depth_ != 3) return true;
    if (member_ == "id")
      id_ = std::move(v);
    else if (member_ == "from")
      from_ = std::move(v);
    else if (member_ == "to")
      to_ = std::move(v);
    return true;
  }
  bool key(string_t& v) override {
    if (depth_ == 1)
      list_ = std::move(v);
    else if (depth_ == 3)
      member_ = std::move(v);
    return true;
  }
  bool start_object(std::size_t) override {
    if (++depth_ == 3) id_.clear(), from_.clear(), to_.clear(), size_ = {-1, -1};
    return true;
  }
  bool end_object() override { return depth_-- != 3 || EndEntry(); }
  bool start_array(std::size_t) override { return ++depth_, true; }
  bool end_array() override { return --depth_, true; }
  bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) override {
    position = at;
    problem = "This is not valid JSON here; check for a missing comma, quote or bracket.";
    return false;
  }

 private:
  bool Number(double v) {
    if (depth_ != 3) return true;
    if (member_ == "w")
      size_.w = static_cast<float>(v);
    else if (member_ == "h")
      size_.h = static_cast<float>(v);
    return true;
  }
  bool EndEntry() {
    if (list_ == "nodes") {
      const auto fits = [](float side) { return side >= 0 && side <= kMaxPlainNodeSide; };
      if (id_.empty()) return Refuse("Every node needs an \"id\".");
      if (!fits(size_.w) || !fits(size_.h))
        return Refuse("Node \"" + id_ + "\" needs \"w\" and \"h\" from 0 to 100000.");
      if (graph.ids.size() == kMaxPlainNodes) return Refuse("The graph has more than 2000000 nodes; split it.");
      graph.ids.push_back(std::move(id_));
      graph.sizes.push_back(size_);
    } else if (list_ == "edges") {
      links.emplace_back(std::move(from_), std::move(to_));
    }
    return true;
  }
  bool Refuse(std::string why) { return problem = std::move(why), false; }

  int depth_ = 0;
  std::string list_, member_, id_, from_, to_;
  Size size_;
};

Place PlaceAt(std::string_view text, std::size_t position, std::string_view file) {
  Place place{std::string(file), 1, 1};
  for (const char c : text.substr(0, position == 0 ? 0 : position - 1)) {
    ++place.column;
    if (c == '\n') ++place.line, place.column = 1;
  }
  return place;
}

void AppendNumber(std::string& out, float v) { AppendJsonNumber(out, std::round(static_cast<double>(v) * 100) / 100); }

void AppendString(std::string& out, std::string_view v) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : v) {
    if (c == '"' || c == '\\') {
      out += '\\', out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00", out += kHex[c >> 4], out += kHex[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

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
  if (!nlohmann::json::sax_parse(json, &reader)) {
    if (reader.position == 0) return refuse(ErrorCode::kSchema, reader.problem);
    return Fail(ErrorCode::kSyntax, reader.problem, PlaceAt(json, reader.position, file_name));
  }
  std::unordered_map<std::string_view, std::uint32_t> index;
  index.reserve(reader.graph.ids.size());
  for (std::uint32_t i = 0; i < reader.graph.ids.size(); ++i)
    if (!index.emplace(reader.graph.ids[i], i).second)
      return refuse(ErrorCode::kSchema, "Two nodes have the id \"" + reader.graph.ids[i] + "\"; give one another id.");
  reader.graph.edges.reserve(reader.links.size());
  for (const auto& [from, to] : reader.links) {
    const auto a = index.find(from), b = index.find(to);
    if (a == index.end() || b == index.end())
      return refuse(ErrorCode::kSchema,
                    "The edge from \"" + from + "\" to \"" + to + "\" names a node that is not there.");
    reader.graph.edges.push_back({a->second, b->second});
  }
  return std::move(reader.graph);
}

std::string WriteDrawing(std::span<const DrawnNode> nodes, std::span<const DrawnEdge> edges) {
  std::string out;
  out.reserve(64 * nodes.size() + 128 * edges.size() + 32);
  out += "{\"nodes\":[";
  for (const DrawnNode& v : nodes) {
    if (&v != nodes.data()) out += ',';
    out += "\n{\"id\":";
    AppendString(out, v.id);
    const std::pair<const char*, float> members[] = {
        {",\"x\":", v.rect.x}, {",\"y\":", v.rect.y}, {",\"w\":", v.rect.w}, {",\"h\":", v.rect.h}};
    for (const auto& [name, value] : members) out += name, AppendNumber(out, value);
    out += '}';
  }
  out += "],\n\"edges\":[";
  for (const DrawnEdge& e : edges) {
    if (&e != edges.data()) out += ',';
    out += "\n{\"from\":";
    AppendString(out, e.from);
    out += ",\"to\":";
    AppendString(out, e.to);
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
