#include "io/json.hpp"

#include <algorithm>
#include <vector>

#include "base/compact_sort.hpp"
#include "io/json_builder.hpp"
#include "io/json_place.hpp"
#include "io/json_scan.hpp"
#include "io/json_text.hpp"

namespace waymark {
namespace {

// Reads one whole value, and refuses what is too much of it.
class TreeReader : public JsonEvents {
 public:
  Json Take() { return builder_.Take(); }
  const JsonFault& fault() const { return fault_; }

  bool OnNull(std::size_t at) override { return Leaf(at, Json()); }
  bool OnBool(std::size_t at, bool value) override { return Leaf(at, value); }
  bool OnNumber(std::size_t at, double value) override { return Leaf(at, value); }
  bool OnString(std::size_t at, std::string value) override { return Leaf(at, std::move(value)); }
  bool OnStartArray(std::size_t at) override { return Open(at, Json::Array()); }
  bool OnStartObject(std::size_t at) override { return Open(at, Json::Object()); }
  bool OnKey(std::size_t, std::string name) override { return builder_.Name(std::move(name)), true; }
  bool OnEndArray(std::size_t) override { return builder_.Close(), true; }
  bool OnEndObject(std::size_t) override {
    const Json& closed = builder_.Close();
    std::vector<std::string_view> names;
    for (const auto& [name, value] : closed.AsObject()) names.push_back(name);
    CompactSort(names);
    const auto twice = std::ranges::adjacent_find(names);
    if (twice == names.end()) return true;
    fault_ = {ErrorCode::kSyntax, "This names \"" + std::string(*twice) + "\" twice; leave one out.", closed.offset()};
    return false;
  }

 private:
  bool Leaf(std::size_t at, Json value) { return builder_.Value(at, std::move(value)), Fits(at); }
  bool Open(std::size_t at, Json empty) { return builder_.Open(at, std::move(empty)), Fits(at); }
  bool Fits(std::size_t at) {
    if (builder_.count() <= kMaxJsonValues) return true;
    fault_ = {ErrorCode::kTooLarge,
              "This holds more than " + std::to_string(kMaxJsonValues) + " values; use a smaller file.", at};
    return false;
  }

  JsonBuilder builder_;
  JsonFault fault_;
};

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
  TreeReader reader;
  JsonFault fault;
  const JsonScan scan = ScanJson(text, kMaxJsonDepth, reader, fault);
  if (scan == JsonScan::kWhole) return reader.Take();
  if (scan == JsonScan::kStopped) fault = reader.fault();
  return Fail(fault.code, std::move(fault.message), PlaceAt(text, fault.offset));
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
