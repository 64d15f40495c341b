#include "io/json_builder.hpp"

#include <variant>

namespace waymark {

Json JsonBuilder::Take() {
  count_ = 0;
  name_.clear();
  return std::exchange(top_, Json());
}

const Json& JsonBuilder::Close() {
  const Json& closed = *open_.back();
  open_.pop_back();
  return closed;
}

Json& JsonBuilder::Add(std::size_t at, Json value) {
  ++count_;
  value.offset_ = static_cast<std::uint32_t>(at);
  if (open_.empty()) return top_ = std::move(value);
  auto& container = open_.back()->value_;
  if (auto* const array = std::get_if<Json::Array>(&container)) return array->emplace_back(std::move(value));
  return std::get<Json::Object>(container).emplace_back(std::exchange(name_, {}), std::move(value)).second;
}

}  // namespace waymark
