// Gathers the problems of a roadmap's structure and hands them out in the order of the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"

namespace waymark {

enum class GraphFault : std::uint8_t {
  kRepeatedId,           // nodes: the later skill, the earlier one
  kRepeatedKey,          // likewise
  kRetiredKey,           // nodes: who uses it
  kUnknownParent,        // nodes: whose parent; name: the id
  kParentLoop,           // nodes: the circle, each living in the next
  kTooDeep,              // nodes: the skill
  kGroupRequires,        // nodes: the group that asks for something itself
  kEmptyClause,          // nodes: the skill
  kUnknownPrerequisite,  // nodes: who asks; name: the id
  kGroupRequired,        // nodes: who asks, the group
  kRepeatedAlternative,  // nodes: who asks, for what
  kPrerequisiteCycle,    // nodes: the circle, each asking for the next
  kRepeatedName,         // name: the id that several waypoints or facts have
  kUnknownMention,       // name: the id that a waypoint or fact names
};

struct GraphProblem {
  GraphFault fault;
  std::vector<NodeIndex> nodes;
  std::string name;
  Error error;  // in words, for the author of a file: by ids, with the place
};

class Problems {
 public:
  explicit Problems(std::string file) : file_(std::move(file)) {}

  // `order` stands for the place where the place itself is not known; equal ones keep the order they came in.
  void Add(std::size_t order, const Place& place, GraphProblem problem) {
    if (entries_.size() >= kMaxProblems) return;
    problem.error.code = ErrorCode::kGraph;
    problem.error.place = place;
    if (place.file.empty()) problem.error.place.file = file_;
    entries_.push_back({order, std::move(problem)});
  }
  bool empty() const { return entries_.empty(); }
  std::vector<GraphProblem> Sorted() &&;

 private:
  struct Entry {
    std::size_t order;
    GraphProblem problem;
  };
  std::string file_;
  std::vector<Entry> entries_;
};

}  // namespace waymark
