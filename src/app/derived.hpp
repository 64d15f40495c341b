// What follows from the rest of the state, recomputed only where a revision moved. Ticking a skill recomputes the
// summary and never the layout.
#pragma once

#include "app/state.hpp"

namespace waymark {

// Brings layout, hit test, summary, waypoints, preview and level of detail up to date with the revisions.
void RefreshDerived(AppState& state);

}  // namespace waymark
