// Walks through a JSON text and tells what stands where. The one place that meets the JSON library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace waymark {

// Where a value or a member's name begins.
struct JsonMark {
  std::size_t offset = 0;    // bytes from the beginning of the text
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 1;  // from 1, in bytes
};

// What a scan meets, in the order of the text. Every call answers whether to go on.
class JsonEvents {
 public:
  virtual ~JsonEvents() = default;
  virtual bool OnNull(JsonMark at) = 0;
  virtual bool OnBool(JsonMark at, bool value) = 0;
  // `whole`: written without point or exponent, and exact as a double.
  virtual bool OnNumber(JsonMark at, double value, bool whole) = 0;
  virtual bool OnString(JsonMark at, std::string value) = 0;
  virtual bool OnStartObject(JsonMark at) = 0;
  virtual bool OnKey(JsonMark at, std::string name) = 0;
  virtual bool OnEndObject(std::size_t end_offset) = 0;
  virtual bool OnStartArray(JsonMark at) = 0;
  virtual bool OnEndArray(std::size_t end_offset) = 0;
};

enum class JsonScan : std::uint8_t { kWhole, kStopped, kBroken };

// Reads one JSON value and nothing after it. kStopped: an event answered no. kBroken: not JSON, not UTF-8 or nested
// deeper than `max_depth`; `error` says what and where (its file is left empty). O(length), no recursion.
JsonScan ScanJson(std::string_view text, int max_depth, JsonEvents& events, Error& error);

}  // namespace waymark
