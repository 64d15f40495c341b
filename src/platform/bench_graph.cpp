#include "platform/bench_graph.hpp"

#include <cmath>
#include <unordered_map>

namespace waymark {
namespace {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  bool failed() const { return failed_; }

  // Takes `c` if it comes next.
  bool Take(char c) {
    SkipSpace();
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  void Need(char c) { failed_ = !Take(c) || failed_; }

  // A string as it is written, without its quotes; escapes are left in it.
  std::string_view String() {
    Need('"');
    const char* const begin = at_;
    while (at_ < end_ && *at_ != '"') at_ += *at_ == '\\' ? 2 : 1;
    if (at_ >= end_) return failed_ = true, at_ = end_, std::string_view();
    return {begin, static_cast<std::size_t>(at_++ - begin)};
  }

  // Good to a float's precision for anything that is a position.
  float Number() {
    SkipSpace();
    const char* const begin = at_;
    const bool negative = at_ < end_ && *at_ == '-';
    if (negative) ++at_;
    double value = Digits();
    if (at_ < end_ && *at_ == '.') {
      const char* const point = at_++;
      const double fraction = Digits();
      value += fraction / std::pow(10.0, static_cast<double>(at_ - point - 1));
    }
    if (at_ < end_ && (*at_ == 'e' || *at_ == 'E')) {
      ++at_;
      const bool small = at_ < end_ && *at_ == '-';
      if (at_ < end_ && (*at_ == '-' || *at_ == '+')) ++at_;
      const double exponent = Digits();
      value *= std::pow(10.0, small ? -exponent : exponent);
    }
    failed_ = failed_ || at_ == begin;
    return static_cast<float>(negative ? -value : value);
  }

  // Any value, however deep.
  void Skip() {
    int depth = 0;
    do {
      SkipSpace();
      if (at_ == end_) return void(failed_ = true);
      const char c = *at_;
      if (c == '"') {
        String();
      } else {
        ++at_;
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        if (depth == 0 && c != '}' && c != ']') {
          while (at_ < end_ && *at_ != ',' && *at_ != '}' && *at_ != ']') ++at_;
        }
      }
    } while (depth > 0 && !failed_);
  }

  // Calls visit(name) before the value of every member; it must take the value.
  template <class Visit>
  void Object(Visit&& visit) {
    Need('{');
    if (Take('}')) return;
    do {
      const std::string_view name = String();
      Need(':');
      if (failed_) return;
      visit(name);
    } while (!failed_ && Take(','));
    Need('}');
  }

  template <class Visit>
  void Array(Visit&& visit) {
    Need('[');
    if (Take(']')) return;
    do visit();
    while (!failed_ && Take(','));
    Need(']');
  }

 private:
  double Digits() {
    double value = 0;
    for (; at_ < end_ && *at_ >= '0' && *at_ <= '9'; ++at_) value = value * 10 + (*at_ - '0');
    return value;
  }

  void SkipSpace() {
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }

  const char* at_;
  const char* end_;
  bool failed_ = false;
};

// Takes the escapes out; those of code points (\u…) become a replacement character.
std::string Unescaped(std::string_view raw) {
  if (!raw.contains('\\')) return std::string(raw);
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\' || i + 1 == raw.size()) {
      out += raw[i];
    } else if (raw[++i] == 'u') {
      out += "\xEF\xBF\xBD";
      i += 4;
    } else {
      out += raw[i];
    }
  }
  return out;
}

}  // namespace

Result<BenchGraph> ReadBenchGraph(std::string_view json) {
  BenchGraph graph;
  std::unordered_map<std::string_view, std::uint32_t> index;
  std::vector<std::pair<std::string_view, std::string_view>> links;
  Scanner in(json);
  in.Object([&](std::string_view list) {
    if (list == "nodes") {
      in.Array([&] {
        BenchGraph::Node& node = graph.nodes.emplace_back();
        in.Object([&](std::string_view member) {
          if (member == "id")
            index.emplace(in.String(), static_cast<std::uint32_t>(graph.nodes.size() - 1));
          else if (member == "label")
            node.label = Unescaped(in.String());
          else if (member == "x")
            node.rect.x = in.Number();
          else if (member == "y")
            node.rect.y = in.Number();
          else if (member == "w")
            node.rect.w = in.Number();
          else if (member == "h")
            node.rect.h = in.Number();
          else
            in.Skip();
        });
      });
    } else if (list == "edges") {
      in.Array([&] {
        auto& [from, to] = links.emplace_back();
        in.Object([&](std::string_view member) {
          if (member == "from")
            from = in.String();
          else if (member == "to")
            to = in.String();
          else
            in.Skip();
        });
      });
    } else {
      in.Skip();
    }
  });
  if (in.failed())
    return Fail(ErrorCode::kSyntax, "This is no graph as the benchmark reads it; see docs/page_protocol.md.");
  graph.edges.reserve(links.size());
  for (const auto& [from, to] : links) {
    const auto a = index.find(from), b = index.find(to);
    if (a == index.end() || b == index.end())
      return Fail(ErrorCode::kSchema, "An edge names a node that is not there.");
    graph.edges.emplace_back(a->second, b->second);
  }
  return graph;
}

}  // namespace waymark
