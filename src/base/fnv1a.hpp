// FNV-1a, 32 bits (Fowler, Noll, Vo; RFC 9923): a short, stable name for a text. Not a defence against anybody.
#pragma once

#include <cstdint>
#include <string_view>

namespace waymark {

constexpr std::uint32_t Fnv1a32(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619u;
  return hash;
}

}  // namespace waymark
