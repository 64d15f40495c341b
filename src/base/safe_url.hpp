// Which addresses may be offered as links.
#pragma once

#include <string_view>

namespace waymark {

// Whether a link may be offered: absolute, https: or http: in small letters, a host of letters, digits, dots and
// hyphens, no user info, printable ASCII alone (the rest is to be percent-encoded), at most 2,000 bytes.
bool IsSafeUrl(std::string_view url);

}  // namespace waymark
