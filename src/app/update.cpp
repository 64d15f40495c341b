#include "app/update.hpp"

#include <memory>
#include <optional>
#include <utility>

#include "app/commands/apply_edit.hpp"
#include "app/commands/commands.hpp"
#include "app/derived.hpp"
#include "app/motion.hpp"
#include "app/protocol/slice_revisions.hpp"

namespace waymark {
namespace {

// What effects depend on, before and after a command.
struct Snapshot {
  Revisions revision;
  Settings settings;
  std::uint64_t unsaved;
  SliceRevisions slices;

  explicit Snapshot(const AppState& state)
      : revision(state.revision),
        settings(state.settings),
        unsaved(state.save.unsaved),
        slices(SliceRevisionsOf(state)) {}
};

// The entry that is chosen, before the menu closes.
std::optional<RunAction> ChosenAction(const AppState& state, const Command& command) {
  const auto* choose = std::get_if<ChooseMenuItem>(&command);
  if (choose == nullptr || !state.menu || choose->index >= state.menu->items.size()) return std::nullopt;
  return RunAction{state.menu->items[choose->index].id, state.menu->skill};
}

Effects EffectsOf(AppState& state, const Snapshot& before) {
  Effects effects;
  const Snapshot after(state);
  if (before.revision != after.revision || Animating(state)) effects.emplace_back(RequestFrame{});
  if (before.slices != after.slices) {
    ++state.revision.page;
    effects.emplace_back(StateChanged{});
  }
  if (after.unsaved > before.unsaved) effects.emplace_back(RequestSave{});
  const bool chosen = after.settings.theme_chosen;
  if (chosen && (!before.settings.theme_chosen || before.settings.dark != after.settings.dark))
    effects.emplace_back(WriteSettings{});
  return effects;
}

// What a command is about to do to roads that are not open.
std::optional<Effect> EffectElsewhere(const AppState& state, const Command& command) {
  if (!state.open) return std::nullopt;
  if (const auto* import = std::get_if<ImportBackup>(&command); import && state.backup)
    return JoinIntoStore{state.backup, import->unknown};
  if (const auto* let_go = std::get_if<LetGo>(&command); let_go && let_go->roadmap != RoadmapOf(state).id)
    return DeleteRoad{let_go->roadmap};
  if (std::holds_alternative<Undo>(command) && state.history.CanUndo() && state.history.done.back().elsewhere)
    return CarryElsewhere{state.history.done.back().elsewhere, Direction::kUndo};
  if (std::holds_alternative<Redo>(command) && state.history.CanRedo() && state.history.undone.back().elsewhere)
    return CarryElsewhere{state.history.undone.back().elsewhere, Direction::kRedo};
  return std::nullopt;
}

}  // namespace

Effects Update(AppState& state, const Command& command) {
  if (std::holds_alternative<SaveNow>(command)) {
    if (!state.open || state.save.unsaved == state.save.acknowledged) return {};
    return {WriteStore{}};
  }
  if (std::holds_alternative<StorageChanged>(command)) {
    if (!state.open) return {};
    return {ReadStore{}};
  }
  std::optional<Effect> elsewhere = EffectElsewhere(state, command);
  std::optional<RunAction> chosen = ChosenAction(state, command);
  const Snapshot before(state);
  std::visit(
      [&]<class C>(const C& c) {
        if constexpr (!std::is_same_v<C, SaveNow> && !std::is_same_v<C, StorageChanged>) Apply(state, c);
      },
      command);
  RefreshDerived(state);
  Effects effects = EffectsOf(state, before);
  if (elsewhere) effects.emplace_back(*std::move(elsewhere));
  if (const auto* opened = std::get_if<OpenMenu>(&command)) effects.emplace_back(AskMenuItems{opened->skill});
  if (chosen) effects.emplace_back(*std::move(chosen));
  return effects;
}

Effects OpenInState(AppState& state, std::unique_ptr<OpenRoadmap> open, StoredRoadmap stored) {
  const Snapshot before(state);
  const bool same = state.open && RoadmapOf(state).id == open->roadmap.id;
  const bool unchanged = same && RoadmapOf(state) == open->roadmap;
  // What refers to the old roadmap goes before it does.
  state.transition.reset();
  state.flight.reset();
  state.flash.reset();
  state.hit_tester.reset();
  state.refused.reset();
  state.open = std::move(open);
  if (same) {
    GoOnWith(state, std::move(stored), unchanged);
    ++state.revision.graph;
    RefreshDerived(state);
    if (state.fitted) FitWhole(state, false);
    RefreshDerived(state);
    return EffectsOf(state, before);
  }
  state.filter = {};
  state.arrived.clear();
  state.progress = std::move(stored.progress);
  state.pins = std::move(stored.pins);
  state.expanded = {stored.expanded.begin(), stored.expanded.end()};
  state.stored_extra = std::move(stored.extra);
  state.history = {};
  state.taken_back = {};
  state.selected = state.hovered = {};
  state.preview.reset();
  state.backup.reset();
  state.drag.reset();
  state.menu.reset();
  state.notice.reset();
  state.save = {};
  ++state.revision.graph;
  RefreshLayout(state);
  FitWhole(state, false);
  RefreshDerived(state);
  return EffectsOf(state, before);
}

}  // namespace waymark
