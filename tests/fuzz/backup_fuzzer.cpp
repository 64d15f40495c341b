// Any text as a backup: refused with words, or written in canonical form and read again to the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "io/backup_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto backup = waymark::ReadBackup(text);
  if (!backup) return backup.error().message.empty() ? (std::abort(), 0) : 0;
  const std::string written = waymark::WriteBackup(*backup);
  const auto again = waymark::ReadBackup(written);
  if (!again || waymark::WriteBackup(*again) != written) std::abort();
  return 0;
}
