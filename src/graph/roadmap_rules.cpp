#include "graph/roadmap_rules.hpp"

#include <charconv>
#include <chrono>

namespace waymark {

bool IsSlug(std::string_view text) {
  const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  bool after_part = false;
  for (const char c : text) {
    if (!is_part(c) && (c != '-' || !after_part)) return false;
    after_part = is_part(c);
  }
  return after_part && text.size() <= kMaxSlug;
}

bool IsDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](std::size_t begin, std::size_t end) {
    unsigned value = 0;
    const auto [stop, error] = std::from_chars(text.data() + begin, text.data() + end, value);
    return error == std::errc() && stop == text.data() + end ? static_cast<int>(value) : -1;
  };
  const int year = number(0, 4), month = number(5, 7), day = number(8, 10);
  if (year < 0 || month < 0 || day < 0) return false;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \n") == std::string_view::npos; }

}  // namespace waymark
