#include "base/safe_url.hpp"

#include <algorithm>

namespace waymark {
namespace {

constexpr std::size_t kMaxUrlBytes = 2'000;  // beyond it browsers and servers differ
constexpr std::size_t kNone = std::string_view::npos;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetterOrDigit(char c) { return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool IsSafeUrl(std::string_view url) {
  if (url.size() > kMaxUrlBytes) return false;
  // Printable ASCII only: anything else has to be percent-encoded. A backslash counts as a slash in browsers.
  const bool clean = std::ranges::all_of(
      url, [](char c) { return c > ' ' && c <= '~' && !std::string_view("\"<>\\^`{|}").contains(c); });
  if (!clean) return false;
  const std::string_view scheme = url.starts_with("https://") ? "https://" : "http://";
  if (!url.starts_with(scheme)) return false;
  url.remove_prefix(scheme.size());
  std::string_view host = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t colon = host.find(':'); colon != kNone) {
    const std::string_view port = host.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !std::ranges::all_of(port, IsDigit)) return false;
    host = host.substr(0, colon);
  }
  const bool named = std::ranges::all_of(host, [](char c) { return IsLetterOrDigit(c) || c == '-' || c == '.'; });
  return named && !host.empty() && IsLetterOrDigit(host.front()) && !host.contains("..");
}

}  // namespace waymark
