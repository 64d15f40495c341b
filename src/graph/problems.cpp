#include "graph/problems.hpp"

#include <algorithm>
#include <tuple>

namespace waymark {

std::vector<Error> Problems::Sorted() && {
  std::ranges::stable_sort(entries_, {}, [](const Entry& entry) {
    return std::tuple(entry.error.place.line, entry.error.place.column, entry.order);
  });
  std::vector<Error> errors;
  errors.reserve(entries_.size());
  for (Entry& entry : entries_) errors.push_back(std::move(entry.error));
  return errors;
}

}  // namespace waymark
