// Gathers the events of a scan into trees of values, one after the other.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "io/json.hpp"

namespace waymark {

// No recursion. Depth is the scanner's business, the number of values the caller's.
class JsonBuilder {
 public:
  bool complete() const { return count_ > 0 && open_.empty(); }
  std::size_t count() const { return count_; }
  // Where the value begins that is being gathered.
  std::size_t offset() const { return top_.offset_; }
  // Hands the complete value out and is ready for the next.
  Json Take();

  void Name(std::string name) { name_ = std::move(name); }
  // A value that is whole.
  void Value(std::size_t at, Json value) { Add(at, std::move(value)); }
  // An empty array or object, which gets what follows until it is closed.
  void Open(std::size_t at, Json empty) { open_.push_back(&Add(at, std::move(empty))); }
  // Returns what was closed, which stays where it is until the next event.
  const Json& Close();

 private:
  Json& Add(std::size_t at, Json value);

  Json top_;
  std::vector<Json*> open_;  // on the way from the top to here
  std::string name_;         // of the member to come
  std::size_t count_ = 0;
};

}  // namespace waymark
