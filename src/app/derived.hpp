// What follows from the rest of the state, recomputed only where a revision moved. Ticking a skill recomputes the summary
// and never the layout.
#pragma once

#include "app/state.hpp"

namespace waymark {

// Brings layout, summary, preview and shown up to date with the revisions, which were `seen` when they last were.
void RefreshDerived(AppState& state, const Revisions& seen);

// `shown` for the present moment of drag and transition.
MapLayout ShownLayout(const AppState& state);

}  // namespace waymark
