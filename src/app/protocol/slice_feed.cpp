#include "app/protocol/slice_feed.hpp"

#include <charconv>
#include <initializer_list>
#include <utility>

#include "app/protocol/page_protocol.hpp"
#include "app/protocol/slice_json.hpp"

namespace waymark {
namespace {

void Append(std::string& out, std::int64_t number) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

}  // namespace

SliceFeed::Row SliceFeed::RowOf(const AppState& state, NodeIndex node) {
  const ProgressSummary& summary = state.summary;
  const SkillKey key = SkillAt(state, node).key;
  return {.key = key.value,
          .done = summary.tally[node].done,
          .total = summary.tally[node].skills,
          .matches = state.matches.Active() ? static_cast<std::int32_t>(state.matches.count[node]) : -1,
          .state = static_cast<std::int8_t>(summary.state[node]),
          .theirs = static_cast<std::int8_t>(state.preview ? static_cast<int>(state.preview->theirs.state[node]) : -1),
          .available = summary.availability[node] == Availability::kAvailable,
          .expanded = GraphOf(state).IsGroup(node) && state.expanded.contains(key)};
}

std::string SliceFeed::TakeRows(const AppState& state) {
  const std::size_t count = state.open ? RoadmapOf(state).skills.size() : 0;
  rows_.resize(count);
  std::string out = "[";
  for (NodeIndex node = 0; node < count; ++node) {
    const Row row = RowOf(state, node);
    if (row == rows_[node]) continue;
    rows_[node] = row;
    // In the order of RowTable.
    for (const std::int64_t number :
         {std::int64_t{row.key}, std::int64_t{row.state}, std::int64_t{row.available}, std::int64_t{row.expanded},
          std::int64_t{row.done}, std::int64_t{row.total}, std::int64_t{row.matches}, std::int64_t{row.theirs}}) {
      if (out.size() > 1) out += ',';
      Append(out, number);
    }
  }
  return out + "]";
}

std::string SliceFeed::Take(const AppState& state) {
  const SliceRevisions now = SliceRevisionsOf(state);
  const bool other_map =
      !taken_ || (*taken_)[static_cast<std::size_t>(Slice::kTree)] != now[static_cast<std::size_t>(Slice::kTree)];
  if (other_map) rows_.clear();
  std::string out = "{";
  for (const SliceEntry& entry : SliceTable()) {
    const auto at = static_cast<std::size_t>(entry.slice);
    if (taken_ && (*taken_)[at] == now[at]) continue;
    std::string json = entry.slice == Slice::kRows ? TakeRows(state) : SliceJson(entry.slice, state);
    if (entry.slice == Slice::kRows && json == "[]" && !other_map) continue;
    if (entry.slice == Slice::kDetails && taken_) {
      if (json == details_) continue;
    }
    if (entry.slice == Slice::kDetails) details_ = json;
    if (out.size() > 1) out += ',';
    out.append("\"").append(entry.name).append("\":").append(json);
  }
  taken_ = now;
  return out + "}";
}

}  // namespace waymark
