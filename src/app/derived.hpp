// What follows from the rest of the state, recomputed only where a revision moved. Ticking a skill recomputes the summary
// and never the layout.
#pragma once

#include "app/state.hpp"

namespace waymark {

// Brings layout, hit test, summary, preview and level of detail up to date with the revisions; `seen` is what they were
// when it was last called.
void RefreshDerived(AppState& state, const Revisions& seen);

}  // namespace waymark
