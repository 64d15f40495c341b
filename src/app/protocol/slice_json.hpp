// One slice of the state, whole, with the members that the table names.
#pragma once

#include <string>

#include "app/protocol/protocol_table.hpp"
#include "app/state.hpp"

namespace waymark {

// `rows` are SliceFeed's: an empty list here.
std::string SliceJson(Slice slice, const AppState& state);

}  // namespace waymark
