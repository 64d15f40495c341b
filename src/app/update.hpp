// The only writer of AppState. Pure: no clock, no randomness, no input or output; what is to happen outside comes back
// as effects, and its outcome returns as a command.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "app/command.hpp"
#include "app/state.hpp"
#include "app/storage/backup.hpp"
#include "base/inline_list.hpp"

namespace waymark {

struct RequestFrame {};  // the picture changed or is moving
struct StateChanged {};  // a slice's revision rose (app/protocol/slice_revisions.hpp)
struct RequestSave {};   // there is something to store: ask for SaveNow
struct WriteStore {};    // store now; answer with SaveFinished
struct ReadStore {};     // read the store; answer with JoinStored
struct WriteSettings {};
struct JoinIntoStore {
  std::shared_ptr<const BackupPreview> backup;
  bool unknown = false;
};  // the settings, and the roadmaps that are not open; answer with RecordElsewhere
// Back to what was, or forth again, of roads that are not open, as far as they are as the step left them.
struct CarryElsewhere {
  std::shared_ptr<const StoredChanges> changes;
  Direction direction = Direction::kUndo;
};
struct DeleteRoad {
  std::string roadmap;
};

struct AskMenuItems {
  SkillKey skill;
};  // answer with ShowMenu
struct RunAction {
  std::string id;
  SkillKey skill;
};  // of the page's table

using Effect = std::variant<RequestFrame, StateChanged, RequestSave, WriteStore, ReadStore, WriteSettings,
                            JoinIntoStore, CarryElsewhere, DeleteRoad, AskMenuItems, RunAction>;

// Each kind comes at most once.
using Effects = InlineList<Effect, std::variant_size_v<Effect>>;

// Carries out one command and refreshes what is derived. A command about something that is not there (an unknown key,
// nothing to undo, no roadmap open) changes nothing. A moved camera and a Tick allocate nothing.
Effects Update(AppState& state, const Command& command);

// Replaces what is open. Settings and viewport stay. Of another road, progress, pins and expansion are `stored`'s,
// history and selection start anew, and the camera shows the whole; of the same one by its id, again or in another
// revision, everything goes on where its skills are still there, and the progress joins what is `stored`.
Effects OpenInState(AppState& state, std::unique_ptr<OpenRoadmap> open, StoredRoadmap stored);

}  // namespace waymark
