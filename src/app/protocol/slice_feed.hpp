// What the page has been told, so that it is told only what changed since.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/protocol/slice_revisions.hpp"
#include "app/state.hpp"

namespace waymark {

class SliceFeed {
 public:
  // {"<slice>": …} of the slices whose revision rose since the last call, and of `rows` only the rows that differ; all
  // of it at the first call. "{}" when nothing did. Costs what is told, and a comparison of every row when progress,
  // expansion, filter or preview changed.
  std::string Take(const AppState& state);

 private:
  struct Row {
    std::uint32_t key = 0;
    std::int32_t done = 0;
    std::int32_t total = 0;
    std::int32_t matches = -1;
    std::int8_t state = 0;
    std::int8_t theirs = -1;
    bool available = false;
    bool expanded = false;
    friend bool operator==(const Row&, const Row&) = default;
  };
  static Row RowOf(const AppState& state, NodeIndex node);
  std::string TakeRows(const AppState& state);

  std::optional<SliceRevisions> taken_;
  std::vector<Row> rows_;
  std::string details_;
};

}  // namespace waymark
