// Edits of the open road, and what the rest of the state makes of them.
#pragma once

#include <vector>

#include "app/history.hpp"
#include "app/state.hpp"
#include "edit/roadmap_edit.hpp"

namespace waymark {

// The edit of a step, if it has one, in the given direction; afterwards the step holds how to go the other way. False
// when it can't be carried out any more, which is said and changes nothing.
bool CarryEdit(AppState& state, HistoryStep& step, Direction direction);

// Lets go of what names skills that are not there (any more): selection, hover, menu, drag, flash, filter, arrivals.
void ForgetMissing(AppState& state);

// Goes on with another text of the road that is open, which has just been put in its place: what is selected, expanded,
// dragged, filtered and looked at stays, and so does the history, all where their skills are still there. Edits stay in
// the history only when the text is `unchanged`. Progress joins what is `stored`.
void GoOnWith(AppState& state, StoredRoadmap stored, bool unchanged);

// `layout` of a road whose nodes had these keys, by the nodes that `graph` has now: what has come is not visible in it,
// what has gone is left out.
MapLayout Renumbered(const MapLayout& layout, const std::vector<SkillKey>& keys, const Graph& graph);

std::vector<SkillKey> KeysOf(const Roadmap& roadmap);

}  // namespace waymark
