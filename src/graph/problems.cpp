#include "graph/problems.hpp"

#include <algorithm>
#include <tuple>

#include "base/compact_sort.hpp"

namespace waymark {

std::vector<Error> Problems::Sorted() && {
  CompactStableSort(entries_, [](const Entry& entry) {
    return std::tuple(entry.error.place.line, entry.error.place.column, entry.order);
  });
  std::vector<Error> errors;
  errors.reserve(entries_.size());
  for (Entry& entry : entries_) errors.push_back(std::move(entry.error));
  return errors;
}

}  // namespace waymark
