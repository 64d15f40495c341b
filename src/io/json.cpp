#include "io/json.hpp"

#include <algorithm>
#include <vector>

#include "base/compact_sort.hpp"
#include "io/json_scan.hpp"
#include "io/json_text.hpp"

namespace waymark {
namespace {

// Builds the value without recursion: `open_` are the arrays and objects on the way from the top to here.
class Builder : public JsonEvents {
 public:
  Json Take() { return std::move(top_); }
  const Error& error() const { return error_; }

  bool OnNull(JsonMark at) override { return Add(at, Json()) != nullptr; }
  bool OnBool(JsonMark at, bool value) override { return Add(at, value) != nullptr; }
  bool OnNumber(JsonMark at, double value, bool) override { return Add(at, value) != nullptr; }
  bool OnString(JsonMark at, std::string value) override { return Add(at, std::move(value)) != nullptr; }
  bool OnStartArray(JsonMark at) override { return Open(at, Json::Array()); }
  bool OnStartObject(JsonMark at) override { return Open(at, Json::Object()); }
  bool OnEndArray(std::size_t) override {
    open_.pop_back();
    return true;
  }
  bool OnKey(JsonMark at, std::string name) override {
    open_.back().name = std::move(name);
    open_.back().name_at = at;
    return true;
  }
  bool OnEndObject(std::size_t) override {
    const Level level = std::move(open_.back());
    open_.pop_back();
    std::vector<std::string_view> names;
    for (const auto& [name, value] : level.value->AsObject()) names.push_back(name);
    CompactSort(names);
    const auto twice = std::ranges::adjacent_find(names);
    if (twice == names.end()) return true;
    return Stop(ErrorCode::kSyntax, level.begin, "This names \"" + std::string(*twice) + "\" twice; leave one out.");
  }

 private:
  struct Level {
    Json* value;
    JsonMark begin;
    std::string name;  // of the member to come
    JsonMark name_at;
  };

  bool Stop(ErrorCode code, JsonMark at, std::string message) {
    error_ = {code, std::move(message), {{}, at.line, at.column}};
    return false;
  }

  bool Open(JsonMark at, Json empty) {
    Json* const added = Add(at, std::move(empty));
    if (added == nullptr) return false;
    open_.push_back({added, at, {}, {}});
    return true;
  }

  Json* Add(JsonMark at, Json value);

  Json top_;
  std::vector<Level> open_;
  std::size_t count_ = 0;
  Error error_;
};

}  // namespace

// The hands of the builder on the inside of a value.
struct JsonAccess {
  static Json* Append(Json& container, std::string name, Json value) {
    if (auto* const array = std::get_if<Json::Array>(&container.value_)) return &array->emplace_back(std::move(value));
    auto& object = std::get<Json::Object>(container.value_);
    return &object.emplace_back(std::move(name), std::move(value)).second;
  }
};

namespace {

Json* Builder::Add(JsonMark at, Json value) {
  if (++count_ > kMaxJsonValues) {
    Stop(ErrorCode::kTooLarge, at,
         "This holds more than " + std::to_string(kMaxJsonValues) + " values; use a smaller file.");
    return nullptr;
  }
  if (open_.empty()) {
    top_ = std::move(value);
    return &top_;
  }
  return JsonAccess::Append(*open_.back().value, std::move(open_.back().name), std::move(value));
}

template <class Items, class Each>
void AppendList(std::string& out, char open, char close, const Items& items, Each each) {
  out.push_back(open);
  bool first = true;
  for (const auto& item : items) {
    if (!first) out.push_back(',');
    first = false;
    each(item);
  }
  out.push_back(close);
}

}  // namespace

Result<Json> Json::Parse(std::string_view text, std::size_t max_bytes) {
  if (text.size() > max_bytes) {
    return Fail(ErrorCode::kTooLarge,
                "This is larger than " + std::to_string(max_bytes) + " bytes; use a smaller file.");
  }
  Builder builder;
  Error error;
  switch (ScanJson(text, kMaxJsonDepth, builder, error)) {
    case JsonScan::kWhole:
      return builder.Take();
    case JsonScan::kStopped:
      return std::unexpected(builder.error());
    case JsonScan::kBroken:
      break;
  }
  return std::unexpected(std::move(error));
}

std::string Json::Dump() const {
  std::string out;
  AppendTo(out);
  return out;
}

// As deep as the value, which is kMaxJsonDepth for what was read and ours to choose for what was made.
void Json::AppendTo(std::string& out) const {
  if (const auto* const array = std::get_if<Array>(&value_)) {
    AppendList(out, '[', ']', *array, [&](const Json& item) { item.AppendTo(out); });
  } else if (const auto* const object = std::get_if<Object>(&value_)) {
    AppendList(out, '{', '}', *object, [&](const auto& member) {
      AppendJsonString(out, member.first);
      out.push_back(':');
      member.second.AppendTo(out);
    });
  } else if (const auto* const text = std::get_if<std::string>(&value_)) {
    AppendJsonString(out, *text);
  } else if (const auto* const number = std::get_if<double>(&value_)) {
    AppendJsonNumber(out, *number);
  } else if (const auto* const boolean = std::get_if<bool>(&value_)) {
    out += *boolean ? "true" : "false";
  } else {
    out += "null";
  }
}

const Json* Json::Find(std::string_view member) const {
  for (const auto& [name, value] : AsObject()) {
    if (name == member) return &value;
  }
  return nullptr;
}

bool Json::AsBool(bool fallback) const {
  const auto* const value = std::get_if<bool>(&value_);
  return value == nullptr ? fallback : *value;
}

double Json::AsNumber(double fallback) const {
  const auto* const value = std::get_if<double>(&value_);
  return value == nullptr ? fallback : *value;
}

std::string_view Json::AsString(std::string_view fallback) const {
  const auto* const value = std::get_if<std::string>(&value_);
  return value == nullptr ? fallback : std::string_view(*value);
}

const Json::Array& Json::AsArray() const {
  static const Array kEmpty;
  const auto* const value = std::get_if<Array>(&value_);
  return value == nullptr ? kEmpty : *value;
}

const Json::Object& Json::AsObject() const {
  static const Object kEmpty;
  const auto* const value = std::get_if<Object>(&value_);
  return value == nullptr ? kEmpty : *value;
}

}  // namespace waymark
