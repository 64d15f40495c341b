// What each slice of the state depends on, as numbers that can be compared: a slice is told anew when they differ.
#pragma once

#include <array>
#include <cstdint>

#include "app/protocol/protocol_table.hpp"
#include "app/state.hpp"

namespace waymark {

using SliceRevision = std::array<std::uint64_t, 5>;
using SliceRevisions = std::array<SliceRevision, kSliceCount>;  // in the order of Slice

// Equal revisions mean equal content. O(1); allocates nothing.
SliceRevisions SliceRevisionsOf(const AppState& state);

}  // namespace waymark
