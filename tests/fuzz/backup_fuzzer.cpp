// Any text as a backup: refused with words, or written in canonical form and read again to the same.
#include <cstdint>
#include <string>

#include "fuzz_check.hpp"
#include "io/backup_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto backup = waymark::ReadBackup(AsText(data, size));
  if (!backup) {
    Require(!backup.error().message.empty());
    return 0;
  }
  const std::string written = waymark::WriteBackup(*backup);
  const auto again = waymark::ReadBackup(written);
  Require(again && *again == *backup && waymark::WriteBackup(*again) == written);
  return 0;
}
