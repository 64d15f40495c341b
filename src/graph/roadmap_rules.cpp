#include "graph/roadmap_rules.hpp"

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

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \n") == std::string_view::npos; }

}  // namespace waymark
