#include "app/protocol/protocol_table.hpp"

#include "app/protocol/arguments.hpp"
#include "app/protocol/filter_names.hpp"

namespace waymark {
namespace {

using enum ArgumentKind;

constexpr Argument kSkill[] = {{"skill", kKey}};
constexpr Argument kText_[] = {{"text", kText}};
constexpr Argument kSetState[] = {{"skills", kKeys}, {"state", kState}};
constexpr Argument kSetNote[] = {{"skill", kKey}, {"text", kText}};
constexpr Argument kSetPace[] = {{"minutesPerWeek", kMinutesPerWeek}};
constexpr Argument kSetStart[] = {{"day", kDay}};
constexpr Argument kMoveBy[] = {{"skill", kKey}, {"dx", kNumber}, {"dy", kNumber}};
constexpr Argument kApplyEdit[] = {{"edit", kEdit}, {"typing", kBool, "false"}};
constexpr Argument kSetExpanded[] = {{"skill", kKey}, {"expanded", kBool}};
constexpr Argument kExpanded[] = {{"expanded", kBool}};
constexpr Argument kSelect[] = {{"skill", kKey}, {"reveal", kBool, "true"}, {"flash", kBool, "false"}};
constexpr Argument kHover[] = {{"skill", kKeyOrNone}};
constexpr Argument kZoom[] = {{"factor", kNumber}};
constexpr Argument kPan[] = {{"dx", kNumber}, {"dy", kNumber}};
constexpr Argument kFitAll[] = {{"animate", kBool, "true"}};
constexpr Argument kSetTheme[] = {{"dark", kBool}, {"chosen", kBool, "true"}};
constexpr Argument kReduced[] = {{"reduced", kBool}};
constexpr Argument kHigh[] = {{"high", kBool}};
constexpr Argument kHide[] = {{"hide", kBool}};
constexpr Argument kSetFilter[] = {{"states", kMarks, "any"},
                                   {"kinds", kKinds, "any"},
                                   {"tracks", kTracks, "any"},
                                   {"way", kKey, "none"},
                                   {"opens", kKey, "none"}};
constexpr Argument kMenuItem[] = {{"id", kText},
                                  {"title", kText},
                                  {"keys", kText, "none"},
                                  {"state", kState, "none"},
                                  {"chosen", kBool, "false"},
                                  {"line", kBool, "false"}};
constexpr Argument kShowMenu[] = {{"items", kMenuItems}};
constexpr Argument kMergeShared[] = {{"skills", kKeys, "all"}, {"unknown", kBool, "false"}, {"known", kBool, "true"}};
constexpr Argument kImportBackup[] = {{"unknown", kBool, "false"}};
constexpr Argument kKnowRoads[] = {{"roads", kHashes}};
constexpr Argument kLetGo[] = {{"roadmap", kText}};

Filter FilterOf(const Arguments& a) {
  Filter filter{.marks = a.Marks("states"), .kinds = a.Kinds("kinds")};
  for (const SkillKey key : a.Keys("tracks")) filter.tracks.insert(key);
  for (const auto& [name, relation] : kRelationNames) {
    if (!a.Has(name)) continue;
    filter.relation = relation;
    filter.of = a.Key(name);
  }
  return filter;
}

const CommandEntry kCommands[] = {
    {"set_state", kSetState, "one undoable step; a group stands for every skill under it",
     [](const Arguments& a) -> Command { return SetState{a.Keys("skills"), a.State("state")}; }},
    {"mark_known", kSkill, "it and all it needs that is neither done nor skipped become done; one undoable step",
     [](const Arguments& a) -> Command { return MarkKnown{a.Key("skill")}; }},
    {"set_note", kSetNote,
     "undoable; edits that follow one another are one step until something else is done or selected",
     [](const Arguments& a) -> Command { return SetNote{a.Key("skill"), a.Text("text")}; }},
    {"set_pace", kSetPace, "how much time there is for learning; 0 takes it back; undoable",
     [](const Arguments& a) -> Command { return SetPace{a.Whole("minutesPerWeek")}; }},
    {"set_start", kSetStart, "the day one starts, counted from 1970-01-01; 0 takes it back; undoable",
     [](const Arguments& a) -> Command { return SetStart{a.Whole("day")}; }},
    {"move_by", kMoveBy, "moves a card by world units; undoable, repeated moves of one card are one step",
     [](const Arguments& a) -> Command { return MoveBy{a.Key("skill"), {a.Number("dx"), a.Number("dy")}}; }},
    {"reset_positions",
     {},
     "puts all dragged cards back; undoable",
     [](const Arguments&) -> Command { return ResetPositions{}; }},
    {"apply_edit", kApplyEdit,
     "changes the road itself (Edits, below); undoable. Texts typed into one field with `typing` are one step. What "
     "would "
     "leave an unsound road changes nothing and gives a notice",
     [](const Arguments& a) -> Command { return ApplyEdit{a.Edit("edit"), a.Bool("typing")}; }},
    {"undo", {}, "takes the last step back", [](const Arguments&) -> Command { return Undo{}; }},
    {"redo", {}, "does it again", [](const Arguments&) -> Command { return Redo{}; }},
    {"set_expanded", kSetExpanded, "the group keeps its place on the screen",
     [](const Arguments& a) -> Command { return SetExpanded{a.Key("skill"), a.Bool("expanded")}; }},
    {"expand_all", kExpanded, "every group",
     [](const Arguments& a) -> Command { return ExpandAll{a.Bool("expanded")}; }},
    {"select", kSelect,
     "expands what hides the skill; `reveal` also flies there, `flash` lights the card up on arrival",
     [](const Arguments& a) -> Command { return Select{a.Key("skill"), a.Bool("reveal", true), a.Bool("flash")}; }},
    {"clear_selection", {}, "selects nothing", [](const Arguments&) -> Command { return ClearSelection{}; }},
    {"hover", kHover, "0 for nothing", [](const Arguments& a) -> Command { return Hover{a.Key("skill")}; }},
    {"show_menu", kShowMenu,
     "the entries of the open context menu, in answer to `host.menuOpened`; at most 16, `state` is a mark",
     [](const Arguments& a) -> Command { return ShowMenu{a.MenuItems("items")}; }},
    {"close_menu", {}, "the canvas' context menu", [](const Arguments&) -> Command { return CloseMenu{}; }},
    {"zoom", kZoom, "about the middle of what no panel covers, animated",
     [](const Arguments& a) -> Command { return ZoomBy{a.Number("factor")}; }},
    {"pan", kPan, "CSS pixels; the world moves along",
     [](const Arguments& a) -> Command { return PanBy{{a.Number("dx"), a.Number("dy")}}; }},
    {"fit_all", kFitAll, "and keeps the whole in view until the camera is moved",
     [](const Arguments& a) -> Command { return FitAll{a.Bool("animate", true)}; }},
    {"fit_selection",
     {},
     "the whole when nothing is selected",
     [](const Arguments&) -> Command { return FitSelection{}; }},
    {"set_theme", kSetTheme, "a choice is stored; `chosen` false is what the system prefers and gives way to a choice",
     [](const Arguments& a) -> Command { return SetTheme{a.Bool("dark"), a.Bool("chosen", true)}; }},
    {"set_reduced_motion", kReduced, "nothing is animated any more",
     [](const Arguments& a) -> Command { return SetReducedMotion{a.Bool("reduced")}; }},
    {"set_contrast", kHigh, "stronger colours",
     [](const Arguments& a) -> Command { return SetContrast{a.Bool("high")}; }},
    {"set_filter", kSetFilter,
     "what matches one entry of every list stands out, the rest fades where it is; nothing given shows everything. "
     "`states`: available, learning, done, skipped, locked; `kinds`: needed, optional; `tracks`: groups; `way`: what "
     "is "
     "left to learn up to the skill; `opens`: it and all that can't be reached without it",
     [](const Arguments& a) -> Command { return SetFilter{FilterOf(a)}; }},
    {"set_hide_done", kHide, "fades what is done or skipped too, unless `states` are asked for",
     [](const Arguments& a) -> Command { return SetHideDone{a.Bool("hide")}; }},
    {"show_way", kSkill, "selects it, filters by what is left up to it and flies to all of that",
     [](const Arguments& a) -> Command {
       return ShowRelated{a.Key("skill"), FilterRelation::kRemainingPrerequisites};
     }},
    {"show_opens", kSkill, "the same with what can't be reached without it",
     [](const Arguments& a) -> Command { return ShowRelated{a.Key("skill"), FilterRelation::kUnlocks}; }},
    {"open_link", kText_,
     "previews the progress of a link (a fragment or an address with one); before a roadmap is open it waits for it",
     [](const Arguments& a) -> Command { return OpenLink{a.Text("text")}; }},
    {"merge_shared", kMergeShared,
     "takes over what the preview shows, or that of some skills; with `unknown` also skills that the road does not "
     "have, "
     "within the budgets; `known` false: those alone; undoable",
     [](const Arguments& a) -> Command {
       return MergeShared{a.Keys("skills"), a.Bool("unknown"), a.Bool("known", true)};
     }},
    {"dismiss_shared", {}, "ends the preview", [](const Arguments&) -> Command { return DismissShared{}; }},
    {"import_backup", kImportBackup,
     "joins the backup that is shown, with `unknown` also what is offered apart; what it changes is one undoable step. "
     "The "
     "page sends it under the lock and reads the settings anew",
     [](const Arguments& a) -> Command { return ImportBackup{a.Bool("unknown")}; }},
    {"know_roads", kKnowRoads, "the other roads of the site; what a backup holds of others is offered apart",
     [](const Arguments& a) -> Command { return KnowRoads{a.Hashes("roads")}; }},
    {"forget_unknown",
     {},
     "throws away what is kept of skills that the road does not have and of members that are not known; undoable",
     [](const Arguments&) -> Command { return ForgetUnknown{}; }},
    {"let_go", kLetGo, "deletes what is kept of a road that is not open; not undoable",
     [](const Arguments& a) -> Command { return LetGo{a.Text("roadmap")}; }},
    {"dismiss_backup", {}, "ends the preview", [](const Arguments&) -> Command { return DismissBackup{}; }},
    {"save_now", {}, "stores what is not stored yet", [](const Arguments&) -> Command { return SaveNow{}; }},
    {"storage_changed",
     {},
     "another tab has written: joins it",
     [](const Arguments&) -> Command { return StorageChanged{}; }},
};

constexpr ShapeMember kRoadmapMembers[] = {
    {"id", "string"}, {"title", "string"}, {"summary", "string"}, {"language", "string"}};
constexpr ShapeMember kTreeMembers[] = {
    {"keys", "Key[]"}, {"parents", "Key[]"}, {"ids", "string[]"}, {"titles", "string[]"}};
constexpr ShapeMember kRowMembers[] = {
    {"key", "Key"},     {"state", "SkillState"}, {"available", "boolean"},    {"expanded", "boolean"},
    {"done", "number"}, {"total", "number"},     {"matches", "number", true}, {"theirs", "SkillState", true}};
constexpr ShapeMember kWholeMembers[] = {{"done", "number"},     {"skills", "number"},    {"fraction", "number"},
                                         {"hoursLow", "number"}, {"hoursHigh", "number"}, {"leftLow", "number"},
                                         {"leftHigh", "number"}};
constexpr ShapeMember kWaypointMembers[] = {{"id", "string"},      {"title", "string"}, {"summary", "string"},
                                            {"skills", "number"},  {"done", "number"},  {"leftLow", "number"},
                                            {"leftHigh", "number"}};
constexpr ShapeMember kScheduleMembers[] = {{"minutesPerWeek", "number"}, {"startDay", "number"}};
constexpr ShapeMember kViewMembers[] = {
    {"selected", "Key"}, {"hovered", "Key"}, {"menu", "boolean"}, {"zoom", "number"}};
constexpr ShapeMember kLookMembers[] = {{"dark", "boolean"}};
constexpr ShapeMember kMenuItemMembers[] = {{"id", "string"},
                                            {"title", "string"},
                                            {"keys", "string", true},
                                            {"state", "SkillState", true},
                                            {"chosen", "boolean", true},
                                            {"line", "boolean", true}};
constexpr ShapeMember kHistoryMembers[] = {
    {"canUndo", "boolean"}, {"canRedo", "boolean"}, {"undoLabel", "Message | null"}, {"redoLabel", "Message | null"}};
constexpr ShapeMember kUnknownMembers[] = {
    {"skills", "number"}, {"skillsTaken", "number"}, {"memberBytes", "number"}, {"membersTaken", "boolean"}};
constexpr ShapeMember kRoomMembers[] = {{"id", "string"}, {"hash", "number"}, {"open", "boolean"}, {"bytes", "number"}};
constexpr ShapeMember kSaveMembers[] = {{"state", "'saved' | 'saving' | 'failed'"},
                                        {"message", "Message | null"},
                                        {"room", "RoadRoom[]", true},
                                        {"unknown", "UnknownPart", true}};
constexpr ShapeMember kFilterMembers[] = {{"active", "boolean"}, {"states", "FilterMark[]"}, {"kinds", "FilterKind[]"},
                                          {"tracks", "Key[]"},   {"hideDone", "boolean"},    {"matches", "number"},
                                          {"skills", "number"},  {"way", "Key", true},       {"opens", "Key", true}};
constexpr ShapeMember kArrivalMembers[] = {
    {"key", "Key"}, {"before", "SkillState"}, {"from", "'tab' | 'link' | 'backup'"}};
constexpr ShapeMember kSharedMembers[] = {{"theirs", "number"},   {"yours", "number"},        {"adds", "Key[]"},
                                          {"takesBack", "Key[]"}, {"unknown", "UnknownPart"}, {"sender", "string"},
                                          {"day", "number"},      {"message", "Message"}};
constexpr ShapeMember kElsewhereMembers[] = {{"id", "number"}, {"roadmap", "number"}, {"link", "string"}};
constexpr ShapeMember kBackupRoadmapMembers[] = {
    {"id", "string"},           {"hash", "number"},           {"open", "boolean"},  {"forward", "Key[]"},
    {"back", "Key[]"},          {"notes", "Key[]"},           {"cards", "number"},  {"groups", "number"},
    {"cleared", "number"},      {"pace", "boolean"},          {"start", "boolean"}, {"unknown", "UnknownPart"},
    {"unknownRoad", "boolean"}, {"problem", "Message | null"}};
constexpr ShapeMember kBackupMembers[] = {{"roadmaps", "BackupRoadmap[]"},
                                          {"settings", "number"},
                                          {"unknownRoads", "number"},
                                          {"changes", "boolean"},
                                          {"changesWithUnknown", "boolean"}};
constexpr ShapeMember kNoticeMembers[] = {{"id", "number"}, {"text", "Message"}, {"kind", "'info' | 'error'"}};
constexpr ShapeMember kGroupMembers[] = {{"key", "Key"}, {"title", "string"}};
constexpr ShapeMember kReferenceMembers[] = {{"key", "Key"},           {"title", "string"},    {"state", "SkillState"},
                                             {"available", "boolean"}, {"isGroup", "boolean"}, {"done", "number"},
                                             {"total", "number"}};
constexpr ShapeMember kSpanMembers[] = {
    {"kind", "'text' | 'em' | 'strong' | 'code' | 'link'"}, {"text", "string"}, {"url", "string", true}};
constexpr ShapeMember kBlockMembers[] = {{"kind", "'p' | 'bullet' | 'number'"}, {"spans", "TextSpan[]"}};
constexpr ShapeMember kClauseMembers[] = {{"reason", "string"}, {"met", "boolean"}, {"anyOf", "SkillReference[]"}};
constexpr ShapeMember kResourceMembers[] = {{"title", "string"},
                                            {"url", "string"},
                                            {"host", "string"},
                                            {"kind", "string"},
                                            {"access", "'free' | 'registration' | 'paid'"}};
constexpr ShapeMember kFactMembers[] = {
    {"kind", "string"}, {"title", "string"}, {"text", "string"}, {"year", "number"}, {"source", "string"}};
constexpr ShapeMember kTallyMembers[] = {{"done", "number"}, {"skills", "number"}};
constexpr ShapeMember kWayMembers[] = {{"skills", "number"}, {"hoursLow", "number"}, {"hoursHigh", "number"}};
constexpr ShapeMember kDetailsMembers[] = {{"key", "Key"},
                                           {"id", "string"},
                                           {"title", "string"},
                                           {"summary", "string"},
                                           {"group", "GroupReference | null"},
                                           {"isGroup", "boolean"},
                                           {"hoursLow", "number"},
                                           {"hoursHigh", "number"},
                                           {"level", "'foundation' | 'core' | 'advanced'"},
                                           {"optional", "boolean"},
                                           {"carriedOver", "string"},
                                           {"state", "SkillState"},
                                           {"allState", "SkillState | -1"},
                                           {"available", "boolean"},
                                           {"body", "TextBlock[]"},
                                           {"requires", "Clause[]"},
                                           {"unlocks", "SkillReference[]"},
                                           {"resources", "StudyResource[]"},
                                           {"proof", "string"},
                                           {"facts", "Fact[]"},
                                           {"children", "SkillReference[]"},
                                           {"note", "string"},
                                           {"tally", "Tally"},
                                           {"way", "WayLeft"},
                                           {"opensAll", "number"}};

constexpr ShapeEntry kShapes[] = {{"RoadmapInfo", kRoadmapMembers},
                                  {"Tree", kTreeMembers},
                                  {"Whole", kWholeMembers},
                                  {"WaypointLeft", kWaypointMembers},
                                  {"Schedule", kScheduleMembers},
                                  {"View", kViewMembers},
                                  {"Look", kLookMembers},
                                  {"MenuItem", kMenuItemMembers},
                                  {"HistoryEnds", kHistoryMembers},
                                  {"UnknownPart", kUnknownMembers},
                                  {"RoadRoom", kRoomMembers},
                                  {"Save", kSaveMembers},
                                  {"FilterState", kFilterMembers},
                                  {"Arrival", kArrivalMembers},
                                  {"Shared", kSharedMembers},
                                  {"Elsewhere", kElsewhereMembers},
                                  {"BackupRoadmap", kBackupRoadmapMembers},
                                  {"BackupPreview", kBackupMembers},
                                  {"Notice", kNoticeMembers},
                                  {"GroupReference", kGroupMembers},
                                  {"SkillReference", kReferenceMembers},
                                  {"TextSpan", kSpanMembers},
                                  {"TextBlock", kBlockMembers},
                                  {"Clause", kClauseMembers},
                                  {"StudyResource", kResourceMembers},
                                  {"Fact", kFactMembers},
                                  {"Tally", kTallyMembers},
                                  {"WayLeft", kWayMembers},
                                  {"Details", kDetailsMembers}};

constexpr std::array<SliceEntry, kSliceCount> kSlices = {{
    {Slice::kRoadmap, "roadmap", "RoadmapInfo | null", "the open roadmap"},
    {Slice::kTree, "tree", "Tree",
     "who lives where, once for each roadmap: four lists in file order, `parents` 0 for the top"},
    {Slice::kRows, "rows", "number[]",
     "the skills whose row differs from what was handed over last, each as the numbers below; all of them at first"},
    {Slice::kWhole, "whole", "Whole", "the figures of the whole road"},
    {Slice::kWaypoints, "waypoints", "WaypointLeft[]",
     "in the roadmap's order: the skills on the way, how many of them are done, and the hours that are left, with what "
     "is being learned at half and optional skills counted when the way needs them; skipped ones leave the way"},
    {Slice::kSchedule, "schedule", "Schedule",
     "minutes a week for learning, and the day one starts, counted from 1970-01-01; stored with the road's progress, "
     "as "
     "marks are; 0 where nothing was said"},
    {Slice::kView, "view", "View", "`selected` and `hovered` 0 for nothing; `menu`: the canvas shows its context menu"},
    {Slice::kLook, "look", "Look", "what the canvas is drawn in"},
    {Slice::kHistory, "history", "HistoryEnds", "labels say what would be undone: \"Mark ‘Linear algebra’ done\""},
    {Slice::kSave, "save", "Save",
     "a failed save says in `message` what to do, in `room` what each road takes, and in `unknown` what could be "
     "thrown "
     "away"},
    {Slice::kFilter, "filter", "FilterState", "what is filtered, and how many skills match"},
    {Slice::kArrived, "arrived", "Arrival[]",
     "the skills whose states came from another tab, a link or a backup since the page was opened, with what they "
     "were"},
    {Slice::kShared, "shared", "Shared | null",
     "somebody's progress that is previewed. `adds` a merge would move forward; `takesBack` it would move back, "
     "because "
     "the other side went back on them later; `unknown` is offered apart; `day` counts from 1970-01-01, 0 when not "
     "given"},
    {Slice::kElsewhere, "elsewhere", "Elsewhere | null",
     "a link that came for another roadmap, told once for each `id`; `roadmap` is the hash of docs/share_format.md"},
    {Slice::kBackup, "backup", "BackupPreview | null",
     "the backup that is looked at; `changes`: joining it would change anything"},
    {Slice::kNotice, "notice", "Notice | null", "shown once for each `id`"},
    {Slice::kDetails, "details", "Details | null",
     "the selected skill. `way` is what is left to learn up to and with it, `opensAll` how many skills can't be "
     "reached "
     "without it, `allState` the one state of all skills of a group or -1; `year` 0 when undated. A note that two tabs "
     "wrote at the same time holds both texts, one under the other"},
}};

}  // namespace

std::span<const CommandEntry> CommandTable() { return kCommands; }
std::span<const Argument> MenuItemArguments() { return kMenuItem; }
std::span<const ShapeEntry> ShapeTable() { return kShapes; }
const std::array<SliceEntry, kSliceCount>& SliceTable() { return kSlices; }
std::span<const ShapeMember> RowTable() { return kRowMembers; }

}  // namespace waymark
