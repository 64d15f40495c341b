// Any text as a progress link, and any bytes under a right checksum, which no fuzzer guesses: refused with words, or
// read and written again to the very same link.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/base64url.hpp"
#include "base/bytes.hpp"
#include "base/crc32.hpp"
#include "fuzz_check.hpp"
#include "share/link.hpp"

namespace {

using namespace waymark;

std::string Sealed(std::span<const std::uint8_t> bytes) {
  ByteWriter writer;
  writer.Append(bytes);
  writer.U32(Crc32(bytes));
  return std::string(kLinkPrefix) + Base64UrlEncode(writer.bytes());
}

// Whether it was read.
bool Check(std::string_view link) {
  const auto shared = DecodeLink(link);
  if (!shared) {
    Require(!shared.error().message.empty());
    return false;
  }
  const std::string written = EncodeLink("any", shared->progress, shared->label);
  const auto again = DecodeLink(written);
  Require(again && again->progress == shared->progress && again->label == shared->label);
  Require(EncodeLink("any", again->progress, again->label) == written);
  for (const auto& [key, value] : shared->progress.skills)
    Require(value.epoch <= kMaxSharedEpoch && key.value <= kMaxSkillKey);
  Require(shared->progress.notes.empty());
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Check(AsText(data, size));
  const std::string sealed = Sealed({data, size});
  if (!Check(sealed)) return 0;
  // A link that is read is read no more with any one character changed; one of them each time, to stay quick.
  std::string changed = sealed;
  char& c = changed[kLinkPrefix.size() + data[0] % (sealed.size() - kLinkPrefix.size())];
  c = c == 'A' ? 'B' : 'A';
  Require(!DecodeLink(changed));
  return 0;
}
