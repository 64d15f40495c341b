// A piece of a JSON text that remembers where everything in it stands, for readers that name the place of a mistake.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_scan.hpp"

namespace waymark {

enum class JsonKind : std::uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };

struct JsonNode {
  JsonKind kind = JsonKind::kNull;
  bool boolean = false;
  bool whole = false;  // of a number: as in JsonEvents::OnNumber
  double number = 0;
  JsonMark begin;
  std::size_t end = 0;          // offset past the last byte; of arrays and objects only
  std::string text;             // of a string
  std::string name;             // of an object's member
  std::vector<JsonNode> items;  // of an array or object
};

// The value as it stands in `source`, the text it was read from, without the space between its tokens.
std::string JsonTextOf(const JsonNode& node, std::string_view source);

// Gathers the events of one value into a tree. Depth is the scanner's business, the number of values the caller's.
class JsonNodeBuilder {
 public:
  bool started() const { return started_; }
  bool complete() const { return started_ && open_.empty(); }
  std::size_t count() const { return count_; }
  JsonMark begin() const { return top_.begin; }
  // Hands the value out and is ready for the next.
  JsonNode Take();

  void Key(std::string name) { name_ = std::move(name); }
  void Leaf(JsonNode node) { Add(std::move(node)); }
  void Open(JsonKind kind, JsonMark at);
  void Close(std::size_t end);

 private:
  JsonNode& Add(JsonNode node);

  JsonNode top_;
  std::vector<JsonNode*> open_;
  std::string name_;
  std::size_t count_ = 0;
  bool started_ = false;
};

}  // namespace waymark
