// Walks through a JSON text and tells what stands where. The one place that reads with the JSON library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace waymark {

// A longer number is refused: no number needs as many digits, and reading one takes more than linear time.
inline constexpr std::size_t kMaxJsonNumber = 1'000;  // bytes

// What a scan meets, in the order of the text, each with the offset of its first byte; the ends with the offset past
// their bracket. Every call returns whether to go on.
class JsonEvents {
 public:
  virtual ~JsonEvents() = default;
  virtual bool OnNull(std::size_t at) = 0;
  virtual bool OnBool(std::size_t at, bool value) = 0;
  virtual bool OnNumber(std::size_t at, double value) = 0;
  virtual bool OnString(std::size_t at, std::string value) = 0;
  virtual bool OnStartObject(std::size_t at) = 0;
  virtual bool OnKey(std::size_t at, std::string name) = 0;
  virtual bool OnEndObject(std::size_t end) = 0;
  virtual bool OnStartArray(std::size_t at) = 0;
  virtual bool OnEndArray(std::size_t end) = 0;
};

enum class JsonScan : std::uint8_t { kWhole, kStopped, kBroken };

// Why a text can't be read, and the offset of the byte to mend.
struct JsonFault {
  ErrorCode code = ErrorCode::kSyntax;
  std::string message;
  std::size_t offset = 0;
};

// Reads one JSON value and nothing after it, past a byte order mark. kStopped: an event returned false. kBroken: not
// JSON, not UTF-8, nested deeper than `max_depth` or with a number longer than kMaxJsonNumber; `fault` says which.
// O(length), no recursion.
JsonScan ScanJson(std::string_view text, int max_depth, JsonEvents& events, JsonFault& fault);

}  // namespace waymark
