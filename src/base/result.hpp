// The one error type of the engine: what went wrong, in words a person can act on, and where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <utility>

#include "base/message.hpp"

namespace waymark {

enum class ErrorCode : std::uint8_t {
  kSyntax,    // not JSON, not base64url, not UTF-8
  kSchema,    // well formed, but not what the format asks for
  kGraph,     // cycle, dangling id, duplicate, redundant edge
  kVersion,   // made by a newer Waymark than this one
  kTooLarge,  // beyond a named cap
  kDamaged,   // a checksum does not match
  kStorage,   // the browser or file system refused
  kNotFound,
};

// A list of problems is cut here: nobody reads more at a time, and a hostile file can't fill the memory with messages.
inline constexpr std::size_t kMaxProblems = 1'000;

// A place in a file. Line and column count from 1; 0 means "not known". A column counts bytes.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

struct Error {
  ErrorCode code = ErrorCode::kSyntax;
  Message message;  // one plain sentence that says what to do
  Place place = {};

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> Fail(ErrorCode code, Message message, Place place = {}) {
  return std::unexpected(Error{code, std::move(message), std::move(place)});
}
inline std::unexpected<Error> Fail(ErrorCode code, std::string sentence, Place place = {}) {
  return Fail(code, Message(std::move(sentence)), std::move(place));
}

}  // namespace waymark
