// How often a property test tries: a short form with the unit tests, the full one by script/prove.
#pragma once

#include <cstddef>
#include <cstdlib>

namespace waymark::test {

// `quick`, or what the environment variable WAYMARK_TRIALS says. Tests that ask are tagged [prove].
inline std::size_t Trials(std::size_t quick) {
  const char* const asked = std::getenv("WAYMARK_TRIALS");
  return asked != nullptr ? static_cast<std::size_t>(std::strtoull(asked, nullptr, 10)) : quick;
}

}  // namespace waymark::test
