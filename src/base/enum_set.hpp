// A set of enumerators in one word.
#pragma once

#include <initializer_list>

namespace waymark {

// `T` is an enum whose values lie in 0 to 31. A plain value.
template <class T>
class EnumSet {
 public:
  constexpr EnumSet(std::initializer_list<T> list = {}) {
    for (const T value : list) insert(value);
  }
  constexpr void insert(T value) { bits_ |= 1u << static_cast<unsigned>(value); }
  constexpr bool contains(T value) const { return (bits_ >> static_cast<unsigned>(value) & 1u) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  friend constexpr bool operator==(EnumSet, EnumSet) = default;

 private:
  unsigned bits_ = 0;
};

}  // namespace waymark
