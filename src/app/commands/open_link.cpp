#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "share/link.hpp"

namespace waymark {

void Apply(AppState& state, const OpenLink& command) {
  if (!state.open) return;
  auto shared = DecodeLink(command.text);
  if (!shared) return Notify(state, std::move(shared.error().message), true);
  if (shared->roadmap != RoadmapHash(RoadmapOf(state).id)) {
    const std::uint64_t id = state.elsewhere ? state.elsewhere->id + 1 : 1;
    state.elsewhere = {id, shared->roadmap, command.text};
    ++state.revision.shared;
    return;
  }
  state.elsewhere.reset();
  state.preview.emplace();
  state.preview->shared = std::move(*shared);
  ++state.revision.shared;
}

void Apply(AppState& state, const DismissShared&) {
  if (!state.preview) return;
  state.preview.reset();
  ++state.revision.shared;
}

void Apply(AppState& state, const ShowNotice& command) { Notify(state, command.text, command.error); }

}  // namespace waymark
