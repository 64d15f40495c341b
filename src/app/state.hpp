// The whole state of the application as plain data. Update (app/update.hpp) is the only writer; everybody else reads it
// as const. The mark at each field says how far it reaches:
//   shared     stored, and joined with other tabs, links and files
//   stored     stored on this device, last writer wins
//   local      this page's own, gone with it
//   ephemeral  lives for a moment: never recorded, never undone
//   derived    computed from the others by RefreshDerived (app/derived.hpp), by revision
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/history.hpp"
#include "app/menu.hpp"
#include "app/storage/backup.hpp"
#include "base/geometry.hpp"
#include "base/ids.hpp"
#include "base/message_catalogue.hpp"
#include "edit/document.hpp"
#include "edit/edit_error.hpp"
#include "graph/graph.hpp"
#include "graph/roadmap.hpp"
#include "layout/map_layout.hpp"
#include "plan/filter.hpp"
#include "plan/progress_summary.hpp"
#include "plan/remaining_prerequisites.hpp"
#include "progress/progress.hpp"
#include "share/link.hpp"
#include "view/camera.hpp"
#include "view/hit_test.hpp"
#include "view/level_of_detail.hpp"
#include "view/transition.hpp"

namespace waymark {

// A road and what is built on it. Never moved: the layouter refers to its neighbours.
struct OpenRoadmap {
  Document document;  // changed by ApplyEdit alone
  const Roadmap& roadmap;
  const Graph& graph;
  MapLayouter layouter;

  explicit OpenRoadmap(Document d);
  OpenRoadmap(const OpenRoadmap&) = delete;
  OpenRoadmap& operator=(const OpenRoadmap&) = delete;

  // Every problem of the roadmap's structure, as Graph::Build names them.
  static std::expected<std::unique_ptr<OpenRoadmap>, std::vector<Error>> Make(Roadmap roadmap);
};

// Each rises when what it names changes, and never falls; equal revisions mean equal content.
struct Revisions {
  std::uint64_t graph = 0;      // another roadmap was opened, or the open one was edited
  std::uint64_t expansion = 0;  // expanded
  std::uint64_t pins = 0;
  std::uint64_t progress = 0;     // states and notes
  std::uint64_t shared = 0;       // the preview of somebody else's progress
  std::uint64_t backup = 0;       // the backup that is looked at
  std::uint64_t camera = 0;       // camera and viewport
  std::uint64_t interaction = 0;  // selected, hovered, menu
  std::uint64_t motion = 0;       // ShownLayout: a new layout, or a step on the way to it
  std::uint64_t drag = 0;
  std::uint64_t settings = 0;
  std::uint64_t filter = 0;  // filter, hide_done
  std::uint64_t arrived = 0;
  std::uint64_t flash = 0;
  std::uint64_t page = 0;  // any slice that the page is told

  friend bool operator==(const Revisions&, const Revisions&) = default;
};

enum class SaveState : std::uint8_t { kSaved, kSaving, kFailed };

struct SaveStatus {
  SaveState state = SaveState::kSaved;
  Message message;                 // when failed: a sentence that says what to do
  std::uint64_t unsaved = 0;       // rises with every change that is to be stored
  std::uint64_t acknowledged = 0;  // the value of `unsaved` that is known to be stored
  // Something was taken back to less than what is stored, which a join would bring up again: the next save replaces
  // what this page has read instead of joining it.
  bool replaces = false;
  std::map<std::string, std::size_t> sizes;  // when failed: what each road takes of the storage
};

struct Notice {
  std::uint64_t id = 0;  // rises; 0: none was ever given
  Message text;
  bool error = false;
};

// Somebody else's progress, beside one's own until it is merged or dismissed.
struct SharedPreview {
  SharedProgress shared;
  ProgressSummary theirs;  // derived of graph, shared
  // Derived of progress too: the skills whose state a merge would raise, and those it would take back because their
  // owner went back on them later than you marked them. In file order.
  std::vector<SkillKey> adds;
  std::vector<SkillKey> takes_back;
  UnknownPart unknown;  // skills that this road does not have, apart from all of the above
  Message message;      // what a merge would do, in a sentence
};

// A link that came for another roadmap than the open one. The page leads there when the site has it.
struct ElsewhereLink {
  std::uint64_t id = 0;       // rises
  std::uint32_t roadmap = 0;  // RoadmapHash
  std::string text;           // as it came
};

// How a state came that was not set on this page.
enum class ArrivalFrom : std::uint8_t { kTab, kLink, kBackup };

struct Arrival {
  SkillState before = SkillState::kNotStarted;  // when the page was opened, or last set here
  ArrivalFrom from = ArrivalFrom::kTab;
};

// Which skills' states changed between two revisions of the progress, so that what follows from them need not be
// counted anew as a whole. What changes the progress otherwise leaves this behind, and then it is.
struct MarkedSkills {
  std::vector<NodeIndex> skills;
  std::uint64_t from = 0;  // Revisions::progress
  std::uint64_t to = 0;
};

// What undoing took back exactly. Another tab that still holds it brings it up again; it is then set aside by a higher
// epoch, as any other undo.
struct TakenBack {
  std::map<SkillKey, Change<Register>> registers;
  std::map<SkillKey, Change<Note>> notes;
};

struct Drag {
  SkillKey skill;
  WorldPoint top_left;
};

// An animation runs from the first Tick after it was begun, so no command needs a clock.
struct Animation {
  double duration_ms = 0;
  std::optional<double> start_ms = {};

  // 0 to 1, linear in time; 0 until it has started, and then it starts.
  float Advance(double now_ms);
};

// Cards on their way from one layout to the next, the camera going along so that one of them stays where it is seen.
struct Transition {
  LayoutTransition layout;
  Animation animation;
  NodeIndex anchor = kNoNode;
  const TransitionFrame* frame = nullptr;  // the present moment; owned by `layout`
};

// Lights a card up, from when everything has come to rest.
struct Flash {
  SkillKey skill;
  Animation animation;
  float phase = 0;  // 0 to 1
};

struct Flight {
  Camera from;
  Camera to;
  Animation animation;
};

// What the camera was sent to show whole, at most so large.
struct Aim {
  WorldRect what;
  float max_zoom = 1;
};

struct Settings {
  bool dark = true;
  bool theme_chosen = false;    // stored: the person chose; else the system's preference
  bool high_contrast = false;   // the system's
  bool reduced_motion = false;  // the system's
  bool hide_done = false;       // the person's; the page keeps it

  friend bool operator==(const Settings&, const Settings&) = default;
};

// Neither copied nor moved: what is derived refers to its neighbours.
struct AppState {
  AppState() = default;
  AppState(const AppState&) = delete;
  AppState& operator=(const AppState&) = delete;

  std::unique_ptr<OpenRoadmap> open;  // local; null until a roadmap is opened
  Progress progress;                  // shared
  Pins pins;                          // stored; pins of cards no longer there are kept
  std::set<SkillKey> expanded;        // stored; likewise
  std::string stored_extra;           // stored; members of a later minor version
  // local: the words of the canvas; the page gives them before anything is drawn
  std::shared_ptr<const MessageCatalogue> messages = std::make_shared<const MessageCatalogue>();
  Settings settings;                            // stored (theme) and local (what the system says)
  std::set<std::uint32_t> known_roads;          // local: RoadmapHash of what this site has
  History history;                              // local
  TakenBack taken_back;                         // local
  Camera camera;                                // local
  Viewport viewport;                            // local
  bool fitted = true;                           // local: the camera follows the size of the window until it is moved
  std::optional<Aim> aim;                       // local: until the camera goes elsewhere
  SkillKey selected;                            // local; key 0: nothing
  std::optional<SharedPreview> preview;         // local
  std::shared_ptr<const BackupPreview> backup;  // local; null while none is looked at
  std::optional<ElsewhereLink> elsewhere;       // ephemeral
  Filter filter;                                // local
  std::map<SkillKey, Arrival> arrived;          // local: the skills whose states came from elsewhere
  SaveStatus save;                              // local
  std::optional<EditError> refused;             // ephemeral: why the last edit was, until one is applied
  std::optional<Notice> notice;                 // ephemeral
  std::uint64_t notices = 0;                    // local: how many were given
  SkillKey hovered;                             // ephemeral
  std::optional<Drag> drag;                     // ephemeral
  std::optional<Menu> menu;                     // ephemeral
  std::optional<Transition> transition;         // ephemeral
  std::optional<Flight> flight;                 // ephemeral
  std::optional<Flash> flash;                   // ephemeral
  double now_ms = 0;                            // ephemeral: of the last Tick
  Revisions revision;                           // local

  MapLayout layout;                         // derived of graph, expansion, pins: where everything comes to rest
  std::optional<HitTester> hit_tester;      // derived of layout, detail
  MarkedSkills marked;                      // ephemeral: on the way from `derived` to `revision`
  ProgressSummary summary;                  // derived of graph, progress
  std::vector<WaypointProgress> waypoints;  // derived of graph, progress
  FilterMatches matches;                    // derived of graph, progress, filter
  LevelOfDetail detail;                     // derived of camera, and of what was shown before
  Revisions derived;                        // what `revision` was when the derived fields were computed
  std::array<std::uint64_t, 3> laid_out{};  // the revisions (graph, expansion, pins) that `layout` is of
  int names_of_layout = -1;                 // the value of layouts_made that the hit tester's names are of
  int layouts_made = 0;                     // how often `layout` was computed; tests hold it against what was done
};

// Shorthands; `state.open` must be set.
inline const Roadmap& RoadmapOf(const AppState& state) { return state.open->roadmap; }
inline const Graph& GraphOf(const AppState& state) { return state.open->graph; }
// kNoNode when nothing is open, the key is 0 or unknown.
NodeIndex NodeOf(const AppState& state, SkillKey key);
const Skill& SkillAt(const AppState& state, NodeIndex node);
// Where everything is in this frame: `layout`, or a moment on the way to it; valid until the next Update.
const MapLayout& ShownLayout(const AppState& state);
// By node and by edge of ShownLayout; empty when all is solid.
std::span<const float> NodeOpacity(const AppState& state);
std::span<const float> EdgeOpacity(const AppState& state);
// What is under a point of the canvas, in the layout that things come to rest in.
Hit HitAt(const AppState& state, ScreenPoint at, PointerPrecision precision);
// Whether another frame is needed even when no command comes.
bool Animating(const AppState& state);

}  // namespace waymark
