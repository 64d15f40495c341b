// Takes the place of the C library's strtod, which computes in software with 128-bit floating point: 13 kB and slow.
// Only numbers that the JSON library has recognised as such come here, so there is no white space, hexadecimal,
// infinity or NaN.
#include <cstdlib>
#include <cstring>

#include "base/decimal.hpp"

extern "C" {

double strtod(const char* text, char** end) {
  const waymark::ReadDecimal read = waymark::ReadDecimalPrefix({text, std::strlen(text)});
  if (end != nullptr) *end = const_cast<char*>(text) + read.length;
  return read.value;
}

// The library has all three in one file; nothing calls these.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

}  // extern "C"
