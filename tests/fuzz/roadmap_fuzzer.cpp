// Any text as a roadmap file: every problem has words; what is accepted can be written and read again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "io/roadmap_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto roadmap = waymark::ReadRoadmap(text, "fuzz.json");
  if (!roadmap) {
    for (const waymark::Error& error : roadmap.error())
      if (error.message.empty()) std::abort();
    return roadmap.error().empty() ? (std::abort(), 0) : 0;
  }
  const std::string written = waymark::WriteRoadmap(*roadmap);
  const auto again = waymark::ReadRoadmap(written, "again.json");
  if (!again || waymark::WriteRoadmap(*again) != written) std::abort();
  return 0;
}
