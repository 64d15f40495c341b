// What each command does to the state; app/update.cpp calls these and sees to the effects. One file a command, or a
// small family of them.
#pragma once

#include "app/command.hpp"
#include "app/state.hpp"

namespace waymark {

void Apply(AppState& state, const SetState& command);
void Apply(AppState& state, const MarkKnown& command);
void Apply(AppState& state, const SetNote& command);
void Apply(AppState& state, const SetPace& command);
void Apply(AppState& state, const SetStart& command);
void Apply(AppState& state, const MoveCard& command);
void Apply(AppState& state, const MoveBy& command);
void Apply(AppState& state, const ResetPositions& command);
void Apply(AppState& state, const MergeShared& command);
void Apply(AppState& state, const ImportBackup& command);
void Apply(AppState& state, const ForgetUnknown& command);
void Apply(AppState& state, const LetGo& command);
void Apply(AppState& state, const RecordElsewhere& command);
void Apply(AppState& state, const KnowRoads& command);
void Apply(AppState& state, const ApplyEdit& command);
void Apply(AppState& state, const Undo& command);
void Apply(AppState& state, const Redo& command);

void Apply(AppState& state, const SetExpanded& command);
void Apply(AppState& state, const ExpandAll& command);
void Apply(AppState& state, const Select& command);
void Apply(AppState& state, const ClearSelection& command);
void Apply(AppState& state, const Hover& command);
void Apply(AppState& state, const DragCard& command);
void Apply(AppState& state, const EndDrag& command);
void Apply(AppState& state, const OpenMenu& command);
void Apply(AppState& state, const ShowMenu& command);
void Apply(AppState& state, const ChooseMenuItem& command);
void Apply(AppState& state, const CloseMenu& command);
void Apply(AppState& state, const Resize& command);
void Apply(AppState& state, const PanBy& command);
void Apply(AppState& state, const ZoomAt& command);
void Apply(AppState& state, const ZoomBy& command);
void Apply(AppState& state, const LookAt& command);
void Apply(AppState& state, const FitAll& command);
void Apply(AppState& state, const FitSelection& command);
void Apply(AppState& state, const SetTheme& command);
void Apply(AppState& state, const SetMessages& command);
void Apply(AppState& state, const SetReducedMotion& command);
void Apply(AppState& state, const SetContrast& command);
void Apply(AppState& state, const SetFilter& command);
void Apply(AppState& state, const SetHideDone& command);
void Apply(AppState& state, const ShowRelated& command);
void Apply(AppState& state, const Tick& command);

void Apply(AppState& state, const OpenLink& command);
void Apply(AppState& state, const DismissShared& command);
void Apply(AppState& state, const PreviewBackup& command);
void Apply(AppState& state, const DismissBackup& command);
void Apply(AppState& state, const ShowNotice& command);
void Apply(AppState& state, const JoinStored& command);
void Apply(AppState& state, const SaveFinished& command);

}  // namespace waymark
