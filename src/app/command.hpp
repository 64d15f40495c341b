// Everything that can be done, as data. Update (app/update.hpp) is the only one that carries it out; time comes in as a
// field, and so do the answers of the world outside, so a recorded list of commands replays exactly.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "app/history.hpp"
#include "app/menu.hpp"
#include "app/storage/backup.hpp"
#include "base/geometry.hpp"
#include "base/ids.hpp"
#include "base/message_catalogue.hpp"
#include "edit/roadmap_edit.hpp"
#include "io/progress_json.hpp"
#include "plan/filter.hpp"
#include "progress/progress.hpp"
#include "view/camera.hpp"

namespace waymark {

// Progress and positions (undoable).
struct SetState {
  std::vector<SkillKey> skills;
  SkillState state = SkillState::kNotStarted;
};
// The skill, and all that it needs and is neither done nor skipped, becomes done: one step.
struct MarkKnown {
  SkillKey skill;
};
struct SetNote {
  SkillKey skill;
  std::string text;
};
// How many minutes a week there are for learning; 0: not said. `recorded` is false for what an earlier page had kept.
struct SetPace {
  std::uint16_t minutes_per_week = 0;
  bool recorded = true;
};
struct SetStart {
  std::uint16_t day = 0;  // since 1970-01-01; 0: not said
};
struct MoveCard {
  SkillKey skill;
  WorldPoint top_left;
};  // world position it is dropped at
struct MoveBy {
  SkillKey skill;
  WorldVector by;
};  // the same with keys
struct ResetPositions {};
struct MergeShared {
  std::vector<SkillKey> skills;  // empty: all that the preview shows
  bool unknown = false;          // also what the road does not have, within the budgets (app/storage/intake.hpp)
  bool known = true;             // what it has; false: nothing of that
};
// Joins the previewed backup, with what is offered apart when asked for.
struct ImportBackup {
  bool unknown = false;
};
struct ForgetUnknown {};  // throws away what is kept of skills that the road does not have, and of unknown members
struct LetGo {
  std::string roadmap;
};  // deletes what is kept of a road that is not open
// A change of the road itself. While somebody is `typing` into one field, its edits are one step.
struct ApplyEdit {
  RoadmapEdit edit;
  bool typing = false;
};
struct Undo {};
struct Redo {};

// What is shown.
struct SetExpanded {
  SkillKey skill;
  bool expanded = true;
};
struct ExpandAll {
  bool expanded = true;
};
// Expands what hides it; reveal also flies there, flash makes it light up on arrival.
struct Select {
  SkillKey skill;
  bool reveal = true;
  bool flash = false;
};
struct ClearSelection {};
struct Hover {
  SkillKey skill;
};  // key 0: nothing
struct DragCard {
  SkillKey skill;
  WorldPoint top_left;
};  // while the pointer holds it; nothing is stored
struct EndDrag {
  bool keep = true;
};
struct OpenMenu {
  SkillKey skill;
  ScreenPoint at;
};  // key 0: the menu of the background
// The entries of the menu that is open, at most kMaxMenuItems; without an open menu nothing happens.
struct ShowMenu {
  std::vector<MenuItem> items;
};
struct ChooseMenuItem {
  std::size_t index = 0;
};  // closes the menu and has the page run the action
struct CloseMenu {};
struct Resize {
  Viewport viewport;
};
struct PanBy {
  ScreenVector by;
};
struct ZoomAt {
  ScreenPoint at;
  float factor = 1;
  bool animate = false;
};
struct ZoomBy {
  float factor = 1;
};  // at the middle of what no panel covers, animated
struct LookAt {
  Camera camera;
};  // at once
struct FitAll {
  bool animate = true;
};
struct FitSelection {};
// `chosen` by the person and kept; else only what the system prefers, which a choice outranks.
struct SetTheme {
  bool dark = true;
  bool chosen = true;
};
struct SetReducedMotion {
  bool reduced = false;
};
// The language of the canvas; before anything is drawn.
struct SetMessages {
  std::shared_ptr<const MessageCatalogue> messages;
};
struct SetContrast {
  bool high = false;
};
struct SetFilter {
  Filter filter;
};
struct SetHideDone {
  bool hide = true;
};
// Selects the skill, filters by the relation and flies to all of it.
struct ShowRelated {
  SkillKey skill;
  FilterRelation relation = FilterRelation::kRemainingPrerequisites;
};
struct Tick {
  double now_ms = 0;
};  // advances animations

// From outside.
struct OpenLink {
  std::string text;
};  // previewed, never merged without consent
struct DismissShared {};
struct PreviewBackup {
  std::shared_ptr<const BackupPreview> preview;
};
struct DismissBackup {};
struct ShowNotice {
  Message text;
  bool error = false;
};
struct SaveNow {};         // write what is not yet stored
struct StorageChanged {};  // another tab wrote: join it
struct JoinStored {
  StoredRoadmap stored;
};  // what the store held
// Roads that this site has, by RoadmapHash; what a backup holds of others is offered apart.
struct KnowRoads {
  std::vector<std::uint32_t> roads;
};
// What the last backup changed of roads that are not open, for its undo.
struct RecordElsewhere {
  std::shared_ptr<const StoredChanges> changes;
};
// The store has everything up to `saved` (of SaveStatus::unsaved), or `failure` says in a sentence why it has not.
struct SaveFinished {
  std::uint64_t saved = 0;
  Message failure;
  std::map<std::string, std::size_t> sizes = {};  // Store::Sizes, when it failed
};

using Command =
    std::variant<SetState, MarkKnown, SetNote, SetPace, SetStart, MoveCard, MoveBy, ResetPositions, MergeShared,
                 ImportBackup, ForgetUnknown, LetGo, ApplyEdit, Undo, Redo, SetExpanded, ExpandAll, Select,
                 ClearSelection, Hover, DragCard, EndDrag, OpenMenu, ShowMenu, ChooseMenuItem, CloseMenu, Resize, PanBy,
                 ZoomAt, ZoomBy, LookAt, FitAll, FitSelection, SetTheme, SetReducedMotion, SetContrast, SetMessages,
                 SetFilter, SetHideDone, ShowRelated, Tick, OpenLink, DismissShared, PreviewBackup, DismissBackup,
                 ShowNotice, SaveNow, StorageChanged, JoinStored, KnowRoads, RecordElsewhere, SaveFinished>;

}  // namespace waymark
