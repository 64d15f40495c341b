// The camera and the cards on the move, for the commands that set them going.
#pragma once

#include "app/state.hpp"

namespace waymark {

// Puts the camera there at once and ends any flight. The person has moved it: it no longer follows the window.
void MoveCamera(AppState& state, const Camera& camera);
// Flies there, or is there at once under reduced motion or without a window.
void FlyTo(AppState& state, const Camera& camera);
// Flies to show all of `aim` in the clear part, and anew whenever that changes, until the camera goes elsewhere.
void AimAt(AppState& state, Aim aim);
// Where the camera is, or where it is on its way to.
const Camera& CameraToBe(const AppState& state);
// Shows the whole, now and whenever the window changes, until the camera is moved.
void FitWhole(AppState& state, bool animate);

// Lays out anew after a change of expansion or positions, with the cards moving there from where they are `shown` now.
// The camera goes along so that `anchor` (kNoNode: nothing) keeps its place on the screen.
void MoveCards(AppState& state, MapLayout shown, NodeIndex anchor);

// Lights a card up once it has come to rest; not under reduced motion.
void BeginFlash(AppState& state, SkillKey skill);

// Carries flight, transition and flash on to state.now_ms.
void AdvanceMotion(AppState& state);
// Jumps to where everything comes to rest.
void FinishMotion(AppState& state);

}  // namespace waymark
