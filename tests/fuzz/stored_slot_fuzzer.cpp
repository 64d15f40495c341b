// Any text as a stored slot: refused, or read and written again to the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "io/progress_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // The payload alone too: past the checksum, which the fuzzer can't guess.
  if (const auto stored = waymark::ReadStored(text)) {
    const waymark::Slot slot{1, *stored};
    const auto again = waymark::ReadSlot(waymark::WriteSlot(slot));
    if (!again || again->stored != *stored) std::abort();
  }
  if (const auto slot = waymark::ReadSlot(text); !slot && slot.error().message.empty()) std::abort();
  return 0;
}
