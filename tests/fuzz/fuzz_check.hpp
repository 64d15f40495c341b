// What the fuzz targets share.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

// What always holds; a fuzzer stops where it does not. Not an assert: optimised builds check it too.
inline void Require(bool holds) {
  if (!holds) std::abort();
}

inline std::string_view AsText(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}
