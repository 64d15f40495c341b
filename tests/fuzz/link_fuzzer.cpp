// Any text as a progress link: refused, or read and written again to the same progress.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "share/link.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto shared = waymark::DecodeLink(text);
  if (!shared) return shared.error().message.empty() ? (std::abort(), 0) : 0;
  const auto again = waymark::DecodeLink(waymark::EncodeLink("any", shared->progress, shared->label));
  if (!again || again->progress != shared->progress || again->label != shared->label) std::abort();
  return 0;
}
