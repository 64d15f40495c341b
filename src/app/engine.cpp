#include "app/engine.hpp"

#include <utility>

#include "io/roadmap_json.hpp"
#include "share/link.hpp"

namespace waymark {
namespace {

StoredRoadmap ToStore(const AppState& state) {
  return {state.progress, state.pins, {state.expanded.begin(), state.expanded.end()}, state.stored_extra};
}

}  // namespace

Engine::Engine(Host& host) : host_(host), store_(host) {
  if (const auto dark = store_.LoadDark()) state_.settings = {.dark = *dark, .theme_chosen = true};
}

std::expected<void, std::vector<Error>> Engine::Open(std::string_view roadmap_json, std::string_view file_name) {
  auto roadmap = ReadRoadmap(roadmap_json, file_name);
  if (!roadmap) return std::unexpected(std::move(roadmap.error()));
  auto open = OpenRoadmap::Make(std::move(*roadmap));
  if (!open) {
    for (Error& error : open.error()) {
      if (error.place.file.empty()) error.place.file = file_name;
    }
    return std::unexpected(std::move(open.error()));
  }
  if (state_.open) Send(SaveNow{});
  Store::Loaded loaded = store_.Load((*open)->roadmap.id);
  for (const Effect& effect : OpenInState(state_, std::move(*open), std::move(loaded.stored).value_or(StoredRoadmap{}))) Run(effect);
  if (loaded.problem) {
    const bool unreadable = loaded.problem->code == ErrorCode::kDamaged;
    if (unreadable) Send(ShowNotice{std::move(loaded.problem->message), true});
    else Send(SaveFinished{0, std::move(loaded.problem->message)});
  }
  if (!early_link_.empty()) Send(OpenLink{std::exchange(early_link_, {})});
  return {};
}

void Engine::Send(Command command) {
  if (const auto* link = std::get_if<OpenLink>(&command); link && !state_.open) {
    early_link_ = link->text;
    return;
  }
  queue_.push_back(std::move(command));
  if (!running_) Drain();
}

void Engine::Drain() {
  running_ = true;
  while (!queue_.empty()) {
    const Command command = std::move(queue_.front());
    queue_.pop_front();
    for (const Effect& effect : Update(state_, command)) Run(effect);
  }
  running_ = false;
}

void Engine::Run(const Effect& effect) {
  std::visit(
      [this]<class E>(const E&) {
        if constexpr (std::is_same_v<E, RequestFrame>) host_.RequestFrame();
        else if constexpr (std::is_same_v<E, StateChanged>) host_.StateChanged();
        else if constexpr (std::is_same_v<E, RequestSave>) host_.RequestSave();
        else if constexpr (std::is_same_v<E, WriteStore>) WriteToStore();
        else if constexpr (std::is_same_v<E, ReadStore>) ReadFromStore();
        else if (const auto saved = store_.SaveDark(state_.settings.dark); !saved) Send(ShowNotice{saved.error().message, true});
      },
      effect);
}

void Engine::WriteToStore() {
  const std::uint64_t unsaved = state_.save.unsaved;
  auto saved = store_.Save(RoadmapOf(state_).id, ToStore(state_));
  if (!saved) return Send(SaveFinished{unsaved, std::move(saved.error().message)});
  Send(JoinStored{std::move(*saved)});
  Send(SaveFinished{unsaved, {}});
}

void Engine::ReadFromStore() {
  Store::Loaded loaded = store_.Load(RoadmapOf(state_).id);
  if (loaded.problem && loaded.problem->code != ErrorCode::kDamaged) Send(SaveFinished{0, std::move(loaded.problem->message)});
  // Storage that was emptied or damaged beneath an open page gets back what the page has.
  if (!loaded.stored) loaded.stored = StoredRoadmap{{}, state_.pins, {}, {}};
  Send(JoinStored{std::move(*loaded.stored)});
}

std::string Engine::Link() const { return state_.open ? EncodeLink(RoadmapOf(state_).id, state_.progress) : std::string(); }

}  // namespace waymark
