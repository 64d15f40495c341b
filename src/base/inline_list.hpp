// A short list that lives where it is declared: for answers that come with every frame, which should cost no
// allocation.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <initializer_list>
#include <utility>

namespace waymark {

// At most N items; one more is an error of the program. T has a default value, and places not taken hold it.
template <class T, std::size_t N>
class InlineList {
 public:
  InlineList() = default;
  InlineList(std::initializer_list<T> items) {
    for (const T& item : items) push_back(item);
  }

  void push_back(T item) { emplace_back(std::move(item)); }
  template <class... Args>
  T& emplace_back(Args&&... args) {
    assert(size_ < N);
    return items_[size_++] = T(std::forward<Args>(args)...);
  }
  void clear() {
    for (std::size_t i = 0; i < size_; ++i) items_[i] = T();
    size_ = 0;
  }

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  T& operator[](std::size_t i) { return items_[i]; }
  const T& operator[](std::size_t i) const { return items_[i]; }
  T* begin() { return items_.data(); }
  T* end() { return items_.data() + size_; }
  const T* begin() const { return items_.data(); }
  const T* end() const { return items_.data() + size_; }

 private:
  std::array<T, N> items_{};
  std::size_t size_ = 0;
};

}  // namespace waymark
