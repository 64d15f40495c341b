// Gathers the problems of a roadmap and hands them out in the order of the file.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace waymark {

class Problems {
 public:
  explicit Problems(std::string file) : file_(std::move(file)) {}

  // `order` stands for the place where the place itself is not known; equal ones keep the order they came in.
  void Add(std::size_t order, const Place& place, std::string message) {
    if (entries_.size() >= kMaxProblems) return;
    Place full = place;
    if (full.file.empty()) full.file = file_;
    entries_.push_back({order, Error{ErrorCode::kGraph, std::move(message), std::move(full)}});
  }
  bool empty() const { return entries_.empty(); }
  std::vector<Error> Sorted() &&;

 private:
  struct Entry {
    std::size_t order;
    Error error;
  };
  std::string file_;
  std::vector<Entry> entries_;
};

}  // namespace waymark
