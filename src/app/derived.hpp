// What follows from the rest of the state, recomputed only where a revision moved. Ticking a skill recomputes the
// summary and never the layout.
#pragma once

#include "app/state.hpp"

namespace waymark {

// Lays out anew when the map, what is expanded or what is dragged differs; the rest is left to RefreshDerived. For
// commands that set cards moving.
void RefreshLayout(AppState& state);

// Once after each command. Brings layout, hit test, summary, waypoints, preview and level of detail up to date with the
// revisions.
void RefreshDerived(AppState& state);

}  // namespace waymark
