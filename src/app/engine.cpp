#include "app/engine.hpp"

#include <utility>

#include "app/commands/edit.hpp"
#include "io/roadmap_json.hpp"
#include "share/link.hpp"

namespace waymark {
Engine::Engine(Host& host) : host_(host), store_(host) {
  if (const auto dark = store_.LoadDark()) state_.settings = {.dark = *dark, .theme_chosen = true};
}

std::expected<void, std::vector<Error>> Engine::Open(std::string_view roadmap_json, std::string_view file_name) {
  OpenProgress step = BeginOpen(roadmap_json, file_name);
  while (step && *step != OpenStep::kOpened) step = StepOpen();
  if (!step) return std::unexpected(std::move(step.error()));
  return {};
}

Engine::OpenProgress Engine::BeginOpen(std::string_view roadmap_json, std::string_view file_name) {
  opening_ = {};
  auto roadmap = ReadRoadmap(roadmap_json, file_name);
  if (!roadmap) return std::unexpected(std::move(roadmap.error()));
  opening_.file_name = file_name;
  opening_.roadmap = std::move(*roadmap);
  return OpenStep::kCheck;
}

Engine::OpenProgress Engine::StepOpen() {
  if (opening_.roadmap) return Check();
  if (auto open = std::move(opening_.checked)) Show(std::move(open));
  return OpenStep::kOpened;
}

Engine::OpenProgress Engine::Check() {
  auto open = OpenRoadmap::Make(*std::exchange(opening_.roadmap, std::nullopt));
  if (!open) {
    for (Error& error : open.error()) {
      if (error.place.file.empty()) error.place.file = opening_.file_name;
    }
    return std::unexpected(std::move(open.error()));
  }
  opening_.checked = std::move(*open);
  return OpenStep::kShow;
}

void Engine::Show(std::unique_ptr<OpenRoadmap> open) {
  if (state_.open) Send(SaveNow{});
  Store::Loaded loaded = store_.Load(open->roadmap.id);
  for (const Effect& effect : OpenInState(state_, std::move(open), std::move(loaded.stored).value_or(StoredRoadmap{})))
    Run(effect);
  if (loaded.problem) {
    const bool unreadable = loaded.problem->code == ErrorCode::kDamaged;
    if (unreadable)
      Send(ShowNotice{std::move(loaded.problem->message), true});
    else
      Send(SaveFinished{0, std::move(loaded.problem->message)});
  }
  if (const auto pace = store_.LoadEarlierPace(); pace && state_.progress.schedule.minutes_per_week.epoch == 0)
    Send(SetPace{*pace, false});
  if (!early_link_.empty()) Send(OpenLink{std::exchange(early_link_, {})});
}

void Engine::Send(Command command) {
  if (const auto* link = std::get_if<OpenLink>(&command); link && !state_.open) {
    early_link_ = link->text;
    return;
  }
  if (running_) {
    queue_.push_back(std::move(command));
    return;
  }
  running_ = true;
  CarryOut(command);
  while (!queue_.empty()) {
    const Command next = std::move(queue_.front());
    queue_.pop_front();
    CarryOut(next);
  }
  running_ = false;
}

void Engine::CarryOut(const Command& command) {
  for (const Effect& effect : Update(state_, command)) Run(effect);
}

void Engine::Run(const Effect& effect) {
  std::visit(
      [this]<class E>(const E& e) {
        if constexpr (std::is_same_v<E, RequestFrame>)
          host_.RequestFrame();
        else if constexpr (std::is_same_v<E, StateChanged>)
          host_.StateChanged();
        else if constexpr (std::is_same_v<E, RequestSave>)
          host_.RequestSave();
        else if constexpr (std::is_same_v<E, WriteStore>)
          WriteToStore();
        else if constexpr (std::is_same_v<E, ReadStore>)
          ReadFromStore();
        else if constexpr (std::is_same_v<E, JoinIntoStore>)
          JoinBackup(*e.backup, e.unknown);
        else if constexpr (std::is_same_v<E, CarryElsewhere>)
          CarryStored(*e.changes, e.direction);
        else if constexpr (std::is_same_v<E, DeleteRoad>)
          Delete(e.roadmap);
        else if constexpr (std::is_same_v<E, AskMenuItems>)
          host_.MenuOpened(e.skill);
        else if constexpr (std::is_same_v<E, RunAction>)
          host_.MenuItemChosen(e.id, e.skill);
        else if (const auto saved = store_.SaveDark(state_.settings.dark); !saved)
          Send(ShowNotice{saved.error().message, true});
      },
      effect);
}

void Engine::WriteToStore() {
  const std::uint64_t unsaved = state_.save.unsaved;
  const std::string& id = RoadmapOf(state_).id;
  auto saved = state_.save.replaces ? store_.Replace(id, KeptOf(state_)) : store_.Save(id, KeptOf(state_));
  if (!saved) return Send(SaveFinished{unsaved, std::move(saved.error().message), store_.Sizes()});
  Send(JoinStored{std::move(*saved)});
  Send(SaveFinished{unsaved, {}});
}

void Engine::ReadFromStore() {
  // What was taken back is still stored; a save joins what is new there as well.
  if (state_.save.replaces) return WriteToStore();
  Store::Loaded loaded = store_.Load(RoadmapOf(state_).id);
  if (loaded.problem && loaded.problem->code != ErrorCode::kDamaged)
    Send(SaveFinished{0, std::move(loaded.problem->message)});
  // Storage that was emptied or damaged beneath an open page gets back what the page has.
  if (!loaded.stored) {
    if (!loaded.problem && state_.save.unsaved == state_.save.acknowledged && state_.progress != Progress{}) {
      Send(ShowNotice{{"save.emptied"}, false});
    }
    loaded.stored = StoredRoadmap{{}, state_.pins, {}, {}};
  }
  Send(JoinStored{std::move(*loaded.stored)});
}

bool Engine::IsOpen(std::string_view roadmap_id) const { return state_.open && RoadmapOf(state_).id == roadmap_id; }

std::string Engine::WriteBackup() {
  Backup backup;
  for (const std::string& id : store_.RoadmapIds()) {
    if (auto stored = store_.Load(id).stored) backup.roadmaps.insert_or_assign(id, *std::move(stored));
  }
  if (state_.open) {
    StoredRoadmap& open = backup.roadmaps[RoadmapOf(state_).id];
    const Progress progress = Join(open.progress, state_.progress);
    open = KeptOf(state_);
    open.progress = progress;
  }
  std::erase_if(backup.roadmaps, [](const auto& entry) { return entry.second == StoredRoadmap{}; });
  backup.settings = store_.LoadSettings();
  return waymark::WriteBackup(backup);
}

Result<void> Engine::OpenBackup(std::string_view text) {
  Result<Backup> backup = ReadBackup(text);
  if (!backup) return std::unexpected(std::move(backup.error()));
  BackupPreview preview;
  for (const auto& [id, theirs] : backup->roadmaps) {
    Store::Loaded mine = IsOpen(id) ? Store::Loaded{KeptOf(state_), std::nullopt} : store_.Load(id);
    BackupChange change;
    if (IsOpen(id)) {
      const KnownKeys known = KnownOf(state_, true);
      change = TakeIn(*mine.stored, theirs, {.known = &known}).change;
    } else {
      change = TakeElsewhere(id, mine, theirs, false).change;
    }
    change.roadmap = id;
    change.unknown_road = IsUnknown(id, mine);
    if (change.unknown_road && ++preview.unknown_roads > kMaxUnknownRoads)
      change.problem = Message{"backup.unknown-roads", {{"most", kMaxUnknownRoads}}};
    if (mine.problem && mine.problem->code != ErrorCode::kDamaged) change.problem = std::move(mine.problem->message);
    preview.changes.push_back(std::move(change));
  }
  preview.settings = MissingSettings(store_.LoadSettings(), backup->settings).size();
  preview.backup = *std::move(backup);
  Send(PreviewBackup{std::make_shared<const BackupPreview>(std::move(preview))});
  return {};
}

bool Engine::IsUnknown(std::string_view id, const Store::Loaded& mine) const {
  return !IsOpen(id) && !mine.stored && !mine.problem && !state_.known_roads.contains(RoadmapHash(id));
}

Intake Engine::TakeElsewhere(std::string_view id, const Store::Loaded& mine, const StoredRoadmap& theirs,
                             bool unknown) const {
  const std::size_t budget = IsUnknown(id, mine) ? kMaxUnknownRoadBytes : kMaxOtherRoadBytes;
  return TakeIn(mine.stored.value_or(StoredRoadmap{}), theirs, {.unknown = unknown, .max_bytes = budget});
}

void Engine::JoinBackup(const BackupPreview& preview, bool unknown) {
  Message problem;
  auto changes = std::make_shared<StoredChanges>();
  for (const BackupChange& change : preview.changes) {
    const std::string& id = change.roadmap;
    if (change.unknown_road && !unknown) continue;
    if (!change.problem.empty()) problem = change.problem;
    if (IsOpen(id) || !change.problem.empty()) continue;
    const Store::Loaded mine = store_.Load(id);
    Intake intake = TakeElsewhere(id, mine, preview.backup.roadmaps.at(id), unknown);
    if (mine.stored == intake.joined || (!mine.stored && intake.joined == StoredRoadmap{})) continue;
    const auto saved = store_.Save(id, std::move(intake.joined));
    if (saved)
      changes->emplace(id, Change<std::optional<StoredRoadmap>>{mine.stored, *saved});
    else
      problem = saved.error().message;
  }
  if (const auto saved = store_.AddSettings(preview.backup.settings); !saved) problem = saved.error().message;
  if (!changes->empty()) Send(RecordElsewhere{std::move(changes)});
  if (!problem.empty()) Send(ShowNotice{{"backup.not-all", {{"problem", problem}}}, true});
}

void Engine::CarryStored(const StoredChanges& changes, Direction direction) {
  Message problem;
  for (const auto& [id, change] : changes) {
    const auto& expected = direction == Direction::kUndo ? change.after : change.before;
    const auto& wanted = direction == Direction::kUndo ? change.before : change.after;
    if (IsOpen(id) || store_.Load(id).stored != expected) continue;  // others have built on it
    const auto done = wanted ? store_.Replace(id, *wanted).transform([](const StoredRoadmap&) {}) : store_.Delete(id);
    if (!done) problem = done.error().message;
  }
  if (!problem.empty()) Send(ShowNotice{{"backup.not-undone", {{"problem", problem}}}, true});
}

void Engine::Delete(std::string_view roadmap_id) {
  if (const auto gone = store_.Delete(roadmap_id); !gone) Send(ShowNotice{gone.error().message, true});
  Send(SaveNow{});
}

std::string Engine::Link(const LinkLabel& label) const {
  return state_.open ? EncodeLink(RoadmapOf(state_).id, state_.progress, label) : std::string();
}

}  // namespace waymark
