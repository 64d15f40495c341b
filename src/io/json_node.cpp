#include "io/json_node.hpp"

#include <algorithm>
#include <utility>

#include "io/json_text.hpp"

namespace waymark {

std::string JsonTextOf(const JsonNode& node, std::string_view source) {
  switch (node.kind) {
    case JsonKind::kNull:
      return "null";
    case JsonKind::kBool:
      return node.boolean ? "true" : "false";
    case JsonKind::kNumber: {
      const std::size_t end = source.find_first_not_of("+-.0123456789eE", node.begin.offset);
      return std::string(source.substr(node.begin.offset, std::min(end, source.size()) - node.begin.offset));
    }
    case JsonKind::kString: {
      std::string quoted;
      AppendJsonString(quoted, node.text);
      return quoted;
    }
    case JsonKind::kArray:
    case JsonKind::kObject:
      break;
  }
  return CompactJson(source.substr(node.begin.offset, node.end - node.begin.offset));
}

JsonNode JsonNodeBuilder::Take() {
  started_ = false;
  count_ = 0;
  name_.clear();
  return std::exchange(top_, JsonNode{});
}

void JsonNodeBuilder::Open(JsonKind kind, JsonMark at) {
  JsonNode node;
  node.kind = kind;
  node.begin = at;
  open_.push_back(&Add(std::move(node)));
}

void JsonNodeBuilder::Close(std::size_t end) {
  open_.back()->end = end;
  open_.pop_back();
}

JsonNode& JsonNodeBuilder::Add(JsonNode node) {
  ++count_;
  started_ = true;
  node.name = std::exchange(name_, {});
  if (open_.empty()) return top_ = std::move(node);
  return open_.back()->items.emplace_back(std::move(node));
}

}  // namespace waymark
