// Any text as a stored slot, as a slot's payload and as what stands under a right checksum, which no fuzzer guesses:
// refused with words, or read and written again to the same.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/crc32.hpp"
#include "fuzz_check.hpp"
#include "io/progress_json.hpp"

namespace {

using namespace waymark;

void CheckSlot(std::string_view text) {
  const auto slot = ReadSlot(text);
  if (!slot) {
    Require(!slot.error().message.empty());
    return;
  }
  const auto again = ReadSlot(WriteSlot(*slot));
  Require(again && again->generation == slot->generation && again->stored == slot->stored);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = AsText(data, size);
  CheckSlot(text);
  if (const auto stored = ReadStored(text)) {
    const std::string written = WriteStored(*stored);
    const auto again = ReadStored(written);
    Require(again && *again == *stored && WriteStored(*again) == written);
  } else {
    Require(!stored.error().message.empty());
  }
  // `<version> <generation>\n<payload>`, sealed.
  if (const std::size_t line_end = text.find('\n'); line_end != std::string_view::npos) {
    CheckSlot("waymark " + std::string(text.substr(0, line_end)) + ' ' + CrcDigits(Crc32(text)) +
              std::string(text.substr(line_end)));
  }
  return 0;
}
