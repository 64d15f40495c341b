#include "graph/problems.hpp"

#include <algorithm>
#include <tuple>

#include "base/compact_sort.hpp"

namespace waymark {

std::vector<GraphProblem> Problems::Sorted() && {
  CompactStableSort(entries_, [](const Entry& entry) {
    return std::tuple(entry.problem.error.place.line, entry.problem.error.place.column, entry.order);
  });
  std::vector<GraphProblem> problems;
  problems.reserve(entries_.size());
  for (Entry& entry : entries_) problems.push_back(std::move(entry.problem));
  return problems;
}

}  // namespace waymark
