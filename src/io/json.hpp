// The tree of JSON values: what is read from outside, with places, and what is written, so that nothing outside `io`
// sees the JSON library.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace waymark {

// Beyond these a text is refused while it is read: nothing of ours is nested deeper than 6, and a map of 200,000 skills
// has under a million values.
inline constexpr int kMaxJsonDepth = 32;
inline constexpr std::size_t kMaxJsonValues = 1'000'000;

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;  // in the order written

  Json() = default;
  Json(bool v) : value_(v) {}
  template <class Number>
    requires(std::integral<Number> || std::floating_point<Number>) && (!std::same_as<Number, bool>)
  Json(Number v) : value_(static_cast<double>(v)) {}
  Json(std::string v) : value_(std::move(v)) {}
  Json(std::string_view v) : value_(std::string(v)) {}
  Json(const char* v) : value_(std::string(v)) {}
  Json(Array v) : value_(std::move(v)) {}
  Json(Object v) : value_(std::move(v)) {}

  // Refuses more than `max_bytes`, more than kMaxJsonDepth levels or kMaxJsonValues values, text that is not UTF-8, and
  // an object that names a member twice.
  static Result<Json> Parse(std::string_view text, std::size_t max_bytes = 8u << 20);
  // Compact; numbers that are whole are written without a point, those that are not finite as null.
  std::string Dump() const;

  // Lenient reading: what is absent or of another type reads as the fallback.
  const Json* Find(std::string_view member) const;  // null when this is no object or lacks it
  bool AsBool(bool fallback = false) const;
  double AsNumber(double fallback = 0) const;
  std::string_view AsString(std::string_view fallback = {}) const;
  const Array& AsArray() const;    // empty when it is none
  const Object& AsObject() const;  // empty when it is none
  bool IsNull() const { return std::holds_alternative<std::monostate>(value_); }
  bool IsBool() const { return std::holds_alternative<bool>(value_); }
  bool IsNumber() const { return std::holds_alternative<double>(value_); }
  bool IsString() const { return std::holds_alternative<std::string>(value_); }
  bool IsArray() const { return std::holds_alternative<Array>(value_); }
  bool IsObject() const { return std::holds_alternative<Object>(value_); }

  // Where the value begins in the text it was read from, in bytes; 0 for one that was made. Tells no values apart.
  std::size_t offset() const { return offset_; }

  friend bool operator==(const Json& a, const Json& b) { return a.value_ == b.value_; }

 private:
  friend class JsonBuilder;
  void AppendTo(std::string& out) const;

  std::variant<std::monostate, bool, double, std::string, Array, Object> value_;
  std::uint32_t offset_ = 0;
};

}  // namespace waymark
