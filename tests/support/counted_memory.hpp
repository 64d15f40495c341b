// Counts what the program holds: replaces operator new and delete, so at most one source of a program may include it.
#pragma once

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

#include "support/memory_held.hpp"

void* operator new(std::size_t size) {
  void* block = std::malloc(size);
  if (!block) std::abort();
  ++waymark::allocations;
  waymark::bytes_held += malloc_usable_size(block);
  waymark::most_bytes_held = std::max(waymark::most_bytes_held, waymark::bytes_held);
  return block;
}
// Sorting asks for its buffer so, and not every library passes that on to the one above.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return operator new(size); }
void operator delete(void* block) noexcept {
  if (block) waymark::bytes_held -= malloc_usable_size(block);
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept { operator delete(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { operator delete(block); }
