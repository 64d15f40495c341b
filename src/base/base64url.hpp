// Base64 with the URL and filename safe alphabet, no padding (RFC 4648, section 5).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

std::string Base64UrlEncode(std::span<const std::uint8_t> bytes);

// Nothing for text that Base64UrlEncode can't have made: other characters, padding, an impossible length, spare bits
// that are not zero. So no two texts mean the same bytes.
std::optional<std::vector<std::uint8_t>> Base64UrlDecode(std::string_view text);

}  // namespace waymark
